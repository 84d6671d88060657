#include "window/lines.h"

#include "cascade.h"
#include "controls.h"
#include "curves/curve.h"
#include "curves/smooth.h"
#include "design.h"
#include "fit/figures.h"
#include "picture/plot_data.h"
#include "tare/band_traits.h"
#include "window/aiming.h"
#include "window/words.h"

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
    N_KNOWN = 4, ///< how far measurements differ, raw, corrected, target
    MAX_CURVES = TARE_MAX_BANDS + TARE_MAX_CHANNELS + N_KNOWN
};

_Static_assert((int)MAX_POINTS <= (int)TARE_PLOT_MAX_POINTS, "they can be drawn");

struct TareLines {
    TareControls controls; ///< what they show
    uint32_t n_channels;   ///< 0: nothing
    unsigned turn;         ///< of the sound
    TarePlot plot;
    TarePlotCurve curves[MAX_CURVES];
    double freq_hz[MAX_POINTS];
    double gain_db[MAX_CURVES][MAX_POINTS];
    double lowest_db[MAX_POINTS]; ///< of all who measured it
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

static double* add_curve(TareLines* lines, TarePlotKind kind, TareWord label)
{
    const size_t i = lines->plot.n_curves++;
    lines->curves[i] = (TarePlotCurve){
        .kind = kind, .label = label ? tare_word(label) : NULL, .gain_db = lines->gain_db[i]};
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
        respond(lines, &cascade, is_right ? 1 : 0,
                add_curve(lines, TARE_PLOT_BAND, TARE_WORD_NONE));
    }
}

static bool sides_differ(const TareLines* lines)
{
    for (uint32_t i = 0; lines->n_channels > 1 && i < TARE_MAX_BANDS; ++i)
        if (tare_band_is_active(&lines->controls.set.bands[i]) &&
            lines->controls.set.bands[i].channel != TARE_CHANNEL_BOTH)
            return true;
    return false;
}

/** Returns the sum of the bands, that of the left side where they differ. */
static const double* add_sums(TareLines* lines, const TareControls* controls)
{
    TareControls level = *controls;
    level.is_preamp_manual = true;
    level.set.preamp_db = 0.0;
    TareCascade cascade;
    tare_design_cascade(&cascade, &level, RATE_HZ, lines->n_channels);
    if (!sides_differ(lines)) {
        double* const sum_db = add_curve(lines, TARE_PLOT_CORRECTION, TARE_WORD_NONE);
        respond(lines, &cascade, 0, sum_db);
        return sum_db;
    }
    double* const left_db = add_curve(lines, TARE_PLOT_MODEL, TARE_WORD_LEFT);
    respond(lines, &cascade, 0, left_db);
    respond(lines, &cascade, 1, add_curve(lines, TARE_PLOT_MODEL, TARE_WORD_RIGHT));
    return left_db;
}

/** Takes away the mean over 300 Hz to 3 kHz, by the logarithm of frequency. */
static void take_level_away(const TareLines* lines, double* gain_db)
{
    double sum = 0.0, width = 0.0;
    for (size_t i = 0; i + 1 < lines->plot.n_points; ++i) {
        if (!tare_fit_figures_is_level(lines->freq_hz[i]))
            continue;
        const double step = log(lines->freq_hz[i + 1] / lines->freq_hz[i]);
        sum += 0.5 * step * (gain_db[i] + gain_db[i + 1]);
        width += step;
    }
    for (size_t i = 0; i < lines->plot.n_points; ++i)
        gain_db[i] -= sum / width;
}

static void take_curve(const TareLines* lines, const TareCurve* curve, double* level_db)
{
    for (size_t i = 0; i < lines->plot.n_points; ++i)
        level_db[i] = tare_smooth_level_db(curve, lines->freq_hz[i]);
}

/** The area between the lowest and the highest that anybody measured, each at the same level. */
static void add_spread(TareLines* lines, const TareSound* sound)
{
    double one_db[MAX_POINTS];
    if (sound->n_measured < 2)
        return;
    double* const highest_db = add_curve(lines, TARE_PLOT_SPREAD, TARE_WORD_SPREAD);
    lines->curves[lines->plot.n_curves - 1].lowest_db = lines->lowest_db;
    for (size_t k = 0; k < sound->n_measured; ++k) {
        take_curve(lines, &sound->measured[k], one_db);
        take_level_away(lines, one_db);
        for (size_t i = 0; i < lines->plot.n_points; ++i) {
            highest_db[i] = k == 0 ? one_db[i] : fmax(highest_db[i], one_db[i]);
            lines->lowest_db[i] = k == 0 ? one_db[i] : fmin(lines->lowest_db[i], one_db[i]);
        }
    }
}

static double* add_known(TareLines* lines, TarePlotKind kind, TareWord label,
                         const TareCurve* curve)
{
    double* const level_db = add_curve(lines, kind, label);
    take_curve(lines, curve, level_db);
    return level_db;
}

static void add_sound(TareLines* lines, const TareSound* sound, const double* sum_db)
{
    if (!sound->response)
        return;
    double* const raw_db =
        add_known(lines, TARE_PLOT_MEASURED,
                  sound->is_measured ? TARE_WORD_RAW : TARE_WORD_RAW_TOLD, sound->response);
    double* const after_db = add_curve(lines, TARE_PLOT_AFTER, TARE_WORD_CORRECTED);
    for (size_t i = 0; i < lines->plot.n_points; ++i)
        after_db[i] = raw_db[i] + sum_db[i];
    take_level_away(lines, raw_db);
    take_level_away(lines, after_db);
    if (sound->target)
        take_level_away(lines,
                        add_known(lines, TARE_PLOT_TARGET, TARE_WORD_TARGET_LINE, sound->target));
}

void tare_lines_set(TareLines* lines, const TareControls* controls, uint32_t n_channels,
                    const TareSound* sound)
{
    if (lines->n_channels == n_channels && lines->turn == sound->turn &&
        tare_controls_plan_alike(&lines->controls, controls))
        return;
    lines->controls = *controls;
    lines->n_channels = n_channels;
    lines->turn = sound->turn;
    lines->plot.n_curves = 0;
    place_points(lines, &controls->set);
    add_spread(lines, sound);
    add_bands(lines, controls);
    add_sound(lines, sound, add_sums(lines, controls));
}

const TarePlot* tare_lines_plot(const TareLines* lines)
{
    return &lines->plot;
}
