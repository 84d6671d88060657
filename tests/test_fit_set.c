/* Fits of real headphones, every tenth of the measurements beside the project. The bars are those
   that all 1200 are to keep, which the sample here stands for. */

#include "fit/fit.h"
#include "fit/wish.h"
#include "helpers/check.h"
#include "helpers/measurements.h"
#include "helpers/rates.h"
#include "helpers/stopwatch.h"

#include <stdlib.h>

enum { STEP = 10, MAX_HEADPHONES = 200 };

/** Values of one figure. */
typedef struct {
    double values[MAX_HEADPHONES];
    size_t n;
} Figure;

static void add(Figure* figure, double value)
{
    figure->values[figure->n++] = value;
}

typedef struct {
    double mean, median, p95, worst;
} Summary;

static Summary sum_up(const char* name, Figure* figure)
{
    const size_t n = figure->n;
    double sum = 0.0;
    sort_numbers(figure->values, n);
    for (size_t i = 0; i < n; ++i)
        sum += figure->values[i];
    const Summary s = {sum / (double)n, figure->values[n / 2], figure->values[n * 95 / 100],
                       figure->values[n - 1]};
    fprintf(stderr, "%-30s %4zu %8.3f %8.3f %8.3f %8.3f\n", name, n, s.mean, s.median, s.p95,
            s.worst);
    return s;
}

/** Figures of all fits. */
typedef struct {
    Figure rms, top_rms, drop, over;
} Figures;

/** How far the set goes above 0 dB with its preamp, at the worst of the usual rates. */
static double over_db(const TareBandSet* set)
{
    static const double rates_hz[] = {44100.0, 48000.0, 96000.0};
    double highest_db = -HUGE_VAL;
    for (unsigned r = 0; r < 3; ++r) {
        TareBandSet at_rate = *set;
        at_rate.reference_rate_hz = rates_hz[r];
        for (double f = 5.0; f < 0.5 * rates_hz[r]; f *= 1.008)
            highest_db = fmax(highest_db, rates_wanted_db(&at_rate, f));
    }
    return fmax(0.0, highest_db + set->preamp_db);
}

static void fit_one(TareFitter* fitter, const char* file, unsigned n_filters, Figures* figures)
{
    TareCurve wished;
    TareBandSet set;
    REQUIRE(measurements_curve(&wished, file));
    CHECK(tare_fit(fitter, &wished, n_filters, &set));
    const TareFitFigures f = tare_fit_figures(&wished, &set);
    add(&figures->rms, f.rms_db);
    add(&figures->top_rms, f.top_rms_db);
    add(&figures->drop, f.drop_db);
    add(&figures->over, over_db(&set));
    tare_curve_clear(&wished);
}

static Measurement headphones[MAX_HEADPHONES];

/** Fits one in `step` measurements; returns how many, 0 when they are not there. */
static size_t fit_all(unsigned n_filters, size_t step, Figures* figures)
{
    const size_t n = measurements_read(headphones, MAX_HEADPHONES, step);
    const TareFitOptions options = tare_fit_default_options();
    TareFitter* const fitter = n ? tare_fitter_new(&options) : NULL;
    for (size_t i = 0; fitter && i < n; ++i)
        fit_one(fitter, headphones[i].wished, n_filters, figures);
    CHECK(fitter || !n);
    tare_fitter_free(fitter);
    return n;
}

static void test_ten_filters(void)
{
    static Figures figures;
    if (!fit_all(10, STEP, &figures))
        SKIP("the measurements ../shared/measurements are not here");
    CHECK(figures.rms.n >= 100);
    fprintf(stderr, "%-30s %4s %8s %8s %8s %8s\n", "10 filters (dB)", "n", "mean", "median", "95 %",
            "worst");
    const Summary rms = sum_up("rms 20 Hz to 10 kHz", &figures.rms);
    CHECK(rms.mean <= 0.16 && rms.p95 <= 0.32);
    CHECK(sum_up("rms 10 to 20 kHz", &figures.top_rms).mean <= 0.5);
    CHECK(sum_up("drop of level", &figures.drop).p95 <= 7.5);
    CHECK(sum_up("above 0 dB", &figures.over).worst <= 2e-4);
}

static void test_seven_filters(void)
{
    static Figures figures;
    if (!fit_all(7, 3 * STEP, &figures))
        SKIP("the measurements ../shared/measurements are not here");
    CHECK(sum_up("7 filters, 20 Hz to 10 kHz", &figures.rms).mean <= 0.28);
}

/* End to end: from the response to the target. What is scored is not the fit but the headphone with
   the bands, smoothed over 1/12 octave, over one octave in the treble. */

enum { N_POINTS = 479 };

static double freq_at(unsigned i)
{
    return 20.0 * pow(2.0, i / 48.0);
}

/** The mean over `half` points to both sides, fewer near the ends. */
static double mean_around(const double* db, unsigned i, unsigned half)
{
    const unsigned below = half < i ? half : i;
    const unsigned width = below < N_POINTS - 1 - i ? below : N_POINTS - 1 - i;
    double sum = 0.0;
    for (unsigned k = i - width; k <= i + width; ++k)
        sum += db[k];
    return sum / (2 * width + 1);
}

/** What is left of an error when it is smoothed; the treble begins at 6 to 8 kHz. */
static double smooth_error(const double* error_db, unsigned i)
{
    const double octaves = fmin(fmax(log2(freq_at(i) / 6000.0), 0.0), log2(8.0 / 6.0));
    const double treble = 0.5 - 0.5 * cos(3.14159265358979 * octaves / log2(8.0 / 6.0));
    return (1.0 - treble) * mean_around(error_db, i, 2) + treble * mean_around(error_db, i, 24);
}

/** 20 Hz to 10 kHz, less the mean of 100 Hz to 10 kHz. */
static double error_rms_db(const TareCurve* response, const TareCurve* target,
                           const TareBandSet* set)
{
    double error_db[N_POINTS];
    double sum = 0.0, squares = 0.0, mean = 0.0;
    unsigned n = 0, n_mean = 0;
    for (unsigned i = 0; i < N_POINTS; ++i)
        error_db[i] = tare_curve_level_db(response, freq_at(i)) + rates_wanted_db(set, freq_at(i)) -
                      tare_curve_level_db(target, freq_at(i));
    for (unsigned i = 0; i < N_POINTS && freq_at(i) <= 10000.0; ++i) {
        const double db = smooth_error(error_db, i);
        const bool is_in_mean = freq_at(i) >= 100.0;
        sum += db;
        squares += db * db;
        mean += is_in_mean ? db : 0.0;
        n_mean += is_in_mean;
        ++n;
    }
    mean /= n_mean;
    return sqrt((squares - 2.0 * mean * sum) / n + mean * mean);
}

static void fit_headphone(TareFitter* fitter, const Measurement* headphone, Figure* errors)
{
    const TareWishOptions options = tare_wish_default_options();
    TareCurve response, target, wished;
    TareBandSet set;
    REQUIRE(measurements_curve(&response, headphone->response));
    REQUIRE(measurements_curve(&target, headphone->target));
    REQUIRE(tare_wish(&wished, &response, &target, &options));
    CHECK(tare_fit(fitter, &wished, 10, &set));
    add(errors, error_rms_db(&response, &target, &set));
    tare_curve_clear(&wished);
    tare_curve_clear(&target);
    tare_curve_clear(&response);
}

static void test_end_to_end(void)
{
    static Figure errors;
    const size_t n = measurements_read(headphones, MAX_HEADPHONES, STEP);
    if (!n)
        SKIP("the measurements ../shared/measurements are not here");
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = 0;
    TareFitter* const fitter = tare_fitter_new(&options);
    REQUIRE(fitter);
    for (size_t i = 0; i < n; ++i)
        fit_headphone(fitter, &headphones[i], &errors);
    tare_fitter_free(fitter);
    const Summary s = sum_up("error of the headphone", &errors);
    CHECK(s.mean <= 0.98 && s.median <= 0.48); /* 1.1 and 0.55 of all 1200 */
}

int main(void)
{
    RUN(test_ten_filters);
    RUN(test_seven_filters);
    RUN(test_end_to_end);
    return check_done();
}
