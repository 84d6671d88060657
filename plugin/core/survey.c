#include "survey.h"

#include "cascade.h"
#include "loudness.h"
#include "pace.h"
#include "shape.h"
#include "two.h"

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

/* So many sections are multiplied before one division: their product cannot leave the range of
   double: for 8 Hz and Q 10 at 768 kHz that of a denominator falls to 1e-20. */
enum { max_sections_at_once = TARE_SURVEY_SECTIONS_PER_STEP / 2 };

/** A point higher than its neighbours, and how high the response seems to be around there. */
typedef struct {
    uint32_t channel, point;
    double seeming_power;
} Top;

struct TareSurvey {
    double sample_rate_hz;
    uint32_t n_parts; ///< of a step
    uint32_t n_points;
    double* freq_hz;
    double* sin2;      ///< of half the angle of a point, squared; one more than points
    double* sin2_cos2; ///< the same times the square of the cosine
    double* weight;    ///< of a point in the loudness of pink noise; their sum is 1
    double* power[TARE_MAX_CHANNELS];
    const TareCascade* cascade;
    uint32_t n_channels;
    uint32_t n_sections_done;
    bool is_read;                   ///< what the grid says is known
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
        const TareDelta delta = tare_biquad_delta_at(freq_hz, survey->sample_rate_hz);
        survey->weight[i] = is_audible ? 1.0 : 0.0;
        for (int k = 0; k < TARE_N_WEIGHTS; ++k)
            survey->weight[i] *= tare_biquad_power_at(&weights[k], &delta);
        sum += survey->weight[i];
    }
    for (uint32_t i = 0; i < survey->n_points; ++i)
        survey->weight[i] /= sum;
}

static void fill_grid(TareSurvey* survey)
{
    for (uint32_t i = 0; i < survey->n_points; ++i)
        survey->freq_hz[i] = point_freq_hz(survey, i);
    for (uint32_t i = 0; i <= survey->n_points; ++i) {
        const TareShapePoint at =
            tare_shape_point(point_freq_hz(survey, i), survey->sample_rate_hz);
        survey->sin2[i] = at.sin2;
        survey->sin2_cos2[i] = at.sin2 * at.cos2;
    }
    fill_weights(survey);
}

TareSurvey* tare_survey_new(double sample_rate_hz)
{
    TareSurvey* survey = calloc(1, sizeof *survey);
    if (!survey)
        return NULL;
    survey->sample_rate_hz = sample_rate_hz;
    survey->n_parts = tare_pace(sample_rate_hz).n_parts;
    const double octaves = log2(0.5 * sample_rate_hz / lowest_hz);
    survey->n_points = (uint32_t)ceil(octaves * points_per_octave) + 1;
    const size_t n = survey->n_points;
    survey->freq_hz = malloc(n * sizeof *survey->freq_hz);
    survey->sin2 = malloc((n + 1) * sizeof *survey->sin2);
    survey->sin2_cos2 = malloc((n + 1) * sizeof *survey->sin2_cos2);
    survey->weight = malloc(n * sizeof *survey->weight);
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        survey->power[c] = malloc((n + 1) * sizeof *survey->power[c]);
    if (!survey->freq_hz || !survey->sin2 || !survey->sin2_cos2 || !survey->weight ||
        !survey->power[0] || !survey->power[1]) {
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
    free(survey->sin2_cos2);
    free(survey->sin2);
    free(survey->freq_hz);
    free(survey);
}

void tare_survey_begin(TareSurvey* survey, const TareCascade* cascade, uint32_t n_channels)
{
    survey->cascade = cascade;
    survey->n_channels = tare_cascade_is_same_in_both(cascade) ? 1 : n_channels;
    survey->n_sections_done = 0;
    survey->is_read = false;
    survey->n_tops = survey->n_tops_done = 0;
    survey->highest_on_grid = survey->highest = 0.0;
    for (uint32_t c = 0; c < survey->n_channels; ++c)
        for (uint32_t i = 0; i <= survey->n_points; ++i)
            survey->power[c][i] = cascade->gain * cascade->gain;
}

/** |c0 + c1 s + c2 s^2|^2 cos^4 = (c0 - (c0 + c2) sin^2)^2 + c1^2 sin^2 cos^2, as in shape.c. */
typedef struct {
    double c0, c02, c1_squared;
} Polynomial;

static Polynomial polynomial(double c0, double c1, double c2)
{
    return (Polynomial){c0, c0 + c2, c1 * c1};
}

static TareTwo power_of(const Polynomial* p, TareTwo sin2, TareTwo sin2_cos2)
{
    const TareTwo even = p->c0 - p->c02 * sin2;
    return even * even + p->c1_squared * sin2_cos2;
}

typedef struct {
    Polynomial above, below;
} Fraction;

/** The inverse of tare_shape_biquad(). */
static Fraction fraction_of(const TareBiquad* h)
{
    const double n0 = h->p2 / 4.0;
    const double n1 = (h->p1 - h->p2) / 2.0;
    const double d0 = h->q2 / 4.0;
    const double d1 = (h->q1 - h->q2) / 2.0;
    return (Fraction){polynomial(n0, n1, h->b0 - n1 - n0), polynomial(d0, d1, 1.0 - d1 - d0)};
}

/** Multiplies one power, or two when the other is not NULL, with that of n sections. */
static void multiply(const TareSurvey* survey, const Fraction* sections, uint32_t n, double* power,
                     double* other)
{
    for (uint32_t i = 0; i < survey->n_points; i += 2) {
        const TareTwo sin2 = tare_two_load(survey->sin2 + i);
        const TareTwo sin2_cos2 = tare_two_load(survey->sin2_cos2 + i);
        TareTwo above = {1.0, 1.0};
        TareTwo below = {1.0, 1.0};
        for (uint32_t k = 0; k < n; ++k) {
            above *= power_of(&sections[k].above, sin2, sin2_cos2);
            below *= power_of(&sections[k].below, sin2, sin2_cos2);
        }
        const TareTwo factor = above / below;
        const TareTwo product = factor * tare_two_load(power + i);
        tare_two_store(power + i, product);
        if (other) {
            const TareTwo product_of_other = factor * tare_two_load(other + i);
            tare_two_store(other + i, product_of_other);
        }
    }
}

/** Those of some sections that are in the left channel, and those that are in the right one. */
static void add_some(TareSurvey* survey, const TareSection* sections, uint32_t n_sections,
                     bool is_left, bool is_right)
{
    Fraction chosen[max_sections_at_once];
    uint32_t n = 0;
    for (uint32_t k = 0; k < n_sections; ++k)
        if (sections[k].in_channel[0] == is_left && sections[k].in_channel[1] == is_right)
            chosen[n++] = fraction_of(&sections[k].biquad);
    const bool is_both = is_left && is_right && survey->n_channels > 1;
    if (n > 0 && (is_left || survey->n_channels > 1))
        multiply(survey, chosen, n, survey->power[!is_left], is_both ? survey->power[1] : NULL);
}

static void add_sections(TareSurvey* survey, const TareSection* sections, uint32_t n)
{
    add_some(survey, sections, n, true, true);
    add_some(survey, sections, n, true, false);
    add_some(survey, sections, n, false, true);
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

/** The next sections, and once they are all there what they say. */
static void step_sections(TareSurvey* survey)
{
    const int n_times = survey->n_parts > 1 ? 1 : 2;
    for (int i = 0; i < n_times && survey->n_sections_done < TARE_N_SECTIONS; ++i) {
        const uint32_t n_left = TARE_N_SECTIONS - survey->n_sections_done;
        const uint32_t n = n_left < max_sections_at_once ? n_left : max_sections_at_once;
        add_sections(survey, &survey->cascade->sections[survey->n_sections_done], n);
        survey->n_sections_done += n;
    }
}

/** The next tops; false when no other can win. */
static bool step_tops(TareSurvey* survey)
{
    const uint32_t n_times = (TARE_SURVEY_TOPS_PER_STEP + survey->n_parts - 1) / survey->n_parts;
    for (uint32_t i = 0; i < n_times; ++i) {
        const Top* const top = &survey->tops[survey->n_tops_done];
        if (survey->n_tops_done == survey->n_tops ||
            top->seeming_power < hopeless_power_ratio * survey->highest)
            return false;
        survey->highest = fmax(survey->highest, refine_top(survey, top));
        ++survey->n_tops_done;
    }
    return true;
}

bool tare_survey_step(TareSurvey* survey)
{
    if (survey->n_sections_done < TARE_N_SECTIONS) {
        step_sections(survey);
    } else if (!survey->is_read) {
        read_grid(survey);
        survey->is_read = true;
    } else {
        return step_tops(survey);
    }
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
