#include "cascade.h"
#include "check.h"
#include "eq.h"
#include "noise.h"

#include <complex.h>
#include <fenv.h>
#include <stdlib.h>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

enum { n_frames = 16384 };

typedef struct {
    float ch[2][n_frames];
} Sound;

static Sound dry, wet, other;

static TareControls busy_controls(void)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.preamp_db = -4;
    controls.bass_db = 3;
    controls.tilt_db_per_octave = -0.5;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] =
            (TareBand){i % 3 == 0   ? TARE_BAND_PEAK
                       : i % 3 == 1 ? TARE_BAND_LOW_SHELF
                                    : TARE_BAND_HIGH_SHELF,
                       30 * pow(1.4, i), i % 2 ? 5.5 : -6.5, 0.4 + 0.3 * i, (TareChannel)(i % 3)};
    return controls;
}

/** Runs the sound through in blocks of a length; the controls are set before each block. */
static void run_blocks(TareEq* eq, const TareControls* controls, const Sound* in, Sound* out,
                       uint32_t from, uint32_t to, uint32_t block)
{
    for (uint32_t i = from; i < to; i += block) {
        const uint32_t n = to - i < block ? to - i : block;
        tare_eq_set_controls(eq, controls);
        tare_eq_process(eq, (const float*[]){in->ch[0] + i, in->ch[1] + i},
                        (float*[]){out->ch[0] + i, out->ch[1] + i}, n);
    }
}

static void run_once(const TareControls* controls, double fs, const Sound* in, Sound* out,
                     uint32_t block)
{
    TareEq* eq = tare_eq_new(fs, 2);
    REQUIRE(eq);
    run_blocks(eq, controls, in, out, 0, n_frames, block);
    tare_eq_free(eq);
}

static void fill_noise(Sound* sound)
{
    noise_fill(sound->ch[0], n_frames, 1);
    noise_fill(sound->ch[1], n_frames, 2);
}

/** Level of a response to an impulse at a frequency. */
static double level_db(const float* response, double freq_hz, double fs)
{
    double complex sum = 0;
    for (int i = 0; i < n_frames; ++i)
        sum += (double)response[i] * cexp(-I * 2 * 3.14159265358979323846 * freq_hz / fs * i);
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
        run_once(&controls, rates_hz[r], &dry, &wet, 64);
        TareCascade cascade;
        tare_cascade_design(&cascade, &controls, rates_hz[r], 2);
        for (uint32_t c = 0; c < 2; ++c)
            for (double f = 200; f < 20000; f *= 1.21)
                CHECK_NEAR(level_db(wet.ch[c], f, rates_hz[r]),
                           tare_cascade_gain_db(&cascade, c, f), 0.001);
    }
}

static void test_flat_changes_no_bit(void)
{
    const TareControls controls = tare_controls_default();
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &wet, 100);
    CHECK(!memcmp(&dry, &wet, sizeof dry));
}

static void test_strength_0_is_the_preamp_alone(void)
{
    TareControls controls = busy_controls();
    controls.bass_db = controls.tilt_db_per_octave = 0;
    controls.strength = 0;
    controls.is_preamp_manual = true;
    controls.set.preamp_db = 20 * log10(0.5);
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &wet, 256);
    for (int i = 0; i < n_frames; ++i)
        CHECK(wet.ch[0][i] == 0.5f * dry.ch[0][i]);
}

static void test_a_band_of_the_left_leaves_the_right_alone(void)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.bands[3] = (TareBand){TARE_BAND_PEAK, 2000, 7, 1, TARE_CHANNEL_LEFT};
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &wet, 256);
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
    second.enabled = false;
    fill_noise(&dry);
    for (size_t b = 0; b < sizeof blocks / sizeof *blocks; ++b) {
        TareEq* eq = tare_eq_new(48000, 2);
        REQUIRE(eq);
        Sound* out = b == 0 ? &other : &wet;
        run_blocks(eq, &first, &dry, out, 0, 3001, blocks[b]);
        run_blocks(eq, &second, &dry, out, 3001, 6000, blocks[b]);
        run_blocks(eq, &first, &dry, out, 6000, n_frames, blocks[b]);
        tare_eq_free(eq);
        CHECK(b == 0 || !memcmp(&other, &wet, sizeof wet));
    }
}

static void test_buffers_may_be_shared_and_crossed(void)
{
    const TareControls controls = busy_controls();
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &wet, n_frames);

    other = dry;
    run_once(&controls, 48000, &other, &other, n_frames);
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

static double residue_db(const Sound* a, const Sound* b, uint32_t from)
{
    double difference = 0, level = 0;
    for (uint32_t i = from; i < n_frames; ++i) {
        difference += pow((double)a->ch[0][i] - b->ch[0][i], 2);
        level += pow((double)b->ch[0][i], 2);
    }
    return 10 * log10(difference / level + 1e-30);
}

static void test_settings_before_and_while_running_end_the_same(void)
{
    const TareControls flat = tare_controls_default();
    TareControls controls = busy_controls();
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i].freq_hz = fmax(controls.set.bands[i].freq_hz, 200);
    controls.bass_db = controls.tilt_db_per_octave = 0;
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &wet, 256);

    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    run_blocks(eq, &flat, &dry, &other, 0, 1000, 256);
    run_blocks(eq, &controls, &dry, &other, 1000, n_frames, 256);
    tare_eq_free(eq);
    CHECK(residue_db(&other, &wet, 10000) < -120);
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
    on.is_preamp_manual = on.is_bypass_plain = true;
    on.set.bands[0] = (TareBand){TARE_BAND_PEAK, 100, 12, 1, TARE_CHANNEL_BOTH};
    TareControls off = on;
    off.enabled = false;
    for (int i = 0; i < n_frames; ++i)
        dry.ch[0][i] = dry.ch[1][i] = (float)(0.2 * sin(2 * 3.14159265358979 * 100 / 48000 * i));
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    run_blocks(eq, &on, &dry, &wet, 0, 4000, 64);
    run_blocks(eq, &off, &dry, &wet, 4000, 8000, 64);
    run_blocks(eq, &on, &dry, &wet, 8000, n_frames, 64);
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
        dry.ch[0][i] = dry.ch[1][i] = (float)(0.2 * sin(2 * 3.14159265358979 * 100 / 48000 * i));
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    run_blocks(eq, &low, &dry, &wet, 0, 4000, 64);
    run_blocks(eq, &high, &dry, &wet, 4000, 8000, 64);
    run_blocks(eq, &low, &dry, &wet, 8000, n_frames, 64);
    tare_eq_free(eq);
    CHECK(highest_splash_db(wet.ch[0], 3000, n_frames) < -90);
}

static bool all_finite(const Sound* sound, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; ++i)
        if (!isfinite(sound->ch[0][i]) || !isfinite(sound->ch[1][i]))
            return false;
    return true;
}

static void test_bad_samples_do_no_lasting_harm(void)
{
    const float bad[] = {NAN, INFINITY, -INFINITY, 1e30f, -3e38f};
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, 6, 1, TARE_CHANNEL_BOTH};
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &other, 64);
    for (size_t b = 0; b < sizeof bad / sizeof *bad; ++b) {
        fill_noise(&dry);
        for (int i = 1000; i < 1020; ++i)
            dry.ch[0][i] = dry.ch[1][i] = bad[b];
        run_once(&controls, 48000, &dry, &wet, 64);
        CHECK(all_finite(&wet, 0, n_frames));
        CHECK(residue_db(&wet, &other, 1020 + 1024) < -100);
    }
}

/** Sound so loud that the filters leave the range of float. */
static void test_an_overflow_is_over_after_1024_frames(void)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i] = (TareBand){TARE_BAND_PEAK, 1000, 30, 1, TARE_CHANNEL_BOTH};
    memset(&dry, 0, sizeof dry);
    for (int i = 1; i < 4000; ++i)
        dry.ch[0][i] = dry.ch[1][i] = (float)(1e8 * sin(2 * 3.14159265358979 / 48 * i));
    run_once(&controls, 48000, &dry, &wet, 64);
    CHECK(all_finite(&wet, 0, n_frames));
    for (int i = 4000 + 1024; i < n_frames; ++i)
        CHECK(wet.ch[0][i] == 0 && wet.ch[1][i] == 0);
}

static void test_subnormal_samples_are_harmless(void)
{
    const TareControls controls = busy_controls();
    memset(&dry, 0, sizeof dry);
    for (int i = 0; i < n_frames; ++i)
        dry.ch[0][i] = dry.ch[1][i] = i % 2 ? 1e-42f : -1e-40f;
    run_once(&controls, 48000, &dry, &wet, 64);
    for (int i = 0; i < n_frames; ++i)
        CHECK(fabsf(wet.ch[0][i]) < 1e-35f && fabsf(wet.ch[1][i]) < 1e-35f);
}

static void test_mono_sounds_like_one_channel_of_stereo(void)
{
    TareControls controls = busy_controls();
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        controls.set.bands[i].channel = TARE_CHANNEL_BOTH;
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &wet, 100);
    TareEq* eq = tare_eq_new(48000, 1);
    REQUIRE(eq);
    tare_eq_set_controls(eq, &controls);
    for (uint32_t i = 0; i + 100 <= n_frames; i += 100)
        tare_eq_process(eq, (const float*[]){dry.ch[0] + i}, (float*[]){other.ch[0] + i}, 100);
    tare_eq_free(eq);
    CHECK(!memcmp(wet.ch[0], other.ch[0], (n_frames - 100) * sizeof(float)));
}

static void test_controls_are_clamped(void)
{
    TareControls wild = busy_controls();
    wild.set.preamp_db = INFINITY;
    wild.strength = -7;
    wild.set.bands[0] = (TareBand){(TareBandType)90, 1e9, -1e9, 0, (TareChannel)-4};
    TareControls tame = wild;
    const TareControls last = tare_controls_default();
    tare_controls_clamp(&tame, &last);
    CHECK(tame.set.preamp_db == TARE_PREAMP_MAX_DB && tame.strength == 0);
    CHECK(tame.set.bands[0].type == TARE_BAND_PEAK);
    CHECK(tame.set.bands[0].freq_hz == TARE_FREQ_MAX_HZ);
    CHECK(tame.set.bands[0].gain_db == TARE_GAIN_MIN_DB && tame.set.bands[0].q == TARE_Q_MIN);

    fill_noise(&dry);
    run_once(&wild, 48000, &dry, &wet, 64);
    run_once(&tame, 48000, &dry, &other, 64);
    CHECK(!memcmp(&wet, &other, sizeof wet));
}

static void test_controls_that_are_not_numbers_stay(void)
{
    const TareControls good = busy_controls();
    TareControls bad = good;
    bad.set.preamp_db = bad.strength = bad.bass_db = bad.treble_db = NAN;
    bad.tilt_db_per_octave = bad.set.reference_rate_hz = NAN;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        bad.set.bands[i].freq_hz = bad.set.bands[i].gain_db = bad.set.bands[i].q = NAN;
    fill_noise(&dry);
    run_once(&good, 48000, &dry, &wet, 64);
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    run_blocks(eq, &good, &dry, &other, 0, 500, 64);
    run_blocks(eq, &bad, &dry, &other, 500, n_frames, 64);
    tare_eq_free(eq);
    CHECK(!memcmp(&wet, &other, sizeof wet));
}

static void test_float_flags_are_left_as_found(void)
{
#if defined(__SSE2__)
    const unsigned found = _mm_getcsr() & ~0x3fu; /* the exceptions are sticky by nature */
    const TareControls controls = busy_controls();
    fill_noise(&dry);
    run_once(&controls, 48000, &dry, &wet, 64);
    CHECK((_mm_getcsr() & ~0x3fu) == found);
#else
    SKIP("only known for x86");
#endif
}

static void test_every_rate_and_no_other(void)
{
    const TareControls controls = busy_controls();
    fill_noise(&dry);
    for (double fs = 8000; fs <= 384000; fs *= 1.31) {
        run_once(&controls, fs, &dry, &wet, 512);
        CHECK(all_finite(&wet, 0, n_frames));
    }
    CHECK(!tare_eq_new(0, 2));
    CHECK(!tare_eq_new(NAN, 2));
    CHECK(!tare_eq_new(1e9, 2));
    CHECK(!tare_eq_new(48000, 0));
    CHECK(!tare_eq_new(48000, 3));
    tare_eq_free(NULL);
}

/** Random changes of everything at random moments: nothing may blow up. */
static void test_random_changes_stay_bounded(void)
{
    uint32_t seed = 7;
    fill_noise(&dry);
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    for (int round = 0; round < 2000; ++round) {
        TareControls controls = tare_controls_default();
        for (int k = 0; k < 3; ++k) {
            TareBand* band = &controls.set.bands[noise_next(&seed) % TARE_MAX_BANDS];
            band->type = (TareBandType)(noise_next(&seed) % TARE_N_BAND_TYPES);
            band->freq_hz = 20 * pow(1000, noise_next(&seed) % 1000 / 1000.0);
            band->gain_db = (int)(noise_next(&seed) % 24) - 12;
            band->q = 0.1 + noise_next(&seed) % 100 / 20.0;
        }
        const uint32_t from = noise_next(&seed) % (n_frames / 2);
        const uint32_t to = from + 1 + noise_next(&seed) % 2000;
        run_blocks(eq, &controls, &dry, &wet, from, to, 333);
        for (uint32_t i = from; i < to; ++i)
            CHECK(fabsf(wet.ch[0][i]) < 1000 && fabsf(wet.ch[1][i]) < 1000);
    }
    CHECK(all_finite(&wet, 0, n_frames));
    tare_eq_free(eq);
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
    RUN(test_bad_samples_do_no_lasting_harm);
    RUN(test_an_overflow_is_over_after_1024_frames);
    RUN(test_subnormal_samples_are_harmless);
    RUN(test_mono_sounds_like_one_channel_of_stereo);
    RUN(test_controls_are_clamped);
    RUN(test_controls_that_are_not_numbers_stay);
    RUN(test_float_flags_are_left_as_found);
    RUN(test_every_rate_and_no_other);
    RUN(test_random_changes_stay_bounded);
    return check_done();
}
