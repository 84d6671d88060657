/* What must not get through the equaliser, and what it must leave alone. */

#include "helpers/check.h"
#include "helpers/eq_run.h"
#include "helpers/noise.h"
#include "tare/limits.h"

#include <float.h>
#if defined(__SSE2__)
#include <math.h>
#include <xmmintrin.h>
#endif

enum { n_frames = SOUND_N_FRAMES };

static Sound dry, wet, other;

static void test_bad_samples_do_no_lasting_harm(void)
{
    const float bad[] = {NAN, INFINITY, -INFINITY, 1e30f, -3e38f};
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, 6, 1, TARE_CHANNEL_BOTH};
    sound_fill_noise(&dry);
    eq_run_once(&controls, 48000, &dry, &other, 64);
    for (size_t b = 0; b < sizeof bad / sizeof *bad; ++b) {
        sound_fill_noise(&dry);
        for (int i = 1000; i < 1020; ++i)
            dry.ch[0][i] = dry.ch[1][i] = bad[b];
        eq_run_once(&controls, 48000, &dry, &wet, 64);
        CHECK(sound_is_finite(&wet));
        CHECK(sound_residue_db(&wet, &other, 1020 + 1024) < -100);
    }
}

/** One bad sample counts as 0 and no more, while a change glides as well: it goes on at once. */
static void test_a_bad_sample_is_one_sample(void)
{
    const float bad[] = {NAN, INFINITY, 1e30f};
    TareControls before = tare_controls_default(), after;
    before.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, 6, 1, TARE_CHANNEL_BOTH};
    after = before;
    after.set.bands[0].gain_db = -6;
    for (size_t b = 0; b < sizeof bad / sizeof *bad; ++b) {
        sound_fill_noise(&dry);
        for (int i = 1000; i < 4000; i += 97)
            dry.ch[0][i] = dry.ch[1][i] = bad[b];
        TareEq* eq = tare_eq_new(48000, 2);
        REQUIRE(eq);
        eq_run_blocks(eq, &before, &dry, &wet, 0, 1500, 64);
        eq_run_blocks(eq, &after, &dry, &wet, 1500, n_frames, 64);
        tare_eq_free(eq);
        CHECK(sound_is_finite(&wet));
        for (int i = 0; i < n_frames; ++i)
            CHECK(wet.ch[0][i] != 0 && wet.ch[1][i] != 0);
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
        dry.ch[0][i] = dry.ch[1][i] = (float)(1e8 * sin(2 * M_PI / 48 * i));
    eq_run_once(&controls, 48000, &dry, &wet, 64);
    CHECK(sound_is_finite(&wet));
    for (int i = 4000 + 1024; i < n_frames; ++i)
        CHECK(wet.ch[0][i] == 0 && wet.ch[1][i] == 0);
}

static void test_subnormal_samples_are_harmless(void)
{
    const TareControls controls = busy_controls();
    memset(&dry, 0, sizeof dry);
    for (int i = 0; i < n_frames; ++i)
        dry.ch[0][i] = dry.ch[1][i] = i % 2 ? 1e-42f : -1e-40f;
    eq_run_once(&controls, 48000, &dry, &wet, 64);
    for (int i = 0; i < n_frames; ++i)
        CHECK(fabsf(wet.ch[0][i]) < 1e-35f && fabsf(wet.ch[1][i]) < 1e-35f);
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

    sound_fill_noise(&dry);
    eq_run_once(&wild, 48000, &dry, &wet, 64);
    eq_run_once(&tame, 48000, &dry, &other, 64);
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
    sound_fill_noise(&dry);
    eq_run_once(&good, 48000, &dry, &wet, 64);
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    eq_run_blocks(eq, &good, &dry, &other, 0, 500, 64);
    eq_run_blocks(eq, &bad, &dry, &other, 500, n_frames, 64);
    tare_eq_free(eq);
    CHECK(!memcmp(&wet, &other, sizeof wet));
}

#if defined(__SSE2__)
/* The bits 15 (flush to zero) and 6 (denormals are zero) of MXCSR; the lowest six are exceptions,
   sticky by nature. */
static const unsigned flush_bits = 0x8040u, sticky_bits = 0x3fu;
#endif

static void test_float_flags_are_left_as_found(void)
{
#if defined(__SSE2__)
    static const unsigned found[] = {0, 0x8000u, 0x0040u, 0x8040u};
    const unsigned usual = _mm_getcsr();
    const TareControls controls = busy_controls();
    sound_fill_noise(&dry);
    for (int i = 0; i < 4; ++i) {
        const unsigned before = (usual & ~(flush_bits | sticky_bits)) | found[i];
        _mm_setcsr(before);
        eq_run_once(&controls, 48000, &dry, &wet, 64);
        const unsigned after = _mm_getcsr() & ~sticky_bits;
        _mm_setcsr(usual);
        CHECK(after == before);
    }
#else
    SKIP("only known for x86");
#endif
}

/** What goes in as a subnormal number is 0, even where the preamp would make more of it; what
    would come out as one is 0, too. */
static void test_subnormal_numbers_are_zero_inside(void)
{
#if defined(__SSE2__) || defined(__aarch64__)
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.preamp_db = 20;
    memset(&dry, 0, sizeof dry);
    for (int i = 0; i < n_frames; ++i)
        dry.ch[0][i] = dry.ch[1][i] = 8e-39f;
    eq_run_once(&controls, 48000, &dry, &wet, 61);
    for (int i = 0; i < n_frames; ++i)
        CHECK(wet.ch[0][i] == 0 && wet.ch[1][i] == 0);

    controls.set.preamp_db = -6.5;
    for (int i = 0; i < n_frames; ++i)
        dry.ch[0][i] = dry.ch[1][i] = FLT_MIN;
    eq_run_once(&controls, 48000, &dry, &wet, 61);
    for (int i = 0; i < n_frames; ++i)
        CHECK(wet.ch[0][i] == 0 && wet.ch[1][i] == 0);
#else
    SKIP("not known for this processor");
#endif
}

/** This ring falls to 1e-25 in 0.18 s, and to the smallest float in 0.28 s: 13350 frames. */
static void test_silence_becomes_exact_silence(void)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000, 12, 5, TARE_CHANNEL_BOTH};
    memset(&dry, 0, sizeof dry);
    dry.ch[0][0] = dry.ch[1][0] = 1;
    eq_run_once(&controls, 48000, &dry, &wet, 64);
    CHECK(wet.ch[0][4800] != 0 && wet.ch[1][4800] != 0);
    for (int i = 10000; i < n_frames; ++i)
        CHECK(wet.ch[0][i] == 0 && wet.ch[1][i] == 0);
}

static void test_every_rate_and_no_other(void)
{
    const TareControls controls = busy_controls();
    sound_fill_noise(&dry);
    for (double fs = 8000; fs <= 384000; fs *= 1.31) {
        eq_run_once(&controls, fs, &dry, &wet, 512);
        CHECK(sound_is_finite(&wet));
    }
    TareEq* fastest = tare_eq_new(768000, 2);
    CHECK(fastest);
    tare_eq_free(fastest);
    CHECK(!tare_eq_new(768001, 2));
    CHECK(!tare_eq_new(7999, 2));
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
    sound_fill_noise(&dry);
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
        eq_run_blocks(eq, &controls, &dry, &wet, from, to, 333);
        for (uint32_t i = from; i < to; ++i)
            CHECK(fabsf(wet.ch[0][i]) < 1000 && fabsf(wet.ch[1][i]) < 1000);
    }
    CHECK(sound_is_finite(&wet));
    tare_eq_free(eq);
}

int main(void)
{
    RUN(test_bad_samples_do_no_lasting_harm);
    RUN(test_a_bad_sample_is_one_sample);
    RUN(test_an_overflow_is_over_after_1024_frames);
    RUN(test_subnormal_samples_are_harmless);
    RUN(test_controls_are_clamped);
    RUN(test_controls_that_are_not_numbers_stay);
    RUN(test_float_flags_are_left_as_found);
    RUN(test_subnormal_numbers_are_zero_inside);
    RUN(test_silence_becomes_exact_silence);
    RUN(test_every_rate_and_no_other);
    RUN(test_random_changes_stay_bounded);
    return check_done();
}
