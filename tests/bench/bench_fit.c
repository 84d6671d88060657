/* What a fit costs: CPU for each headphone, greedy and with the usual restarts, over every tenth of
   TARE_DATA/measurements, and how near it comes. Ends with 1 when a limit is missed.
 */

#include "band_set.h"
#include "fit/figures.h"
#include "fit/fit.h"
#include "fit/wish.h"
#include "helpers/measurements.h"
#include "helpers/stopwatch.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { STEP = 10, MAX_HEADPHONES = 200, N_FILTERS = 10 };

#define MAX_GREEDY_MS 10.0
#define MAX_MS 60.0

/** Sorts the times; returns their mean. */
static double print_times(const char* what, double* ms, size_t n)
{
    double sum = 0.0;
    sort_numbers(ms, n);
    for (size_t i = 0; i < n; ++i)
        sum += ms[i];
    printf("%-34s %9.2f %9.2f %9.2f %9.2f\n", what, sum / (double)n, ms[n / 2], ms[n * 99 / 100],
           ms[n - 1]);
    return sum / (double)n;
}

/** Fits all curves; returns the mean time. */
static double print_fits(const char* what, const TareCurve* wished, size_t n, unsigned n_restarts)
{
    double ms[MAX_HEADPHONES];
    double sum_db = 0.0;
    TareFitOptions options = tare_fit_default_options();
    options.n_restarts = n_restarts;
    const double start_ms = 1e-3 * stopwatch_us();
    TareFitter* const fitter = tare_fitter_new(&options);
    const double new_ms = 1e-3 * stopwatch_us() - start_ms;
    for (size_t i = 0; i < n && fitter; ++i) {
        TareBandSet set = {.reference_rate_hz = options.rate_hz};
        const double before_ms = 1e-3 * stopwatch_us();
        tare_fit(fitter, &wished[i], N_FILTERS, &set);
        ms[i] = 1e-3 * stopwatch_us() - before_ms;
        sum_db += tare_fit_figures(&wished[i], &set).rms_db;
    }
    tare_fitter_free(fitter);
    if (!fitter)
        return HUGE_VAL;
    const double mean_ms = print_times(what, ms, n);
    printf("%-34s %9.2f\n", "    once for all", new_ms);
    printf("%-34s %9.3f\n", "    rms 20 Hz to 10 kHz (dB)", sum_db / (double)n);
    return mean_ms;
}

static void print_wishes(const Measurement* headphones, size_t n)
{
    const TareWishOptions options = tare_wish_default_options();
    double ms[MAX_HEADPHONES] = {0.0};
    for (size_t i = 0; i < n; ++i) {
        TareCurve response = {0}, target = {0}, wished = {0};
        const double start_ms = 1e-3 * stopwatch_us();
        if (measurements_curve(&response, headphones[i].response) &&
            measurements_curve(&target, headphones[i].target))
            tare_wish(&wished, &response, &target, &options);
        ms[i] = 1e-3 * stopwatch_us() - start_ms;
        tare_curve_clear(&wished);
        tare_curve_clear(&target);
        tare_curve_clear(&response);
    }
    print_times("reading two curves, and the wish", ms, n);
}

int main(void)
{
    static Measurement headphones[MAX_HEADPHONES];
    static TareCurve wished[MAX_HEADPHONES];
    const size_t n = measurements_read(headphones, MAX_HEADPHONES, STEP);
    if (!n) {
        puts("skipped: " MEASUREMENTS_MISSING);
        return 0;
    }
    for (size_t i = 0; i < n; ++i)
        if (!measurements_curve(&wished[i], headphones[i].wished))
            return 1;
    printf("%-34s %9s %9s %9s %9s (ms of CPU)\n", "", "mean", "median", "99 %", "worst");
    print_wishes(headphones, n);
    const double greedy_ms = print_fits("10 filters, greedy", wished, n, 0);
    const double ms =
        print_fits("10 filters, usual restarts", wished, n, tare_fit_default_options().n_restarts);
    printf("%zu headphones; at most %.0f ms greedy, %.0f ms with restarts; AutoEq takes 225 ms, "
           "autoeq-c 16 to 43 ms\n",
           n, MAX_GREEDY_MS, MAX_MS);
    for (size_t i = 0; i < n; ++i)
        tare_curve_clear(&wished[i]);
    return greedy_ms <= MAX_GREEDY_MS && ms <= MAX_MS ? 0 : 1;
}
