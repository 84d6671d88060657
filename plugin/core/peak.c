#include "peak.h"

#include <math.h>
#include <stdlib.h>

/* Fine enough that no top, be it as narrow as 30 dB at Q 20, falls through between two points. */
static const double points_per_octave = 48.0;

static const double lowest_hz = 5.0;

/* A top on the grid may be this much higher between two points; lower ones cannot win. */
static const double hidden_power_ratio = 0.125;

struct TarePeakSearch {
    double sample_rate_hz;
    uint32_t n_points;
    double* freq_hz;
    TareDelta* deltas;
    double* power[TARE_MAX_CHANNELS];
    const TareCascade* cascade;
    uint32_t n_channels;
    uint32_t n_steps_done;
    uint32_t channel, point; ///< where the search for tops goes on
    double highest_on_grid, highest;
};

static double point_freq_hz(const TarePeakSearch* search, uint32_t i)
{
    const double freq_hz = lowest_hz * exp2(i / points_per_octave);
    return fmin(freq_hz, 0.5 * search->sample_rate_hz);
}

static void fill_grid(TarePeakSearch* search)
{
    for (uint32_t i = 0; i < search->n_points; ++i) {
        search->freq_hz[i] = point_freq_hz(search, i);
        search->deltas[i] = tare_delta_at(search->freq_hz[i], search->sample_rate_hz);
    }
}

TarePeakSearch* tare_peak_search_new(double sample_rate_hz)
{
    TarePeakSearch* search = calloc(1, sizeof *search);
    if (!search)
        return NULL;
    search->sample_rate_hz = sample_rate_hz;
    const double octaves = log2(0.5 * sample_rate_hz / lowest_hz);
    search->n_points = (uint32_t)ceil(octaves * points_per_octave) + 1;
    const size_t n = search->n_points;
    search->freq_hz = malloc(n * sizeof *search->freq_hz);
    search->deltas = malloc(n * sizeof *search->deltas);
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        search->power[c] = malloc(n * sizeof *search->power[c]);
    if (!search->freq_hz || !search->deltas || !search->power[0] || !search->power[1]) {
        tare_peak_search_free(search);
        return NULL;
    }
    fill_grid(search);
    return search;
}

void tare_peak_search_free(TarePeakSearch* search)
{
    if (!search)
        return;
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        free(search->power[c]);
    free(search->deltas);
    free(search->freq_hz);
    free(search);
}

static bool is_same_in_both(const TareCascade* cascade)
{
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
        if (cascade->sections[k].in_channel[0] != cascade->sections[k].in_channel[1])
            return false;
    return true;
}

void tare_peak_search_begin(TarePeakSearch* search, const TareCascade* cascade, uint32_t n_channels)
{
    search->cascade = cascade;
    search->n_channels = is_same_in_both(cascade) ? 1 : n_channels;
    search->n_steps_done = 0;
    search->channel = search->point = 0;
    search->highest_on_grid = search->highest = 0.0;
    for (uint32_t c = 0; c < search->n_channels; ++c)
        for (uint32_t i = 0; i < search->n_points; ++i)
            search->power[c][i] = cascade->gain * cascade->gain;
}

static void add_section(TarePeakSearch* search, const TareSection* section)
{
    for (uint32_t c = 0; c < search->n_channels; ++c)
        if (section->in_channel[c])
            for (uint32_t i = 0; i < search->n_points; ++i)
                search->power[c][i] *= tare_biquad_power_at(&section->biquad, &search->deltas[i]);
}

static void find_highest_on_grid(TarePeakSearch* search)
{
    for (uint32_t c = 0; c < search->n_channels; ++c)
        for (uint32_t i = 0; i < search->n_points; ++i)
            search->highest_on_grid = fmax(search->highest_on_grid, search->power[c][i]);
    search->highest = search->highest_on_grid;
}

static bool is_top(const TarePeakSearch* search, uint32_t channel, uint32_t i)
{
    const double* power = search->power[channel];
    return power[i] >= hidden_power_ratio * search->highest_on_grid &&
           (i == 0 || power[i] >= power[i - 1]) &&
           (i + 1 == search->n_points || power[i] >= power[i + 1]);
}

/** Goes to the next top on the grid, from where it stands. False when there is none. */
static bool seek_top(TarePeakSearch* search)
{
    for (; search->channel < search->n_channels; ++search->channel, search->point = 0)
        for (; search->point < search->n_points; ++search->point)
            if (is_top(search, search->channel, search->point))
                return true;
    return false;
}

static double power_at(const TarePeakSearch* search, double freq_hz)
{
    const TareCascade* cascade = search->cascade;
    const TareDelta delta = tare_delta_at(freq_hz, search->sample_rate_hz);
    double power = cascade->gain * cascade->gain;
    for (int k = 0; k < TARE_N_SECTIONS; ++k)
        if (cascade->sections[k].in_channel[search->channel])
            power *= tare_biquad_power_at(&cascade->sections[k].biquad, &delta);
    return power;
}

/** Between the neighbours of a point there is one top; golden section closes in on it. */
static double refine_top(const TarePeakSearch* search)
{
    enum { n_rounds = 14 };
    const double golden = 0.6180339887498949;
    double lo_hz = search->freq_hz[search->point ? search->point - 1 : 0];
    double hi_hz =
        search->freq_hz[search->point + 1 < search->n_points ? search->point + 1 : search->point];
    double a_hz = hi_hz - golden * (hi_hz - lo_hz);
    double b_hz = lo_hz + golden * (hi_hz - lo_hz);
    double a = power_at(search, a_hz);
    double b = power_at(search, b_hz);
    double best = fmax(a, b);
    for (int i = 0; i < n_rounds; ++i) {
        if (a > b) {
            hi_hz = b_hz;
            b_hz = a_hz;
            b = a;
            a_hz = hi_hz - golden * (hi_hz - lo_hz);
            a = power_at(search, a_hz);
        } else {
            lo_hz = a_hz;
            a_hz = b_hz;
            a = b;
            b_hz = lo_hz + golden * (hi_hz - lo_hz);
            b = power_at(search, b_hz);
        }
        best = fmax(best, fmax(a, b));
    }
    return best;
}

bool tare_peak_search_step(TarePeakSearch* search)
{
    if (search->n_steps_done == TARE_PEAK_MAX_STEPS)
        return false;
    const uint32_t step = search->n_steps_done++;
    if (step < TARE_N_SECTIONS) {
        add_section(search, &search->cascade->sections[step]);
        if (step + 1 == TARE_N_SECTIONS)
            find_highest_on_grid(search);
        return true;
    }
    if (!seek_top(search)) {
        search->n_steps_done = TARE_PEAK_MAX_STEPS;
        return false;
    }
    search->highest = fmax(search->highest, refine_top(search));
    ++search->point;
    return true;
}

double tare_peak_search_result_db(const TarePeakSearch* search)
{
    return 10.0 * log10(fmax(search->highest, 1e-30));
}

double tare_cascade_peak_db(const TareCascade* cascade, uint32_t n_channels)
{
    TarePeakSearch* search = tare_peak_search_new(cascade->sample_rate_hz);
    if (!search)
        return NAN;
    tare_peak_search_begin(search, cascade, n_channels);
    while (tare_peak_search_step(search)) {
    }
    const double peak_db = tare_peak_search_result_db(search);
    tare_peak_search_free(search);
    return peak_db;
}
