#include "window/lines.h"

#include "cascade.h"
#include "controls.h"
#include "design.h"
#include "picture/plot_data.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LOWEST_HZ 20.0
#define HIGHEST_HZ 20000.0

/* That of most streams; the shape at others differs by little, and only near the top. */
#define RATE_HZ 48000.0

/* Points a pixel or two apart, and more where a band may be narrower than that. */
enum {
    N_EVEN = 480,
    N_AROUND = 5,
    MAX_POINTS = N_EVEN + N_AROUND * TARE_MAX_BANDS,
    MAX_CURVES = TARE_MAX_BANDS + TARE_MAX_CHANNELS
};

struct TareLines {
    TareControls controls; ///< what they show
    uint32_t n_channels;   ///< 0: nothing
    bool sides_differ;
    TarePlot plot;
    TarePlotCurve curves[MAX_CURVES];
    double freq_hz[MAX_POINTS];
    double gain_db[MAX_CURVES][MAX_POINTS];
};

TareLines* tare_lines_new(void)
{
    TareLines* const lines = calloc(1, sizeof *lines);
    if (!lines)
        return NULL;
    lines->plot.freq_hz = lines->freq_hz;
    lines->plot.curves = lines->curves;
    return lines;
}

void tare_lines_free(TareLines* lines)
{
    free(lines);
}

static int compare_frequencies(const void* a, const void* b)
{
    const double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

/** Evenly on a logarithmic axis, and around the middle of each band by its width. */
static void place_points(TareLines* lines, const TareBandSet* set)
{
    static const double around[N_AROUND] = {-0.5, -0.125, 0.0, 0.125, 0.5};
    size_t n = 0;
    for (; n < N_EVEN; ++n)
        lines->freq_hz[n] = LOWEST_HZ * pow(HIGHEST_HZ / LOWEST_HZ, (double)n / (N_EVEN - 1));
    for (size_t i = 0; i < TARE_MAX_BANDS; ++i)
        for (size_t k = 0; tare_band_is_active(&set->bands[i]) && k < N_AROUND; ++k) {
            const double freq_hz = set->bands[i].freq_hz * (1.0 + around[k] / set->bands[i].q);
            if (freq_hz > LOWEST_HZ && freq_hz < HIGHEST_HZ)
                lines->freq_hz[n++] = freq_hz;
        }
    qsort(lines->freq_hz, n, sizeof *lines->freq_hz, compare_frequencies);
    lines->plot.n_points = n;
}

/** Level of one channel over frequency, without the preamp. */
static void respond(TareLines* lines, const TareCascade* cascade, uint32_t channel, double* gain_db)
{
    for (size_t i = 0; i < lines->plot.n_points; ++i)
        gain_db[i] = tare_cascade_gain_db(cascade, channel, lines->freq_hz[i]);
}

static double* add_curve(TareLines* lines, TarePlotKind kind)
{
    const size_t i = lines->plot.n_curves++;
    lines->curves[i] = (TarePlotCurve){.kind = kind, .gain_db = lines->gain_db[i]};
    return lines->gain_db[i];
}

static void add_bands(TareLines* lines, const TareControls* controls)
{
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i) {
        const TareBand* const band = &controls->set.bands[i];
        if (!tare_band_is_active(band))
            continue;
        TareControls alone = tare_controls_default();
        alone.is_preamp_manual = true;
        alone.strength = controls->strength;
        alone.set.reference_rate_hz = controls->set.reference_rate_hz;
        alone.set.bands[0] = *band;
        TareCascade cascade;
        tare_design_cascade(&cascade, &alone, RATE_HZ, lines->n_channels);
        const bool is_right = band->channel == TARE_CHANNEL_RIGHT && lines->n_channels > 1;
        respond(lines, &cascade, is_right ? 1 : 0, add_curve(lines, TARE_PLOT_BAND));
    }
}

static void add_sums(TareLines* lines, const TareControls* controls)
{
    TareControls level = *controls;
    level.is_preamp_manual = true;
    level.set.preamp_db = 0.0;
    TareCascade cascade;
    tare_design_cascade(&cascade, &level, RATE_HZ, lines->n_channels);
    lines->sides_differ = false;
    for (uint32_t i = 0; lines->n_channels > 1 && i < TARE_MAX_BANDS; ++i)
        lines->sides_differ =
            lines->sides_differ || (tare_band_is_active(&controls->set.bands[i]) &&
                                    controls->set.bands[i].channel != TARE_CHANNEL_BOTH);
    for (uint32_t c = 0; c < (lines->sides_differ ? 2u : 1u); ++c)
        respond(lines, &cascade, c,
                add_curve(lines, lines->sides_differ ? TARE_PLOT_MODEL : TARE_PLOT_CORRECTION));
}

void tare_lines_set(TareLines* lines, const TareControls* controls, uint32_t n_channels)
{
    if (lines->n_channels == n_channels && tare_controls_plan_alike(&lines->controls, controls))
        return;
    lines->controls = *controls;
    lines->n_channels = n_channels;
    lines->plot.n_curves = 0;
    place_points(lines, &controls->set);
    add_bands(lines, controls);
    add_sums(lines, controls);
}

const TarePlot* tare_lines_plot(const TareLines* lines)
{
    return &lines->plot;
}

bool tare_lines_sides_differ(const TareLines* lines)
{
    return lines->sides_differ;
}
