/* What is heard while something changes: how clean it is, how long it takes, how much work a block
   gets, and that nothing ever blows up. */

#include "controls.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/programme.h"
#include "helpers/splash.h"
#include "pace.h"
#include "plan.h"
#include "tare/band_traits.h"
#include "tare/eq.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

enum { rate_hz = 48000, n_frames = 2 * rate_hz, change_frame = rate_hz / 2 + 17 };

static float in[2][n_frames], out[2][n_frames], other[2][n_frames];

static void run(const TareControls* before, const TareControls* after, float (*to)[n_frames],
                uint32_t block)
{
    TareEq* eq = tare_eq_new(rate_hz, 2);
    REQUIRE(eq);
    for (uint32_t i = 0; i < n_frames;) {
        const uint32_t end = i < change_frame ? change_frame : n_frames;
        const uint32_t n = end - i < block ? end - i : block;
        tare_eq_set_controls(eq, i < change_frame ? before : after);
        tare_eq_process(eq, (const float*[]){in[0] + i, in[1] + i},
                        (float*[]){to[0] + i, to[1] + i}, n);
        i += n;
    }
    tare_eq_free(eq);
}

static void fill_tone(double freq_hz)
{
    for (int i = 0; i < n_frames; ++i)
        in[0][i] = in[1][i] = (float)(0.25 * sin(2 * M_PI * freq_hz / rate_hz * i));
}

static TareControls with_band(TareBandType type, double freq_hz, double gain_db, double q)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.bands[0] = (TareBand){type, freq_hz, gain_db, q, TARE_CHANNEL_BOTH};
    return controls;
}

static double change_db(const TareControls* before, const TareControls* after)
{
    run(before, after, out, 64);
    return splash_db(out[0], change_frame - 2000, n_frames, rate_hz) - 20 * log10(0.25);
}

static void test_gain_step(void)
{
    fill_tone(1000);
    const TareControls low = with_band(TARE_BAND_PEAK, 1000, 0, 1.4);
    const TareControls high = with_band(TARE_BAND_PEAK, 1000, 12, 1.4);
    CHECK(change_db(&low, &high) <= -100);
    CHECK(change_db(&high, &low) <= -100);
}

static void test_other_changes(void)
{
    fill_tone(1000);
    const TareControls one = with_band(TARE_BAND_PEAK, 1000, 6, 1.4);
    const TareControls moved = with_band(TARE_BAND_PEAK, 1400, 6, 1.4);
    const TareControls shelf = with_band(TARE_BAND_LOW_SHELF, 1000, 6, 1.4);
    TareControls off = one;
    off.enabled = false;
    CHECK(change_db(&one, &moved) <= -90);
    CHECK(change_db(&one, &shelf) <= -90);
    CHECK(change_db(&one, &off) <= -90);
    CHECK(change_db(&off, &one) <= -90);
}

static TareControls preset(uint32_t seed)
{
    TareControls controls = tare_controls_default();
    controls.set.reference_rate_hz = 44100;
    for (int i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] =
            (TareBand){i == 0    ? TARE_BAND_LOW_SHELF
                       : i == 19 ? TARE_BAND_HIGH_SHELF
                                 : TARE_BAND_PEAK,
                       30 * pow(1.38, i + noise_next(&seed) % 100 / 100.0),
                       (int)(noise_next(&seed) % 120) / 10.0 - 6,
                       0.4 + noise_next(&seed) % 400 / 100.0, (TareChannel)(noise_next(&seed) % 3)};
    return controls;
}

/** From 40 ms after the change on, the sound is what it would be had it always been so. What is
   left of the old sound is that of the filters themselves: below 100 Hz they ring for longer. */
static void test_a_change_is_complete_within_40_ms(void)
{
    noise_fill(in[0], n_frames, 1);
    noise_fill(in[1], n_frames, 2);
    for (uint32_t seed = 1; seed <= 5; ++seed) {
        TareControls before = preset(seed), after = preset(seed + 100);
        for (int i = 0; i < TARE_MAX_BANDS; ++i) {
            before.set.bands[i].freq_hz = fmax(before.set.bands[i].freq_hz, 1500);
            after.set.bands[i].freq_hz = fmax(after.set.bands[i].freq_hz, 1500);
        }
        run(&before, &after, out, 64);
        run(&after, &after, other, 64);
        double wrong = 0, right = 0;
        for (int i = change_frame + rate_hz * 40 / 1000; i < n_frames; ++i) {
            wrong += pow((double)out[0][i] - other[0][i], 2);
            right += pow((double)other[0][i], 2);
        }
        CHECK(10 * log10(wrong / right) < -60);
        wrong = right = 0;
        for (int i = change_frame + rate_hz / 2; i < n_frames; ++i) {
            wrong += pow((double)out[0][i] - other[0][i], 2);
            right += pow((double)other[0][i], 2);
        }
        CHECK(10 * log10(wrong / right) < -110);
    }
}

static void test_a_change_of_everything_does_not_depend_on_blocks(void)
{
    static const uint32_t blocks[] = {1, 64, 333, 8192};
    noise_fill(in[0], n_frames, 1);
    noise_fill(in[1], n_frames, 2);
    const TareControls before = preset(7), after = preset(8);
    run(&before, &after, other, 7);
    for (int b = 0; b < 4; ++b) {
        run(&before, &after, out, blocks[b]);
        CHECK(!memcmp(out, other, sizeof out));
    }
}

static void check_bound(double stream_rate_hz)
{
    TarePlanner* planner = tare_planner_new(stream_rate_hz, 2);
    REQUIRE(planner);
    for (uint32_t seed = 1; seed < 40; ++seed) {
        const TareControls controls = preset(seed);
        tare_planner_begin(planner, &controls);
        uint32_t n = 1;
        while (tare_planner_step(planner))
            ++n;
        CHECK(n <= TARE_PLAN_MAX_STEPS * tare_pace(stream_rate_hz).n_parts);
    }
    tare_planner_free(planner);
}

/** The bound that the interface states. */
static void test_plans_keep_their_bound(void)
{
    const double rates_hz[] = {8000, 44100, 96000, 192000, 384000, 768000};
    for (int r = 0; r < 6; ++r)
        check_bound(rates_hz[r]);
}

static double highest(float (*sound)[n_frames])
{
    float top = 0;
    for (int c = 0; c < 2; ++c)
        for (int i = 0; i < n_frames; ++i)
            top = fmaxf(top, fabsf(sound[c][i]));
    return top;
}

/** How far something rises above what either setting alone makes of the sound, from its start out
   of silence on. */
static double swell_db(double top, const TareControls* one, const TareControls* another)
{
    run(one, one, other, 512);
    const double level = highest(other);
    run(another, another, other, 512);
    return 20 * log10(top / fmax(level, highest(other)));
}

static TareControls ordinary_preset(uint32_t* seed)
{
    TareControls controls = tare_controls_default();
    for (int i = 0; i < 10; ++i)
        controls.set.bands[i] =
            (TareBand){i == 0   ? TARE_BAND_LOW_SHELF
                       : i == 1 ? TARE_BAND_HIGH_SHELF
                                : TARE_BAND_PEAK,
                       20 * pow(800, noise_next(seed) % 1000 / 999.0),
                       (int)(noise_next(seed) % 181) / 10.0 - 9,
                       0.5 + 4.5 * (noise_next(seed) % 1000 / 999.0), TARE_CHANNEL_BOTH};
    return controls;
}

/** With the automatic preamp and without. */
static void check_switches(void)
{
    uint32_t seed = 11;
    for (int i = 0; i < 40; ++i) {
        TareControls before = ordinary_preset(&seed);
        TareControls after = ordinary_preset(&seed);
        before.is_preamp_manual = after.is_preamp_manual = i % 2;
        run(&before, &after, out, 512);
        CHECK(swell_db(highest(out), &before, &after) <= 3);
    }
}

static void test_switching_presets_does_not_swell(void)
{
    programme_pink(in[0], in[1], n_frames, rate_hz);
    check_switches();
    fill_tone(60);
    check_switches();
}

/** Goes to and fro between two settings; returns how far it swells. */
static double automation_db(const TareControls* one, const TareControls* another, uint32_t period)
{
    TareEq* eq = tare_eq_new(rate_hz, 2);
    for (uint32_t i = 0; i < n_frames; ++i) {
        tare_eq_set_controls(eq, i / period % 2 ? another : one);
        tare_eq_process(eq, (const float*[]){in[0] + i, in[1] + i},
                        (float*[]){out[0] + i, out[1] + i}, 1);
    }
    tare_eq_free(eq);
    return swell_db(highest(out), one, another);
}

static void test_an_automated_shelf_does_not_swell(void)
{
    const TareControls low = with_band(TARE_BAND_LOW_SHELF, 20, 12, 1);
    const TareControls high = with_band(TARE_BAND_LOW_SHELF, 5500, 12, 1);
    programme_pink(in[0], in[1], n_frames, rate_hz);
    CHECK(automation_db(&low, &high, 2048) <= 3);
    fill_tone(200);
    CHECK(automation_db(&low, &high, 2048) <= 3);
}

/** Whether a sample lies between two others, but for so much. */
static double beyond(double sample, double one, double another)
{
    return fmax(fmin(one, another) - sample, sample - fmax(one, another));
}

/** A change fades from what would be heard without it to what would be had it always been so. */
static void check_fade(const TareControls* before, const TareControls* after, double max_db)
{
    static float old[2][n_frames], new[2][n_frames];
    run(before, after, out, 64);
    run(before, before, old, 64);
    run(after, after, new, 64);
    double wrong = 0;
    for (int c = 0; c < 2; ++c)
        for (int i = change_frame; i < n_frames; ++i) {
            const bool is_over = i >= change_frame + rate_hz * 40 / 1000;
            wrong = fmax(wrong, beyond(out[c][i], is_over ? new[c][i] : old[c][i], new[c][i]));
        }
    CHECK(20 * log10(wrong / fmax(highest(old), highest(new))) <= max_db);
}

static void test_a_change_is_a_fade(void)
{
    uint32_t seed = 3;
    programme_pink(in[0], in[1], n_frames, rate_hz);
    for (int i = 0; i < 10; ++i) {
        TareControls before = ordinary_preset(&seed), after = ordinary_preset(&seed);
        for (int b = 0; b < 10; ++b) {
            before.set.bands[b].freq_hz = fmax(before.set.bands[b].freq_hz, 250);
            after.set.bands[b].freq_hz = fmax(after.set.bands[b].freq_hz, 250);
        }
        check_fade(&before, &after, -50);
    }
}

/** What rings for longer than the past that is kept goes on from its memory. */
static void test_small_changes_keep_what_rings(void)
{
    TareControls before = with_band(TARE_BAND_PEAK, 40, 6, 5);
    TareControls after = with_band(TARE_BAND_PEAK, 40, 6.5, 5);
    fill_tone(40);
    check_fade(&before, &after, -45);
    check_fade(&after, &before, -45);
    after = with_band(TARE_BAND_PEAK, 41, 6, 5);
    check_fade(&before, &after, -27);
}

static void test_a_change_of_the_left_leaves_the_right_alone(void)
{
    TareControls before = with_band(TARE_BAND_PEAK, 1000, 6, 1);
    TareControls after = with_band(TARE_BAND_LOW_SHELF, 300, -9, 1);
    before.set.bands[0].channel = after.set.bands[0].channel = TARE_CHANNEL_LEFT;
    noise_fill(in[0], n_frames, 1);
    noise_fill(in[1], n_frames, 2);
    run(&before, &after, out, 64);
    CHECK(!memcmp(in[1], out[1], sizeof in[1]));
    CHECK(memcmp(in[0], out[0], sizeof in[0]) != 0);
}

/** Filters that ring for half a second, and amplify 15 Hz by 78 dB. */
static void test_automated_high_passes_stay_bounded(void)
{
    static const uint32_t periods[] = {512, 1024, 2048, 4800};
    TareControls low = with_band(TARE_BAND_HIGH_PASS, 15, 0, 20);
    TareControls high = with_band(TARE_BAND_HIGH_PASS, 4737, 0, 20);
    for (int i = 1; i < 3; ++i) {
        low.set.bands[i] = low.set.bands[0];
        high.set.bands[i] = high.set.bands[0];
    }
    for (int p = 0; p < 4; ++p) {
        programme_pink(in[0], in[1], n_frames, rate_hz);
        CHECK(automation_db(&low, &high, periods[p]) <= 6);
        fill_tone(200);
        CHECK(automation_db(&low, &high, periods[p]) <= 6);
    }
}

static TareBand random_band(uint32_t* seed)
{
    return (TareBand){(TareBandType)(noise_next(seed) % TARE_N_BAND_TYPES),
                      8 * pow(2750, noise_next(seed) % 1000 / 999.0),
                      (int)(noise_next(seed) % 61) - 30,
                      0.1 * pow(200, noise_next(seed) % 100 / 99.0),
                      (TareChannel)(noise_next(seed) % TARE_N_CHANNEL_CHOICES)};
}

/** 100,000 changes at random moments, of random size, also in the middle of others. */
static void test_random_changes_never_blow_up(void)
{
    enum { n_changes = 100000, n_max = 200 };
    static float l[n_max], r[n_max];
    uint32_t seed = 5;
    TareControls controls = tare_controls_default();
    TareEq* eq = tare_eq_new(rate_hz, 2);
    REQUIRE(eq);
    double loudest = 0;
    for (int i = 0; i < n_changes; ++i) {
        controls.set.bands[noise_next(&seed) % TARE_MAX_BANDS] = random_band(&seed);
        controls.enabled = noise_next(&seed) % 8 != 0;
        controls.strength = noise_next(&seed) % 3 / 2.0;
        controls.set.reference_rate_hz = tare_band_reference_rate_hz(noise_next(&seed) % 3);
        controls.tilt_db_per_octave = (int)(noise_next(&seed) % 4) - 1.5;
        const uint32_t n = 1 + noise_next(&seed) % n_max;
        noise_fill(l, n, noise_next(&seed));
        noise_fill(r, n, noise_next(&seed));
        tare_eq_set_controls(eq, &controls);
        tare_eq_process(eq, (const float*[]){l, r}, (float*[]){l, r}, n);
        for (uint32_t k = 0; k < n; ++k) {
            CHECK(isfinite(l[k]) && isfinite(r[k]));
            loudest = fmax(loudest, fmax(fabsf(l[k]), fabsf(r[k])));
        }
    }
    /* The response stays at 0 dB: settings that stay make noise at full scale reach 1.6, where
       phases add up. A fade between two such sounds reaches no more. */
    CHECK(loudest < 3);
    tare_eq_free(eq);
}

int main(void)
{
    RUN(test_gain_step);
    RUN(test_other_changes);
    RUN(test_a_change_is_complete_within_40_ms);
    RUN(test_a_change_of_everything_does_not_depend_on_blocks);
    RUN(test_plans_keep_their_bound);
    RUN(test_switching_presets_does_not_swell);
    RUN(test_an_automated_shelf_does_not_swell);
    RUN(test_automated_high_passes_stay_bounded);
    RUN(test_a_change_is_a_fade);
    RUN(test_small_changes_keep_what_rings);
    RUN(test_a_change_of_the_left_leaves_the_right_alone);
    RUN(test_random_changes_never_blow_up);
    return check_done();
}
