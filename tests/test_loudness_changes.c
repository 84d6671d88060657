/* The comparison is as loud as the correction soon after that has changed, as others measure
   loudness. */

#include "helpers/check.h"
#include "helpers/example.h"
#include "helpers/lufs.h"
#include "helpers/noise.h"
#include "helpers/programme.h"
#include "tare/eq.h"

#include <math.h>

enum { rate_hz = 48000, loop_frames = 24 * rate_hz, block = 480, n_measured = 6 * rate_hz };

/** Sound that goes round. */
static float loop[2][loop_frames];
static float heard[2][n_measured], wanted[2][n_measured];

static void fill_pink_noise(void)
{
    static const double poles[] = {0.99886, 0.99332, 0.969, 0.8665, 0.55};
    static const double gains[] = {0.0555, 0.0751, 0.1538, 0.3105, 0.5330};
    uint32_t seed = 41;
    for (int c = 0; c < 2; ++c) {
        double states[5] = {0};
        for (int i = 0; i < loop_frames; ++i) {
            const double white = 0.03 * noise_sample(&seed);
            double sum = 0.5362 * white;
            for (int k = 0; k < 5; ++k)
                sum += states[k] = poles[k] * states[k] + gains[k] * white;
            loop[c][i] = (float)sum;
        }
    }
}

/** Music over a bass that is as loud as all else; it too is quieter in the quiet passages. */
static void fill_bass_heavy_music(void)
{
    programme_music(loop[0], loop[1], loop_frames, rate_hz);
    for (int i = 0; i < loop_frames; ++i) {
        const double level = i / (4 * rate_hz) % 3 == 2 ? 0.15 : 0.3;
        const float bass = (float)(level * sin(2 * M_PI * 45 / rate_hz * i));
        for (int c = 0; c < 2; ++c)
            loop[c][i] = 0.5f * (loop[c][i] + bass);
    }
}

/** Plays the loop from a frame on; keeps what comes out unless `out` is NULL. */
static void play(TareEq* eq, const TareControls* controls, uint32_t from, uint32_t n_frames,
                 float (*out)[n_measured])
{
    static float sound[2][block];
    tare_eq_set_controls(eq, controls);
    for (uint32_t i = 0; i < n_frames; i += block) {
        const uint32_t at = (from + i) % loop_frames;
        tare_eq_process(eq, (const float*[]){loop[0] + at, loop[1] + at},
                        out ? (float*[]){out[0] + i, out[1] + i} : (float*[]){sound[0], sound[1]},
                        block);
    }
}

/** By how much the comparison is too loud, `seconds` after a change. */
static double error_lu(const TareControls* before, const TareControls* after, double seconds)
{
    const uint32_t change = 20 * rate_hz;
    const uint32_t n_after = (uint32_t)(seconds * rate_hz) / block * block;
    TareControls comparing = *after;
    comparing.is_comparing = true;
    TareEq* eq = tare_eq_new(rate_hz, 2);
    TareEq* other = tare_eq_new(rate_hz, 2);
    double error = NAN;
    if (eq && other) {
        play(eq, before, 0, change, NULL);
        play(eq, after, change, n_after, NULL);
        play(eq, &comparing, change + n_after, n_measured, heard);
        play(other, after, change + n_after, n_measured, wanted);
        error = lufs_of(heard[0], heard[1], n_measured, rate_hz) -
                lufs_of(wanted[0], wanted[1], n_measured, rate_hz);
    }
    tare_eq_free(eq);
    tare_eq_free(other);
    return error;
}

enum { N_KINDS = 5 };

/** What a person changes of a correction. */
static TareControls changed(int kind, int which)
{
    TareControls controls = example_controls(which);
    if (kind == 1)
        controls.bass_db = 6;
    else if (kind == 2)
        controls.tilt_db_per_octave = 1;
    else if (kind == 3)
        controls.strength = 0.4;
    else if (kind == 4)
        controls.treble_db = -6;
    else
        controls = example_controls((which + 1) % N_EXAMPLES);
    return controls;
}

/** Half a second is hardly more than one block of the measurement. */
static void check_changes(double tolerance_lu)
{
    static const double seconds[] = {0.5, 2, 60};
    for (int kind = 0; kind < N_KINDS; ++kind)
        for (int which = 0; which < N_EXAMPLES; which += kind ? 2 : 1) {
            const TareControls before = example_controls(which), after = changed(kind, which);
            for (int s = 0; s < (which == 0 ? 3 : 2); ++s)
                CHECK_NEAR(error_lu(&before, &after, seconds[s]), 0,
                           s == 0 ? 2 * tolerance_lu : tolerance_lu);
        }
}

static void test_after_a_change_pink_noise_is_as_loud(void)
{
    fill_pink_noise();
    check_changes(0.2);
}

static void test_after_a_change_music_is_as_loud(void)
{
    programme_music(loop[0], loop[1], loop_frames, rate_hz);
    check_changes(0.5);
}

static void test_after_a_change_bass_heavy_music_is_as_loud(void)
{
    fill_bass_heavy_music();
    check_changes(0.5);
}

/** A band that lets hardly anything pass tells nothing of what comes after it. */
static void test_after_a_band_was_tried_it_is_as_loud(void)
{
    for (int i = 0; i < loop_frames; ++i)
        loop[0][i] = loop[1][i] = (float)(0.5 * sin(2 * M_PI * 60 / rate_hz * i));
    TareControls tried = example_controls(0);
    tried.set.bands[5] = (TareBand){TARE_BAND_BAND_PASS, 4000, 0, 2, TARE_CHANNEL_BOTH};
    const TareControls after = example_controls(0);
    CHECK_NEAR(error_lu(&tried, &after, 0.1), 0, 0.5);
    CHECK_NEAR(error_lu(&tried, &after, 2), 0, 0.2);
    CHECK_NEAR(error_lu(&after, &tried, 2), 0, 0.5);
}

/** With an automatic preamp the correction makes no sound louder, so the comparison does not
    either, whatever was measured, and however controls move. */
static void test_the_comparison_is_never_louder_than_the_input(void)
{
    fill_pink_noise();
    uint32_t seed = 9;
    TareEq* eq = tare_eq_new(rate_hz, 2);
    REQUIRE(eq);
    for (uint32_t from = 0; from < loop_frames; from += 12 * block) {
        TareControls controls =
            changed((int)(noise_next(&seed) % N_KINDS), (int)(noise_next(&seed) % N_EXAMPLES));
        controls.is_comparing = from >= 24 * block;
        play(eq, &controls, from, 12 * block, heard);
        for (uint32_t i = 0; from >= 36 * block && i < 12 * block; ++i)
            CHECK(fabsf(heard[0][i]) <= fabsf(loop[0][from + i]));
    }
    tare_eq_free(eq);
}

int main(void)
{
    RUN(test_after_a_change_pink_noise_is_as_loud);
    RUN(test_after_a_change_music_is_as_loud);
    RUN(test_after_a_change_bass_heavy_music_is_as_loud);
    RUN(test_after_a_band_was_tried_it_is_as_loud);
    RUN(test_the_comparison_is_never_louder_than_the_input);
    return check_done();
}
