#include "survey.h"

#include "cascade.h"
#include "loudness.h"

#include <math.h>
#include <stdlib.h>

/* Fine enough that no top, be it as narrow as 30 dB at Q 20, falls through between two points. */
static const double points_per_octave = 48.0;

static const double lowest_hz = 5.0;

/* What is heard of pink noise. */
static const double audible_from_hz = 20.0, audible_to_hz = 20000.0;

/* How high a top reaches between two points can be told well, though not exactly; one that seems to
   stay this much below the highest cannot win. */
static const double hopeless_power_ratio = 0.5;

/** A point higher than its neighbours, and how high the response seems to be around there. */
typedef struct {
    uint32_t channel, point;
    double seeming_power;
} Top;

struct TareSurvey {
    double sample_rate_hz;
    uint32_t n_points;
    double* freq_hz;
    TareDelta* deltas;
    double* weight; ///< of a point in the loudness of pink noise; their sum is 1
    double* power[TARE_MAX_CHANNELS];
    const TareCascade* cascade;
    uint32_t n_channels;
    uint32_t n_steps_done;
    Top tops[TARE_SURVEY_MAX_TOPS]; ///< the highest first
    uint32_t n_tops, n_tops_done;
    double highest_on_grid, highest;
    double pink_power;
};

static double point_freq_hz(const TareSurvey* survey, uint32_t i)
{
    const double freq_hz = lowest_hz * exp2(i / points_per_octave);
    return fmin(freq_hz, 0.5 * survey->sample_rate_hz);
}

/** Pink noise has the same power in every part of an octave, so on this grid only the weighting of
    loudness counts. */
static void fill_weights(TareSurvey* survey)
{
    TareBiquad weights[TARE_N_WEIGHTS];
    for (int k = 0; k < TARE_N_WEIGHTS; ++k)
        weights[k] = tare_biquad_design(&tare_loudness_weights[k], 1.0, survey->sample_rate_hz);
    double sum = 0.0;
    for (uint32_t i = 0; i < survey->n_points; ++i) {
        const double freq_hz = survey->freq_hz[i];
        const bool is_audible = freq_hz >= audible_from_hz && freq_hz <= audible_to_hz;
        survey->weight[i] = is_audible ? 1.0 : 0.0;
        for (int k = 0; k < TARE_N_WEIGHTS; ++k)
            survey->weight[i] *= tare_biquad_power_at(&weights[k], &survey->deltas[i]);
        sum += survey->weight[i];
    }
    for (uint32_t i = 0; i < survey->n_points; ++i)
        survey->weight[i] /= sum;
}

static void fill_grid(TareSurvey* survey)
{
    for (uint32_t i = 0; i < survey->n_points; ++i) {
        survey->freq_hz[i] = point_freq_hz(survey, i);
        survey->deltas[i] = tare_biquad_delta_at(survey->freq_hz[i], survey->sample_rate_hz);
    }
    fill_weights(survey);
}

TareSurvey* tare_survey_new(double sample_rate_hz)
{
    TareSurvey* survey = calloc(1, sizeof *survey);
    if (!survey)
        return NULL;
    survey->sample_rate_hz = sample_rate_hz;
    const double octaves = log2(0.5 * sample_rate_hz / lowest_hz);
    survey->n_points = (uint32_t)ceil(octaves * points_per_octave) + 1;
    const size_t n = survey->n_points;
    survey->freq_hz = malloc(n * sizeof *survey->freq_hz);
    survey->deltas = malloc(n * sizeof *survey->deltas);
    survey->weight = malloc(n * sizeof *survey->weight);
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        survey->power[c] = malloc(n * sizeof *survey->power[c]);
    if (!survey->freq_hz || !survey->deltas || !survey->weight || !survey->power[0] ||
        !survey->power[1]) {
        tare_survey_free(survey);
        return NULL;
    }
    fill_grid(survey);
    return survey;
}

void tare_survey_free(TareSurvey* survey)
{
    if (!survey)
        return;
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        free(survey->power[c]);
    free(survey->weight);
    free(survey->deltas);
    free(survey->freq_hz);
    free(survey);
}

static bool is_same_in_both(const TareCascade* cascade)
{
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
        if (cascade->sections[k].in_channel[0] != cascade->sections[k].in_channel[1])
            return false;
    return true;
}

void tare_survey_begin(TareSurvey* survey, const TareCascade* cascade, uint32_t n_channels)
{
    survey->cascade = cascade;
    survey->n_channels = is_same_in_both(cascade) ? 1 : n_channels;
    survey->n_steps_done = 0;
    survey->n_tops = survey->n_tops_done = 0;
    survey->highest_on_grid = survey->highest = 0.0;
    for (uint32_t c = 0; c < survey->n_channels; ++c)
        for (uint32_t i = 0; i < survey->n_points; ++i)
            survey->power[c][i] = cascade->gain * cascade->gain;
}

static void add_section(TareSurvey* survey, const TareSection* section)
{
    for (uint32_t c = 0; c < survey->n_channels; ++c)
        if (section->in_channel[c])
            for (uint32_t i = 0; i < survey->n_points; ++i)
                survey->power[c][i] *= tare_biquad_power_at(&section->biquad, &survey->deltas[i]);
}

/** Around a resonance the reciprocal of the power is a parabola over the logarithm of frequency, so
    three points of it tell the top. */
static double seeming_power(const double* power, uint32_t point, uint32_t n_points)
{
    if (point == 0 || point + 1 == n_points)
        return power[point];
    const double below = 1.0 / power[point - 1];
    const double here = 1.0 / power[point];
    const double above = 1.0 / power[point + 1];
    const double bend = above + below - 2.0 * here;
    const double lowest =
        bend > 0.0 ? here - (above - below) * (above - below) / (8.0 * bend) : here;
    return lowest > 0.0 ? 1.0 / lowest : HUGE_VAL;
}

/** Keeps the highest tops, in order. */
static void add_top(TareSurvey* survey, Top top)
{
    uint32_t i = survey->n_tops < TARE_SURVEY_MAX_TOPS ? survey->n_tops++ : survey->n_tops;
    for (; i > 0 && survey->tops[i - 1].seeming_power < top.seeming_power; --i)
        if (i < TARE_SURVEY_MAX_TOPS)
            survey->tops[i] = survey->tops[i - 1];
    if (i < TARE_SURVEY_MAX_TOPS)
        survey->tops[i] = top;
}

static void find_tops(TareSurvey* survey, uint32_t channel)
{
    const double* const power = survey->power[channel];
    const uint32_t n = survey->n_points;
    for (uint32_t i = 0; i < n; ++i)
        if ((i == 0 || power[i] >= power[i - 1]) && (i + 1 == n || power[i] >= power[i + 1]))
            add_top(survey, (Top){channel, i, seeming_power(power, i, n)});
}

/** What the whole response on the grid says. */
static void read_grid(TareSurvey* survey)
{
    survey->pink_power = 0.0;
    for (uint32_t c = 0; c < survey->n_channels; ++c) {
        for (uint32_t i = 0; i < survey->n_points; ++i) {
            const double power = survey->power[c][i];
            survey->highest_on_grid = fmax(survey->highest_on_grid, power);
            survey->pink_power += survey->weight[i] * power / survey->n_channels;
        }
        find_tops(survey, c);
    }
    survey->highest = survey->highest_on_grid;
}

static double power_at(const TareSurvey* survey, uint32_t channel, double freq_hz)
{
    const TareCascade* cascade = survey->cascade;
    const TareDelta delta = tare_biquad_delta_at(freq_hz, survey->sample_rate_hz);
    double power = cascade->gain * cascade->gain;
    for (int k = 0; k < TARE_N_SECTIONS; ++k)
        if (cascade->sections[k].in_channel[channel])
            power *= tare_biquad_power_at(&cascade->sections[k].biquad, &delta);
    return power;
}

/** Between the neighbours of a point there is one top; golden section closes in on it. */
static double refine_top(const TareSurvey* survey, const Top* top)
{
    enum { n_rounds = 14 };
    const double golden = 0.6180339887498949;
    double lo_hz = survey->freq_hz[top->point ? top->point - 1 : 0];
    double hi_hz = survey->freq_hz[top->point + 1 < survey->n_points ? top->point + 1 : top->point];
    double a_hz = hi_hz - golden * (hi_hz - lo_hz);
    double b_hz = lo_hz + golden * (hi_hz - lo_hz);
    double a = power_at(survey, top->channel, a_hz);
    double b = power_at(survey, top->channel, b_hz);
    double best = fmax(a, b);
    for (int i = 0; i < n_rounds; ++i) {
        if (a > b) {
            hi_hz = b_hz;
            b_hz = a_hz;
            b = a;
            a_hz = hi_hz - golden * (hi_hz - lo_hz);
            a = power_at(survey, top->channel, a_hz);
        } else {
            lo_hz = a_hz;
            a_hz = b_hz;
            a = b;
            b_hz = lo_hz + golden * (hi_hz - lo_hz);
            b = power_at(survey, top->channel, b_hz);
        }
        best = fmax(best, fmax(a, b));
    }
    return best;
}

bool tare_survey_step(TareSurvey* survey)
{
    if (survey->n_steps_done == TARE_SURVEY_MAX_STEPS)
        return false;
    const uint32_t step = survey->n_steps_done++;
    if (step < TARE_N_SECTIONS) {
        add_section(survey, &survey->cascade->sections[step]);
        if (step + 1 == TARE_N_SECTIONS)
            read_grid(survey);
        return true;
    }
    const Top* const top = &survey->tops[survey->n_tops_done];
    if (survey->n_tops_done == survey->n_tops ||
        top->seeming_power < hopeless_power_ratio * survey->highest) {
        survey->n_steps_done = TARE_SURVEY_MAX_STEPS;
        return false;
    }
    survey->highest = fmax(survey->highest, refine_top(survey, top));
    ++survey->n_tops_done;
    return true;
}

double tare_survey_peak_db(const TareSurvey* survey)
{
    return 10.0 * log10(fmax(survey->highest, 1e-30));
}

double tare_survey_pink_power(const TareSurvey* survey)
{
    return survey->pink_power;
}

double tare_survey_cascade_peak_db(const TareCascade* cascade, uint32_t n_channels)
{
    TareSurvey* survey = tare_survey_new(cascade->sample_rate_hz);
    if (!survey)
        return NAN;
    tare_survey_begin(survey, cascade, n_channels);
    while (tare_survey_step(survey)) {
    }
    const double peak_db = tare_survey_peak_db(survey);
    tare_survey_free(survey);
    return peak_db;
}
