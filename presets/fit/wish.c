#include "fit/wish.h"

#include "base/exact.h"
#include "curves/curve.h"
#include "fit/figures.h"
#include "fit/measured.h"

#include <math.h>
#include <string.h>

enum { POINTS_PER_OCTAVE = 48, N_POINTS = 479 };

#define FROM_HZ 20.0
#define TREBLE_FADE (8.0 / 6.0) /* from where the treble begins to where all is treble */

/* The notch of ear simulators is no fault of the headphone: boosts here are for what is missing
   within octaves. */
#define NOTCH_FROM_HZ 8000.0
#define NOTCH_TO_HZ 10000.0
#define NOTCH_SMOOTHING_OCTAVES 2.0

TareWishOptions tare_wish_default_options(void)
{
    return (TareWishOptions){.smoothing_octaves = 1.0 / 12.0,
                             .treble_smoothing_octaves = 2.0,
                             .treble_limit_hz = 6000.0,
                             .max_boost_db = 6.0,
                             .treble_boost = 0.85,
                             .max_slope_db_per_octave = 36.0};
}

static double freq_at(unsigned i)
{
    return FROM_HZ * tare_exact_exp((double)i / POINTS_PER_OCTAVE * TARE_EXACT_LN2);
}

static void find_freqs(double* freq_hz)
{
    for (unsigned i = 0; i < N_POINTS; ++i)
        freq_hz[i] = freq_at(i);
}

/** 0 below the treble, 1 within, a raised cosine over the logarithm of frequency between. */
static double treble_at(double freq_hz, const TareWishOptions* options)
{
    const double from_hz = options->treble_limit_hz;
    if (freq_hz <= from_hz)
        return 0.0;
    if (freq_hz >= TREBLE_FADE * from_hz)
        return 1.0;
    const double position = tare_exact_log(freq_hz / from_hz) / tare_exact_log(TREBLE_FADE);
    return 0.5 - 0.5 * tare_exact_cos(M_PI * position);
}

/** Smooths over a width in octaves: at each point the parabola that fits the points around best (A.
   Savitzky and M. Golay, 1964), which keeps the height of wide peaks where a mean would lower them.
   Near the ends the width shrinks alike on both sides. Returns the level of a point. */
static double smooth(const double* level_db, double octaves, unsigned i)
{
    const unsigned half = (unsigned)(0.5 * octaves * POINTS_PER_OCTAVE + 0.5);
    unsigned width = half < i ? half : i;
    width = width < N_POINTS - 1 - i ? width : N_POINTS - 1 - i;
    const double m = width;
    const double all = (4.0 * m * m - 1.0) * (2.0 * m + 3.0);
    double sum = 0.0;
    for (unsigned k = 0; k <= 2 * width; ++k) {
        const double x = k - m;
        sum += (3.0 * m * m + 3.0 * m - 1.0 - 5.0 * x * x) * level_db[i - width + k];
    }
    return 3.0 * sum / all;
}

/** What is missing to the target, with a level of 0 dB; where nothing was measured, as much as at
    the end of what was. */
static void find_missing(const TareCurve* response, const TareCurve* target, const double* freqs_hz,
                         double* missing_db)
{
    const TareFitRange kept = tare_fit_measured_kept(response);
    double sum = 0.0;
    unsigned n = 0;
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double at_hz = freqs_hz[i];
        const double freq_hz = fmin(fmax(at_hz, kept.from_hz), kept.to_hz);
        missing_db[i] =
            tare_curve_level_db(target, freq_hz) - tare_curve_level_db(response, freq_hz);
        if (freq_hz != at_hz || !tare_fit_figures_is_level(freq_hz))
            continue;
        sum += missing_db[i];
        ++n;
    }
    for (unsigned i = 0; i < N_POINTS && n > 0; ++i)
        missing_db[i] -= sum / n;
}

/** Smooths, the treble more, and looks past the notch of ear simulators. */
static void smooth_by_place(const TareWishOptions* options, const double* freqs_hz,
                            double* level_db)
{
    double smooth_db[N_POINTS];
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double freq_hz = freqs_hz[i];
        const double treble = treble_at(freq_hz, options);
        const double fine_db = smooth(level_db, options->smoothing_octaves, i);
        smooth_db[i] = fine_db;
        if (treble > 0.0)
            smooth_db[i] +=
                treble * (smooth(level_db, options->treble_smoothing_octaves, i) - fine_db);
        if (freq_hz >= NOTCH_FROM_HZ && freq_hz <= NOTCH_TO_HZ)
            smooth_db[i] =
                fmin(smooth_db[i], fmax(smooth(level_db, NOTCH_SMOOTHING_OCTAVES, i), 0.0));
    }
    memcpy(level_db, smooth_db, sizeof smooth_db);
}

static void limit_boosts(const TareWishOptions* options, const double* freqs_hz, double* level_db)
{
    for (unsigned i = 0; i < N_POINTS; ++i) {
        if (level_db[i] > 0.0)
            level_db[i] *= 1.0 + treble_at(freqs_hz[i], options) * (options->treble_boost - 1.0);
        level_db[i] = fmin(level_db[i], options->max_boost_db);
    }
}

/** Lowers boosts until none rises or falls more steeply than allowed; cuts stay as they are. */
static void limit_slopes(const TareWishOptions* options, double* level_db)
{
    const double step_db = options->max_slope_db_per_octave / POINTS_PER_OCTAVE;
    for (unsigned i = 1; i < N_POINTS; ++i)
        if (level_db[i] > 0.0)
            level_db[i] = fmin(level_db[i], fmax(level_db[i - 1], 0.0) + step_db);
    for (unsigned i = N_POINTS - 1; i-- > 0;)
        if (level_db[i] > 0.0)
            level_db[i] = fmin(level_db[i], fmax(level_db[i + 1], 0.0) + step_db);
}

bool tare_wish(TareCurve* wished, const TareCurve* response, const TareCurve* target,
               const TareWishOptions* options)
{
    double freqs_hz[N_POINTS], level_db[N_POINTS];
    *wished = (TareCurve){0};
    find_freqs(freqs_hz);
    find_missing(response, target, freqs_hz, level_db);
    smooth_by_place(options, freqs_hz, level_db);
    limit_boosts(options, freqs_hz, level_db);
    limit_slopes(options, level_db);
    for (unsigned i = 0; i < N_POINTS; ++i)
        if (!tare_curve_append(wished, freqs_hz[i], level_db[i])) {
            tare_curve_clear(wished);
            return false;
        }
    return true;
}
