/* Sounds that were made equally loud are so, as others measure loudness. */

#include "controls.h"
#include "corrections/equal_loudness.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/example.h"
#include "helpers/lufs.h"
#include "helpers/programme.h"
#include "settings.h"
#include "tare/limits.h"

enum { rate_hz = 48000, n_frames = 10 * rate_hz, n_sounds = N_EXAMPLES + 1 };

static float in[2][n_frames], out[2][n_frames];
static TareControls sounds[n_sounds], before[n_sounds];
static double lowered_db[n_sounds];

/** The examples, and the original in their middle. */
static void fill_sounds(void)
{
    const TareBandSet nothing = {.n_bands = 0};
    for (int e = 0; e < n_sounds; ++e)
        sounds[e] = example_controls(e % N_EXAMPLES);
    sounds[1] = tare_settings_from_set(&nothing);
    memcpy(before, sounds, sizeof before);
}

static double loudness_of(const TareControls* controls)
{
    const bool ok = example_run(controls, rate_hz, (const float*[]){in[0], in[1]},
                                (float*[]){out[0], out[1]}, n_frames);
    return ok ? lufs_of(out[0], out[1], n_frames, rate_hz) : (double)NAN;
}

static void test_all_are_as_loud_as_the_quietest(void)
{
    double quietest_lufs = HUGE_VAL;
    fill_sounds();
    REQUIRE(tare_equal_loudness_set(sounds, n_sounds, rate_hz, lowered_db) == TARE_OK);
    for (int e = 0; e < n_sounds; ++e)
        quietest_lufs = fmin(quietest_lufs, loudness_of(&before[e]));
    for (int e = 0; e < n_sounds; ++e) {
        CHECK(lowered_db[e] >= 0.0 && sounds[e].is_preamp_manual);
        CHECK_NEAR(loudness_of(&sounds[e]), quietest_lufs, 0.1);
        CHECK_NEAR(loudness_of(&before[e]) - lowered_db[e], quietest_lufs, 0.1);
    }
}

static void test_only_the_level_changes(void)
{
    fill_sounds();
    REQUIRE(tare_equal_loudness_set(sounds, n_sounds, rate_hz, lowered_db) == TARE_OK);
    for (int e = 0; e < n_sounds; ++e) {
        sounds[e].is_preamp_manual = before[e].is_preamp_manual;
        sounds[e].set.preamp_db = before[e].set.preamp_db;
        CHECK(tare_controls_equal(&sounds[e], &before[e]));
    }
}

static bool is_as_before(void)
{
    for (int e = 0; e < n_sounds; ++e)
        if (!tare_controls_equal(&sounds[e], &before[e]))
            return false;
    return true;
}

static void test_what_cannot_be_is_left_alone(void)
{
    fill_sounds();
    before[0].is_preamp_manual = sounds[0].is_preamp_manual = true;
    before[0].set.preamp_db = sounds[0].set.preamp_db = TARE_PREAMP_MIN_DB;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        before[2].set.bands[i] = sounds[2].set.bands[i] =
            (TareBand){TARE_BAND_LOW_SHELF, 4000.0, 20.0, 0.7, TARE_CHANNEL_BOTH};
    CHECK(tare_equal_loudness_set(sounds, n_sounds, rate_hz, lowered_db) == TARE_BAD_INPUT);
    CHECK(is_as_before());
    CHECK(tare_equal_loudness_set(sounds, n_sounds, 1000.0, lowered_db) == TARE_BAD_INPUT);
    CHECK(tare_equal_loudness_set(sounds, n_sounds, (double)NAN, lowered_db) == TARE_BAD_INPUT);
    CHECK(is_as_before());
}

static void test_short_memory_changes_nothing(void)
{
    fill_sounds();
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        const TareStatus status = tare_equal_loudness_set(sounds, n_sounds, rate_hz, lowered_db);
        if (failing_malloc_stop() < n) {
            CHECK(n > 1 && status == TARE_OK);
            break;
        }
        CHECK(status == TARE_NO_MEMORY && is_as_before());
    }
}

int main(void)
{
    programme_pink(in[0], in[1], n_frames, rate_hz);
    RUN(test_all_are_as_loud_as_the_quietest);
    RUN(test_only_the_level_changes);
    RUN(test_what_cannot_be_is_left_alone);
    RUN(test_short_memory_changes_nothing);
    return check_done();
}
