/* What a change of everything costs: the longest block of 64 frames while 20 bands change at once,
   how long until the change is complete, and the first block after activation. Thread CPU time; the
   best of several rounds counts, since anything else may run on the machine too. */

#include "controls.h"
#include "helpers/noise.h"
#include "helpers/stopwatch.h"
#include "tare/eq.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { block = 64, n_blocks = 200, n_rounds = 30, n_presets = 12 };

/** Twenty bands all over the range, for both sides or each alone. */
static TareControls preset(uint32_t seed, double reference_rate_hz)
{
    TareControls controls = tare_controls_default();
    controls.set.reference_rate_hz = reference_rate_hz;
    controls.bass_db = 2;
    controls.treble_db = -2;
    controls.tilt_db_per_octave = -0.3;
    for (int i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] =
            (TareBand){i == 0    ? TARE_BAND_LOW_SHELF
                       : i == 19 ? TARE_BAND_HIGH_SHELF
                                 : TARE_BAND_PEAK,
                       25 * pow(1.38, i + noise_next(&seed) % 100 / 100.0),
                       (int)(noise_next(&seed) % 160) / 10.0 - 8,
                       0.2 + noise_next(&seed) % 400 / 100.0, (TareChannel)(noise_next(&seed) % 3)};
    return controls;
}

typedef struct {
    double first_us, longest_us;
} Cost;

/** Keeps the lowest time of each block over the rounds, then takes the longest block. */
static Cost cost_of(double rate_hz, const TareControls* before, const TareControls* after)
{
    static float left[block], right[block];
    double best_us[n_blocks];
    for (int round = 0; round < n_rounds; ++round) {
        TareEq* eq = tare_eq_new(rate_hz, 2);
        uint32_t seed = 1;
        for (int b = 0; eq && b < n_blocks; ++b) {
            for (int i = 0; i < block; ++i)
                left[i] = right[i] = 0.1f * noise_sample(&seed);
            const double start_us = stopwatch_us();
            tare_eq_set_controls(eq, b < 20 ? before : after);
            tare_eq_process(eq, (const float*[]){left, right}, (float*[]){left, right}, block);
            const double us = stopwatch_us() - start_us;
            best_us[b] = round == 0 ? us : fmin(best_us[b], us);
        }
        tare_eq_free(eq);
    }
    Cost cost = {best_us[0], 0};
    for (int b = 20; b < n_blocks; ++b)
        cost.longest_us = fmax(cost.longest_us, best_us[b]);
    return cost;
}

int main(void)
{
    static const double rates_hz[] = {44100, 48000, 96000, 192000};
    static const double references_hz[] = {0, 44100, 48000};
    printf(
        "rate      reference   first block   longest block of 64 in a change   of its duration\n");
    for (int r = 0; r < 4; ++r)
        for (int f = 0; f < 3; ++f) {
            Cost worst = {0, 0};
            for (uint32_t p = 0; p < n_presets; ++p) {
                const TareControls before = preset(2 * p + 1, references_hz[f]);
                const TareControls after = preset(2 * p + 2, references_hz[f]);
                const Cost cost = cost_of(rates_hz[r], &before, &after);
                worst.first_us = fmax(worst.first_us, cost.first_us);
                worst.longest_us = fmax(worst.longest_us, cost.longest_us);
            }
            printf("%6.0f    %6.0f      %7.0f us    %7.1f us                        %.1f %%\n",
                   rates_hz[r], references_hz[f], worst.first_us, worst.longest_us,
                   100 * worst.longest_us / (1e6 * block / rates_hz[r]));
        }
    return 0;
}
