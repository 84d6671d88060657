#include "helpers/corrected.h"

#include "cascade.h"
#include "corrections/correction.h"
#include "curves/curve.h"
#include "curves/targets.h"
#include "design.h"
#include "fit/figures.h"
#include "fit/wish.h"
#include "helpers/check.h"
#include "helpers/measurements.h"
#include "settings.h"

#include <math.h>
#include <stdlib.h>

enum { POINTS_PER_OCTAVE = 12 };

static double freq_hz_of(unsigned i)
{
    return 20.0 * exp2((double)i / POINTS_PER_OCTAVE);
}

bool corrected_take_target(TareCurve* curve, const char* aim, bool is_hms)
{
    char name[100];
    *curve = (TareCurve){0};
    if (!strcmp(aim, "oratory1990-in-ear"))
        return !is_hms && measurements_curve(curve, "targets/autoeq/oratory1990 in-ear.csv");
    const size_t length = strlen(aim);
    const size_t n_stem = length > 4 && !strcmp(aim + length - 4, "-hms") ? length - 4 : length;
    snprintf(name, sizeof name, "%.*s%s", (int)n_stem, aim, is_hms ? "-hms" : "");
    const TareTarget* const target = tare_target_find(name);
    for (unsigned i = 0; target && i <= CORRECTED_POINTS + POINTS_PER_OCTAVE; ++i)
        CHECK(tare_curve_append(curve, freq_hz_of(i), tare_target_level_db(target, freq_hz_of(i))));
    return target != NULL;
}

void corrected_gains(double* gain_db, const TareCorrection* correction)
{
    TareCascade cascade;
    const TareControls last = tare_controls_default();
    const double rate_hz = correction->set.reference_rate_hz;
    TareControls controls = tare_settings_from_set(&correction->set);
    tare_controls_clamp(&controls, &last);
    tare_design_cascade(&cascade, &controls, rate_hz > 0.0 ? rate_hz : 48000.0, 2);
    for (unsigned i = 0; i < CORRECTED_POINTS; ++i)
        gain_db[i] = tare_cascade_gain_db(&cascade, 0, freq_hz_of(i));
}

double corrected_rms_db(double* level_db, double from_hz, double to_hz)
{
    double sum = 0.0, squares = 0.0;
    unsigned n = 0;
    for (unsigned i = 0; i < CORRECTED_POINTS; ++i)
        if (freq_hz_of(i) >= from_hz && freq_hz_of(i) <= to_hz) {
            sum += level_db[i];
            ++n;
        }
    for (unsigned i = 0; i < CORRECTED_POINTS; ++i) {
        level_db[i] -= sum / n;
        if (freq_hz_of(i) >= from_hz && freq_hz_of(i) <= to_hz)
            squares += level_db[i] * level_db[i];
    }
    return sqrt(squares / n);
}

/** The mean over a sixth of an octave, as narrow as the bands of an equaliser see it. */
static double smooth_level_db(const TareCurve* curve, double freq_hz)
{
    enum { N = 9, MIDDLE = N / 2 };
    double sum = 0.0;
    for (int i = 0; i < N; ++i)
        sum += tare_curve_level_db(curve, freq_hz * exp2((i - MIDDLE) / (6.0 * N)));
    return sum / N;
}

double corrected_error_db(double* error_db, const TareCorrection* correction,
                          const TareCurve* response, const TareCurve* target)
{
    corrected_gains(error_db, correction);
    for (unsigned i = 0; i < CORRECTED_POINTS; ++i)
        error_db[i] +=
            smooth_level_db(response, freq_hz_of(i)) - tare_curve_level_db(target, freq_hz_of(i));
    return corrected_rms_db(error_db, 40.0, 6000.0);
}

/** How much higher the mean of what a response lacks is over 100 Hz to 10 kHz, where AutoEq sets it
   to 0 dB, than where tare_wish() does. */
static double autoeq_level_db(const TareCurve* response, const TareCurve* target)
{
    double sums_db[2] = {0.0, 0.0};
    unsigned n[2] = {0, 0};
    for (unsigned i = 0; i < CORRECTED_POINTS; ++i) {
        const double freq_hz = freq_hz_of(i);
        const double lack_db =
            tare_curve_level_db(target, freq_hz) - tare_curve_level_db(response, freq_hz);
        const bool is_in[2] = {freq_hz >= 100.0, tare_fit_figures_is_level(freq_hz)};
        for (unsigned k = 0; k < 2; ++k) {
            sums_db[k] += is_in[k] ? lack_db : 0.0;
            n[k] += is_in[k];
        }
    }
    return sums_db[0] / n[0] - sums_db[1] / n[1];
}

double corrected_limited_error_db(const TareCorrection* correction, const TareCurve* response,
                                  const TareCurve* target)
{
    double error_db[CORRECTED_POINTS];
    TareWishOptions options = tare_wish_default_options();
    options.treble_boost = 1.0;
    options.max_slope_db_per_octave = 18.0;
    options.max_boost_db += autoeq_level_db(response, target);
    TareCurve wished;
    CHECK(tare_wish(&wished, response, target, &options));
    corrected_gains(error_db, correction);
    for (unsigned i = 0; i < CORRECTED_POINTS; ++i)
        error_db[i] -= tare_curve_level_db(&wished, freq_hz_of(i));
    tare_curve_clear(&wished);
    return corrected_rms_db(error_db, 20.0, 10000.0);
}

static int by_value(const void* a, const void* b)
{
    const double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

double corrected_part_of(double* values, size_t n, double part)
{
    qsort(values, n, sizeof *values, by_value);
    const double place = (double)(n - 1) * part;
    const size_t below = (size_t)place;
    const size_t above = below + 1 < n ? below + 1 : below;
    return values[below] + (place - (double)below) * (values[above] - values[below]);
}
