/* The same sound at every rate: how far the response of each published preset is from its reference
   at other stream rates, and what a design costs. An argument N takes every Nth preset. */

#include "controls.h"
#include "designer.h"
#include "helpers/published.h"
#include "helpers/rates.h"
#include "helpers/stopwatch.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static const double stream_rates_hz[] = {44100, 48000, 88200, 96000, 176400, 192000};
enum { n_stream_rates = sizeof stream_rates_hz / sizeof *stream_rates_hz };

typedef struct {
    double whole_us, longest_step_us;
    int n_steps;
} Cost;

static Cost cost_of(const TareBandSet* set, double sample_rate_hz)
{
    static TareDesigner designer;
    TareControls controls = tare_controls_default();
    controls.set = *set;
    Cost cost = {0};
    bool more = true;
    const double start_us = stopwatch_us();
    double before_us = start_us;
    for (tare_designer_start(&designer, &controls, sample_rate_hz, 2); more; ++cost.n_steps) {
        more = tare_designer_step(&designer);
        const double after_us = stopwatch_us();
        cost.longest_step_us = fmax(cost.longest_step_us, after_us - before_us);
        before_us = after_us;
    }
    cost.whole_us = before_us - start_us;
    return cost;
}

static void print_errors(double reference_rate_hz, double sample_rate_hz, double* errors, size_t n)
{
    sort_numbers(errors, n);
    printf("%9.0f %9.0f %9.4f %9.4f %9.4f %9.4f %9.3f\n", reference_rate_hz, sample_rate_hz,
           errors[n / 2], errors[n * 9 / 10], errors[n * 99 / 100], errors[n * 999 / 1000],
           errors[n - 1]);
}

static void print_table(TareBandSet* sets, size_t n, size_t stride, double reference_rate_hz,
                        double* errors)
{
    for (int k = 0; k < n_stream_rates; ++k) {
        size_t n_errors = 0;
        if (stream_rates_hz[k] == reference_rate_hz)
            continue;
        for (size_t i = 0; i < n; i += stride) {
            sets[i].reference_rate_hz = reference_rate_hz;
            errors[n_errors++] = rates_error_db(&sets[i], stream_rates_hz[k]);
        }
        print_errors(reference_rate_hz, stream_rates_hz[k], errors, n_errors);
    }
}

static void print_costs(const TareBandSet* sets, size_t n, size_t stride, double* values)
{
    size_t n_values = 0;
    double longest_step_us = 0.0;
    int most_steps = 0;
    for (size_t i = 0; i < n; i += stride) {
        const Cost cost = cost_of(&sets[i], 96000.0);
        values[n_values++] = cost.whole_us;
        longest_step_us = fmax(longest_step_us, cost.longest_step_us);
        most_steps = cost.n_steps > most_steps ? cost.n_steps : most_steps;
    }
    sort_numbers(values, n_values);
    printf("design of a preset at 96 kHz: median %.0f us, longest %.0f us; longest step %.0f us, "
           "most steps %d\n",
           values[n_values / 2], values[n_values - 1], longest_step_us, most_steps);
}

/** Twenty wide, high bands, all in need of all the work there is. */
static void print_worst_cost(void)
{
    TareBandSet set = {.reference_rate_hz = 44100.0, .n_bands = TARE_MAX_BANDS};
    for (int i = 0; i < TARE_MAX_BANDS; ++i)
        set.bands[i] = (TareBand){.type = TARE_BAND_PEAK,
                                  .freq_hz = 3000.0 + 700.0 * i,
                                  .gain_db = i % 3 == 0 ? -12.0 : 9.0,
                                  .q = 0.3 + 0.02 * i};
    Cost best = {.whole_us = HUGE_VAL, .longest_step_us = HUGE_VAL};
    for (int i = 0; i < 200; ++i) {
        const Cost cost = cost_of(&set, 192000.0);
        best.whole_us = fmin(best.whole_us, cost.whole_us);
        best.longest_step_us = fmin(best.longest_step_us, cost.longest_step_us);
        best.n_steps = cost.n_steps;
    }
    printf(
        "design of 20 wide, high bands, best of 200: %.0f us in %d steps, longest step %.1f us\n",
        best.whole_us, best.n_steps, best.longest_step_us);
}

int main(int argc, char** argv)
{
    const size_t stride = argc > 1 && atoi(argv[1]) > 0 ? (size_t)atoi(argv[1]) : 1;
    print_worst_cost();
    TareBandSet* sets;
    const size_t n = published_read(&sets);
    double* values = malloc((n + 1) * sizeof *values);
    if (n == 0 || !values) {
        puts("presets/catalogue/opra.tare cannot be read");
        free(values);
        free(sets);
        return 1;
    }
    print_costs(sets, n, stride, values);
    puts("reference    stream    median       90%       99%     99.9%     worst   (dB)");
    print_table(sets, n, stride, 44100.0, values);
    print_table(sets, n, stride, 48000.0, values);
    print_table(sets, n, stride, 0.0, values);
    free(values);
    free(sets);
    return 0;
}
