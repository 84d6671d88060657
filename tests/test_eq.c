#include "cascade.h"
#include "design.h"
#include "helpers/check.h"
#include "helpers/eq_run.h"
#include "tare/limits.h"

#include <complex.h>
#include <math.h>

enum { n_frames = SOUND_N_FRAMES };

static Sound dry, wet, other;

/** Level of a response to an impulse at a frequency. */
static double level_db(const float* response, double freq_hz, double fs)
{
    double complex sum = 0;
    for (int i = 0; i < n_frames; ++i)
        sum += (double)response[i] * cexp(-I * 2 * M_PI * freq_hz / fs * i);
    return 20 * log10(cabs(sum));
}

static void test_impulse_has_the_response_of_the_cascade(void)
{
    const double rates_hz[] = {44100, 48000, 96000, 192000};
    TareControls controls = busy_controls();
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i) /* short enough for n_frames */
        controls.set.bands[i].freq_hz = fmax(controls.set.bands[i].freq_hz, 300);
    for (int r = 0; r < 4; ++r) {
        memset(&dry, 0, sizeof dry);
        dry.ch[0][0] = dry.ch[1][0] = 1;
        eq_run_once(&controls, rates_hz[r], &dry, &wet, 64);
        TareCascade cascade;
        tare_design_cascade(&cascade, &controls, rates_hz[r], 2);
        for (uint32_t c = 0; c < 2; ++c)
            for (double f = 200; f < 20000; f *= 1.21)
                CHECK_NEAR(level_db(wet.ch[c], f, rates_hz[r]),
                           tare_cascade_gain_db(&cascade, c, f), 0.001);
    }
}

static void test_flat_changes_no_bit(void)
{
    const TareControls controls = tare_controls_default();
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &wet, 100);
    CHECK(!memcmp(&dry, &wet, sizeof dry));
}

static void test_strength_0_is_the_preamp_alone(void)
{
    TareControls controls = busy_controls();
    controls.bass_db = controls.tilt_db_per_octave = 0;
    controls.strength = 0;
    controls.is_preamp_manual = true;
    controls.set.preamp_db = 20 * log10(0.5);
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &wet, 256);
    for (int i = 0; i < n_frames; ++i)
        CHECK(wet.ch[0][i] == 0.5f * dry.ch[0][i]);
}

static void test_a_band_of_the_left_leaves_the_right_alone(void)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.bands[3] = (TareBand){TARE_BAND_PEAK, 2000, 7, 1, TARE_CHANNEL_LEFT};
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &wet, 256);
    CHECK(!memcmp(dry.ch[1], wet.ch[1], sizeof dry.ch[1]));
    CHECK(memcmp(dry.ch[0], wet.ch[0], sizeof dry.ch[0]) != 0);
}

static void test_the_length_of_blocks_does_not_matter(void)
{
    static const uint32_t blocks[] = {1, 7, 64, 65, 1024, 8192};
    const TareControls first = busy_controls();
    TareControls second = first;
    second.set.bands[4].gain_db = -12;
    second.set.bands[5].type = TARE_BAND_HIGH_PASS;
    second.is_comparing = true;
    TareControls off = second;
    off.enabled = false;
    sound_fill_noise(&dry);
    for (size_t b = 0; b < sizeof blocks / sizeof *blocks; ++b) {
        TareEq* eq = tare_eq_new(48000, 2);
        REQUIRE(eq);
        Sound* out = b == 0 ? &other : &wet;
        eq_run_blocks(eq, &first, &dry, out, 0, 3001, blocks[b]);
        eq_run_blocks(eq, &second, &dry, out, 3001, 6000, blocks[b]);
        eq_run_blocks(eq, &off, &dry, out, 6000, 8500, blocks[b]);
        eq_run_blocks(eq, &second, &dry, out, 8500, 11000, blocks[b]);
        eq_run_blocks(eq, &first, &dry, out, 11000, n_frames, blocks[b]);
        tare_eq_free(eq);
        CHECK(b == 0 || !memcmp(&other, &wet, sizeof wet));
    }
}

static void test_buffers_may_be_shared_and_crossed(void)
{
    const TareControls controls = busy_controls();
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &wet, n_frames);

    other = dry;
    eq_run_once(&controls, 48000, &other, &other, n_frames);
    CHECK(!memcmp(&other, &wet, sizeof wet));

    other = dry;
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    tare_eq_set_controls(eq, &controls);
    tare_eq_process(eq, (const float*[]){other.ch[0], other.ch[1]},
                    (float*[]){other.ch[1], other.ch[0]}, n_frames);
    tare_eq_free(eq);
    CHECK(!memcmp(other.ch[1], wet.ch[0], sizeof wet.ch[0]));
    CHECK(!memcmp(other.ch[0], wet.ch[1], sizeof wet.ch[1]));
}

static void test_settings_before_and_while_running_end_the_same(void)
{
    const TareControls flat = tare_controls_default();
    TareControls controls = busy_controls();
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i].freq_hz = fmax(controls.set.bands[i].freq_hz, 200);
    controls.bass_db = controls.tilt_db_per_octave = 0;
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &wet, 256);

    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    eq_run_blocks(eq, &flat, &dry, &other, 0, 1000, 256);
    eq_run_blocks(eq, &controls, &dry, &other, 1000, n_frames, 256);
    tare_eq_free(eq);
    CHECK(sound_residue_db(&other, &wet, 10000) < -120);
}

/** Switching off and on again must not be heard above the sound itself: no sample may step further
    than the fastest of the two signals does. */
static double largest_step(const float* samples, int from, int to)
{
    double largest = 0;
    for (int i = from + 1; i < to; ++i)
        largest = fmax(largest, fabs((double)samples[i] - samples[i - 1]));
    return largest;
}

static void test_bypass_is_exact_and_without_a_click(void)
{
    TareControls on = tare_controls_default();
    on.is_preamp_manual = true;
    on.set.bands[0] = (TareBand){TARE_BAND_PEAK, 100, 12, 1, TARE_CHANNEL_BOTH};
    TareControls off = on;
    off.enabled = false;
    for (int i = 0; i < n_frames; ++i)
        dry.ch[0][i] = dry.ch[1][i] = (float)(0.2 * sin(2 * M_PI * 100 / 48000 * i));
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    eq_run_blocks(eq, &on, &dry, &wet, 0, 4000, 64);
    eq_run_blocks(eq, &off, &dry, &wet, 4000, 8000, 64);
    eq_run_blocks(eq, &on, &dry, &wet, 8000, n_frames, 64);
    tare_eq_free(eq);
    CHECK(!memcmp(wet.ch[0] + 5000, dry.ch[0] + 5000, 3000 * sizeof(float)));
    CHECK(!memcmp(wet.ch[1] + 5000, dry.ch[1] + 5000, 3000 * sizeof(float)));
    const double loud = largest_step(wet.ch[0], 12000, n_frames);
    CHECK_NEAR(loud / largest_step(dry.ch[0], 0, n_frames), pow(10, 12.0 / 20), 0.01);
    CHECK(largest_step(wet.ch[0], 3900, 9100) <= loud * 1.02);
}

/** Energy that a change puts where the tone has none, above 4 kHz. */
static double highest_splash_db(const float* samples, int from, int to)
{
    double h1[2] = {0, 0}, h2[2] = {0, 0}, largest = 0;
    const TareBand band = {TARE_BAND_HIGH_PASS, 4000, 0, 0.7, TARE_CHANNEL_BOTH};
    const TareBiquad h = tare_biquad_design(&band, 1, 48000);
    for (int i = 0; i < to; ++i) {
        double x = samples[i];
        for (int k = 0; k < 2; ++k) {
            const double y = h.b0 * x + h1[k];
            h1[k] += h2[k] + h.p1 * x - h.q1 * y;
            h2[k] += h.p2 * x - h.q2 * y;
            x = y;
        }
        if (i >= from)
            largest = fmax(largest, fabs(x));
    }
    return 20 * log10(largest + 1e-12);
}

static void test_a_step_of_gain_glides(void)
{
    TareControls low = tare_controls_default();
    low.is_preamp_manual = true;
    low.set.bands[0] = (TareBand){TARE_BAND_PEAK, 100, 0, 1, TARE_CHANNEL_BOTH};
    TareControls high = low;
    high.set.bands[0].gain_db = 12;
    for (int i = 0; i < n_frames; ++i)
        dry.ch[0][i] = dry.ch[1][i] = (float)(0.2 * sin(2 * M_PI * 100 / 48000 * i));
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    eq_run_blocks(eq, &low, &dry, &wet, 0, 4000, 64);
    eq_run_blocks(eq, &high, &dry, &wet, 4000, 8000, 64);
    eq_run_blocks(eq, &low, &dry, &wet, 8000, n_frames, 64);
    tare_eq_free(eq);
    CHECK(highest_splash_db(wet.ch[0], 3000, n_frames) < -90);
}

static void test_mono_sounds_like_one_channel_of_stereo(void)
{
    TareControls controls = busy_controls();
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i].channel = TARE_CHANNEL_BOTH;
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &wet, 100);
    TareEq* eq = tare_eq_new(48000, 1);
    REQUIRE(eq);
    tare_eq_set_controls(eq, &controls);
    for (uint32_t i = 0; i + 100 <= n_frames; i += 100)
        tare_eq_process(eq, (const float*[]){dry.ch[0] + i}, (float*[]){other.ch[0] + i}, 100);
    tare_eq_free(eq);
    CHECK(!memcmp(wet.ch[0], other.ch[0], (n_frames - 100) * sizeof(float)));
}

/** Changes of the bands, then to the input at the same loudness. */
static void play(TareEq* eq, Sound* out)
{
    TareControls controls = busy_controls();
    eq_run_blocks(eq, &controls, &dry, out, 0, 3000, 64);
    controls.set.bands[4].gain_db = -11;
    eq_run_blocks(eq, &controls, &dry, out, 3000, 8000, 64);
    controls.is_comparing = true;
    eq_run_blocks(eq, &controls, &dry, out, 8000, n_frames, 64);
}

/** Whatever sounded before, moved, or was about to move. */
static void test_after_a_reset_it_is_as_good_as_new(void)
{
    const TareControls controls = busy_controls();
    TareControls changed = controls;
    changed.is_comparing = true;
    changed.is_preamp_manual = false;
    changed.set.bands[3].gain_db = 12;
    sound_fill_noise(&dry);
    for (uint32_t when = 899; when < 5000; when += 777) {
        TareEq* eq = tare_eq_new(48000, 2);
        REQUIRE(eq);
        play(eq, &other);
        tare_eq_reset(eq);
        eq_run_blocks(eq, &controls, &dry, &wet, 0, 800, 64);
        eq_run_blocks(eq, &changed, &dry, &wet, 800, when, 64);
        tare_eq_reset(eq);
        play(eq, &wet);
        CHECK(!memcmp(&wet, &other, sizeof wet));
        tare_eq_reset(eq);
        CHECK(tare_eq_clip(eq) == TARE_CLIP_NONE);
        CHECK(tare_eq_headroom_db(eq) == TARE_HEADROOM_MAX_DB);
        tare_eq_free(eq);
    }
}

/** What is prepared is what the first block would have worked out; controls that come later count
    all the same, and once sound plays there is nothing to prepare. */
static void test_the_first_plan_can_be_made_before_the_sound(void)
{
    TareControls controls = busy_controls();
    controls.tilt_db_per_octave = 0.0;
    const TareControls flat = tare_controls_default();
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &other, 64);
    for (int changes = 0; changes < 2; ++changes) {
        TareEq* eq = tare_eq_new(48000, 2);
        REQUIRE(eq);
        tare_eq_set_controls(eq, changes ? &flat : &controls);
        tare_eq_prepare(eq);
        CHECK_NEAR(tare_eq_preamp_db(eq), changes ? 0.0 : -4.0, 1e-9);
        eq_run_blocks(eq, &controls, &dry, &wet, 0, n_frames / 2, 64);
        tare_eq_prepare(eq);
        eq_run_blocks(eq, &controls, &dry, &wet, n_frames / 2, n_frames, 64);
        CHECK(!memcmp(&wet, &other, sizeof wet));
        CHECK_NEAR(tare_eq_preamp_db(eq), -4.0, 1e-9);
        tare_eq_free(eq);
    }
}

/** The sections of a reset equaliser wait for controls that may differ from the last ones. */
static void test_after_a_reset_new_controls_count_at_once(void)
{
    const TareControls controls = busy_controls();
    const TareControls flat = tare_controls_default();
    sound_fill_noise(&dry);
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    eq_run_blocks(eq, &controls, &dry, &wet, 0, n_frames, 512);
    tare_eq_reset(eq);
    eq_run_blocks(eq, &flat, &dry, &wet, 0, n_frames, 512);
    tare_eq_free(eq);
    CHECK(!memcmp(&wet, &dry, sizeof wet));
}

int main(void)
{
    RUN(test_impulse_has_the_response_of_the_cascade);
    RUN(test_flat_changes_no_bit);
    RUN(test_strength_0_is_the_preamp_alone);
    RUN(test_a_band_of_the_left_leaves_the_right_alone);
    RUN(test_the_length_of_blocks_does_not_matter);
    RUN(test_buffers_may_be_shared_and_crossed);
    RUN(test_settings_before_and_while_running_end_the_same);
    RUN(test_bypass_is_exact_and_without_a_click);
    RUN(test_a_step_of_gain_glides);
    RUN(test_mono_sounds_like_one_channel_of_stereo);
    RUN(test_after_a_reset_it_is_as_good_as_new);
    RUN(test_the_first_plan_can_be_made_before_the_sound);
    RUN(test_after_a_reset_new_controls_count_at_once);
    return check_done();
}
