/* What the equaliser does to the level: the automatic preamp, the input that is as loud, the
   meter. */

#include "controls.h"
#include "helpers/check.h"
#include "helpers/example.h"
#include "helpers/noise.h"
#include "helpers/programme.h"
#include "plan.h"
#include "tare/eq.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

enum { rate_hz = 48000, n_frames = 14 * rate_hz };

static float in[2][n_frames], on[2][n_frames], off[2][n_frames];

static void run(const TareControls* controls, float (*out)[n_frames])
{
    REQUIRE(example_run(controls, rate_hz, (const float*[]){in[0], in[1]},
                        (float*[]){out[0], out[1]}, n_frames));
}

/** Switched in the middle, the level before and after the switch is the same too, and it does not
    go for a ride: what is heard is the input times a gain that hardly moves. */
static void test_level_of_the_comparison_does_not_ride(void)
{
    programme_music(in[0], in[1], n_frames, rate_hz);
    TareControls controls = example_controls(0);
    TareEq* eq = tare_eq_new(rate_hz, 2);
    REQUIRE(eq);
    for (uint32_t i = 0; i < n_frames; i += 480) {
        controls.is_comparing = i >= 8 * rate_hz;
        tare_eq_set_controls(eq, &controls);
        tare_eq_process(eq, (const float*[]){in[0] + i, in[1] + i},
                        (float*[]){off[0] + i, off[1] + i}, 480);
    }
    tare_eq_free(eq);
    double last_db = NAN;
    for (uint32_t i = 8 * rate_hz + 4800; i + rate_hz < n_frames; i += rate_hz) {
        double wet = 0, dry = 0;
        for (uint32_t k = i; k < i + rate_hz; ++k) {
            wet += (double)off[0][k] * off[0][k];
            dry += (double)in[0][k] * in[0][k];
        }
        const double gain_db = 10 * log10(wet / dry);
        CHECK(isnan(last_db) || fabs(gain_db - last_db) < 0.4);
        last_db = gain_db;
    }
}

static void test_not_enabled_changes_no_bit(void)
{
    noise_fill(in[0], n_frames, 1);
    noise_fill(in[1], n_frames, 2);
    TareControls controls = example_controls(0);
    controls.enabled = false;
    for (int comparing = 0; comparing < 2; ++comparing) {
        controls.is_comparing = comparing;
        run(&controls, off);
        CHECK(!memcmp(in, off, sizeof in));
    }
}

static void process(TareEq* eq, const TareControls* controls, uint32_t from, uint32_t to,
                    uint32_t block)
{
    for (uint32_t i = from; i < to; i += block) {
        const uint32_t n = to - i < block ? to - i : block;
        tare_eq_set_controls(eq, controls);
        tare_eq_process(eq, (const float*[]){in[0] + i, in[1] + i},
                        (float*[]){off[0] + i, off[1] + i}, n);
    }
}

/** Asked for while comparing, the input itself is there at once, and so is a new preamp's level. */
static void test_what_is_asked_for_is_there_at_once(void)
{
    programme_music(in[0], in[1], n_frames, rate_hz);
    TareControls controls = example_controls(0);
    controls.is_comparing = true;
    TareEq* eq = tare_eq_new(rate_hz, 2);
    REQUIRE(eq);
    process(eq, &controls, 0, 2 * rate_hz, 480);
    controls.enabled = false;
    process(eq, &controls, 2 * rate_hz, 3 * rate_hz, 480);
    const uint32_t soon = 2 * rate_hz + rate_hz / 20;
    CHECK(!memcmp(off[0] + soon, in[0] + soon, (3 * rate_hz - soon) * sizeof(float)));

    controls.enabled = controls.is_preamp_manual = true;
    process(eq, &controls, 3 * rate_hz, 4 * rate_hz, 480);
    const double before = off[0][4 * rate_hz - 1] / in[0][4 * rate_hz - 1];
    controls.set.preamp_db = -12;
    process(eq, &controls, 4 * rate_hz, 5 * rate_hz, 480);
    const uint32_t later = 4 * rate_hz + rate_hz / 10;
    CHECK_NEAR(20 * log10(off[0][later] / in[0][later] / before), -12, 0.5);
    tare_eq_free(eq);
}

/** The highest point on a grid of the test's own. */
static double highest_db(const TareCascade* cascade, double fs)
{
    double highest = -1000;
    for (double f = 5; f < fs / 2; f *= 1.002)
        for (uint32_t c = 0; c < 2; ++c)
            highest = fmax(highest, tare_cascade_gain_db(cascade, c, f));
    return highest;
}

static void check_preamp(const TareControls* controls, double fs)
{
    TarePlan plan;
    REQUIRE(tare_plan_make(&plan, controls, fs, 2));
    const double highest = highest_db(&plan.cascade, fs);
    CHECK(highest <= 1e-9);
    TareControls loose = *controls;
    loose.is_preamp_manual = true;
    loose.set.preamp_db = 0;
    TarePlan raw;
    REQUIRE(tare_plan_make(&raw, &loose, fs, 2));
    if (highest_db(&raw.cascade, fs) > 0)
        CHECK(highest >= -0.1);
    else
        CHECK(plan.cascade.gain == raw.cascade.gain);
}

static void test_preamp_leaves_nothing_above_full_scale(void)
{
    static const double rates_hz[] = {44100, 48000, 96000, 192000};
    uint32_t seed = 17;
    for (int round = 0; round < 24; ++round) {
        TareControls controls = example_controls(round % N_EXAMPLES);
        controls.set.preamp_db = -20 + (int)(noise_next(&seed) % 40); /* does not count */
        controls.strength = (noise_next(&seed) % 5) / 4.0;
        controls.bass_db = (int)(noise_next(&seed) % 13) - 6;
        controls.treble_db = (int)(noise_next(&seed) % 13) - 6;
        controls.tilt_db_per_octave = ((int)(noise_next(&seed) % 5) - 2) / 2.0;
        controls.set.bands[7] = (TareBand){
            TARE_BAND_PEAK, 20 + noise_next(&seed) % 15000, (int)(noise_next(&seed) % 20) - 8,
            0.2 + noise_next(&seed) % 20, (TareChannel)(noise_next(&seed) % 3)};
        check_preamp(&controls, rates_hz[round % 4]);
    }
}

static void test_preamp_by_hand_counts_alone(void)
{
    TareControls controls = example_controls(0);
    controls.is_preamp_manual = true;
    controls.set.preamp_db = -3;
    TarePlan plan;
    REQUIRE(tare_plan_make(&plan, &controls, rate_hz, 2));
    CHECK_NEAR(20 * log10(plan.cascade.gain), -3, 1e-9);
}

/** What the meter says after one second of a tone. */
static TareClip clip_of(double level, double gain_db, double* headroom_db)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, gain_db, 1, TARE_CHANNEL_BOTH};
    for (uint32_t i = 0; i < rate_hz; ++i)
        in[0][i] = in[1][i] = (float)(level * sin(2 * M_PI * 1000 / rate_hz * i));
    TareEq* eq = tare_eq_new(rate_hz, 2);
    if (!eq)
        return TARE_N_CLIPS;
    tare_eq_set_controls(eq, &controls);
    for (uint32_t i = 0; i < rate_hz; i += 100)
        tare_eq_process(eq, (const float*[]){in[0] + i, in[1] + i},
                        (float*[]){on[0] + i, on[1] + i}, 100);
    *headroom_db = tare_eq_headroom_db(eq);
    const TareClip clip = tare_eq_clip(eq);
    controls.set.bands[0].gain_db = -20;
    tare_eq_set_controls(eq, &controls);
    CHECK(tare_eq_clip(eq) == TARE_CLIP_NONE); /* a change is a new start */
    tare_eq_free(eq);
    return clip;
}

static void test_meter_tells_whose_fault_it_is(void)
{
    double headroom_db;
    CHECK(clip_of(0.5, 3, &headroom_db) == TARE_CLIP_NONE);
    CHECK_NEAR(headroom_db, 6.02 - 3, 0.02);
    CHECK(clip_of(0.5, 9, &headroom_db) == TARE_CLIP_CORRECTION);
    CHECK_NEAR(headroom_db, 6.02 - 9, 0.02);
    CHECK(clip_of(1.5, -1, &headroom_db) == TARE_CLIP_INPUT);
    CHECK(clip_of(1.5, -9, &headroom_db) == TARE_CLIP_NONE);
}

/** What clipped before it was turned down is no fault of the new settings. */
static void test_meter_forgets_the_old_sound(void)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.preamp_db = 20;
    for (uint32_t i = 0; i < rate_hz; ++i)
        in[0][i] = in[1][i] = (float)(0.25 * sin(2 * M_PI * 1000 / rate_hz * i));
    TareEq* eq = tare_eq_new(rate_hz, 2);
    REQUIRE(eq);
    process(eq, &controls, 0, rate_hz / 2, 64);
    CHECK(tare_eq_clip(eq) == TARE_CLIP_CORRECTION);
    controls.set.preamp_db = -12;
    process(eq, &controls, rate_hz / 2, rate_hz, 64);
    CHECK(tare_eq_clip(eq) == TARE_CLIP_NONE);
    CHECK_NEAR(tare_eq_headroom_db(eq), 12.04 + 12, 0.02);
    tare_eq_free(eq);
}

/** Bursts beyond full scale into a filter that rings on: whose fault it is depends on no block. */
static void test_meter_does_not_depend_on_blocks(void)
{
    static const uint32_t blocks[] = {1, 16, 100, 512, 4096};
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 500, 12, 3, TARE_CHANNEL_BOTH};
    for (uint32_t i = 0; i < rate_hz; ++i)
        in[0][i] = in[1][i] = i % 400 < 20 ? 1.2f : 0.0f;
    for (int b = 0; b < 5; ++b) {
        TareEq* eq = tare_eq_new(rate_hz, 2);
        REQUIRE(eq);
        process(eq, &controls, 0, rate_hz, blocks[b]);
        CHECK(tare_eq_clip(eq) == TARE_CLIP_INPUT);
        tare_eq_free(eq);
    }
}

int main(void)
{
    RUN(test_level_of_the_comparison_does_not_ride);
    RUN(test_not_enabled_changes_no_bit);
    RUN(test_what_is_asked_for_is_there_at_once);
    RUN(test_preamp_leaves_nothing_above_full_scale);
    RUN(test_preamp_by_hand_counts_alone);
    RUN(test_meter_tells_whose_fault_it_is);
    RUN(test_meter_forgets_the_old_sound);
    RUN(test_meter_does_not_depend_on_blocks);
    return check_done();
}
