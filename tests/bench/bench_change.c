/* What a change of everything costs: the longest block of 64 frames while 20 bands change at once,
   how long until the change is complete, and the first block after activation. Thread CPU time; the
   best of several rounds counts, since anything else may run on the machine too.

   The first block is timed twice: as the plugin makes it, whose activation works out what the
   controls ask for, and when they change once more after the activation, so that the block does. */

#include "controls.h"
#include "helpers/noise.h"
#include "helpers/stopwatch.h"
#include "instance.h"
#include "ports.h"
#include "settings.h"
#include "tare/eq.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { block = 64, n_blocks_before = 20, max_blocks = 700, n_rounds = 30, n_presets = 12 };

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
    double prepared_us, unprepared_us;
} First;

/** One activation of the plugin with these controls; returns the time of its first block. */
static double first_block_us(double rate_hz, const TareControls* controls, bool is_prepared)
{
    static float sound[4][block], values[TARE_MAX_PORTS];
    TareInstance* const instance = tare_instance_new(rate_hz, 2);
    if (!instance)
        return (double)NAN;
    for (uint32_t i = 0; i < tare_ports_count(2); ++i) {
        const TarePort port = tare_port(2, i);
        values[i] = tare_settings_port_value(controls, &port);
        tare_instance_connect(instance, i, i < 4 ? sound[i] : &values[i]);
    }
    const uint32_t bass = tare_port_index(2, TARE_PORT_BASS, 0);
    values[bass] += is_prepared ? 0.0f : 1.0f;
    tare_instance_activate(instance);
    values[bass] = (float)controls->bass_db;
    const double start_us = stopwatch_us();
    tare_instance_run(instance, block);
    const double us = stopwatch_us() - start_us;
    tare_instance_free(instance);
    return us;
}

static First first_of(double rate_hz, const TareControls* controls)
{
    First first = {(double)INFINITY, (double)INFINITY};
    for (int round = 0; round < n_rounds; ++round) {
        first.prepared_us = fmin(first.prepared_us, first_block_us(rate_hz, controls, true));
        first.unprepared_us = fmin(first.unprepared_us, first_block_us(rate_hz, controls, false));
    }
    return first;
}

static void print_first_blocks(void)
{
    static const double rates_hz[] = {44100, 48000, 96000, 192000, 768000};
    printf("rate      first block   of its duration   worked out in it   of its duration\n");
    for (int r = 0; r < 5; ++r) {
        First worst = {0, 0};
        for (uint32_t p = 0; p < n_presets; ++p) {
            const TareControls controls = preset(p + 1, 44100);
            const First first = first_of(rates_hz[r], &controls);
            worst.prepared_us = fmax(worst.prepared_us, first.prepared_us);
            worst.unprepared_us = fmax(worst.unprepared_us, first.unprepared_us);
        }
        const double percent = 100 * rates_hz[r] / (1e6 * block);
        printf("%6.0f    %8.1f us   %13.1f %%   %13.1f us   %13.1f %%\n", rates_hz[r],
               worst.prepared_us, worst.prepared_us * percent, worst.unprepared_us,
               worst.unprepared_us * percent);
    }
}

/* A change is complete within it. */
static const double change_seconds = 0.045;

/** Keeps the lowest time of each block over the rounds, then takes the longest block. */
static double longest_us(double rate_hz, const TareControls* before, const TareControls* after)
{
    static float left[block], right[block];
    double best_us[max_blocks];
    const int n_blocks = n_blocks_before + (int)(change_seconds * rate_hz / block);
    for (int round = 0; round < n_rounds; ++round) {
        TareEq* eq = tare_eq_new(rate_hz, 2);
        uint32_t seed = 1;
        for (int b = 0; eq && b < n_blocks; ++b) {
            for (int i = 0; i < block; ++i)
                left[i] = right[i] = 0.1f * noise_sample(&seed);
            const double start_us = stopwatch_us();
            tare_eq_set_controls(eq, b < n_blocks_before ? before : after);
            tare_eq_process(eq, (const float*[]){left, right}, (float*[]){left, right}, block);
            const double us = stopwatch_us() - start_us;
            best_us[b] = round == 0 ? us : fmin(best_us[b], us);
        }
        tare_eq_free(eq);
    }
    double longest = 0;
    for (int b = n_blocks_before; b < n_blocks; ++b)
        longest = fmax(longest, best_us[b]);
    return longest;
}

int main(void)
{
    static const double rates_hz[] = {44100, 48000, 96000, 192000, 768000};
    static const double references_hz[] = {0, 44100, 48000};
    print_first_blocks();
    printf("\nrate      reference   longest block of 64 in a change   of its duration\n");
    for (int r = 0; r < 5; ++r)
        for (int f = 0; f < 3; ++f) {
            double worst_us = 0;
            for (uint32_t p = 0; p < n_presets; ++p) {
                const TareControls before = preset(2 * p + 1, references_hz[f]);
                const TareControls after = preset(2 * p + 2, references_hz[f]);
                worst_us = fmax(worst_us, longest_us(rates_hz[r], &before, &after));
            }
            printf("%6.0f    %6.0f      %7.1f us                        %.1f %%\n", rates_hz[r],
                   references_hz[f], worst_us, 100 * worst_us / (1e6 * block / rates_hz[r]));
        }
    return 0;
}
