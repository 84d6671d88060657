/* The listener's taste and its file; how loud controls are; what lies on the way to louder ones. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "helpers/sink_home.h"
#include "pipewire/chain/cookbook.h"
#include "pipewire/chain/rack.h"
#include "pipewire/chain/taste.h"
#include "pipewire/chain/taste_file.h"
#include "pipewire/live/glide.h"
#include "pipewire/live/level.h"
#include "settings.h"
#include "tare/controls.h"

#include <math.h>

#define UNSAID ((double)NAN)

static void test_what_is_said_counts(void)
{
    TareTaste taste = tare_taste_none();
    CHECK(tare_taste_is_none(&taste) && !tare_taste_has_tone(&taste));
    const TareTaste bass = {UNSAID, 3.0, UNSAID, UNSAID};
    const TareTaste more = {80.0, 0.0, UNSAID, -0.5};
    tare_taste_put(&taste, &bass);
    CHECK(tare_taste_equal(&taste, &bass) && tare_taste_has_tone(&taste));
    tare_taste_put(&taste, &more);
    CHECK(tare_taste_equal(&taste, &more) && !tare_taste_equal(&taste, &bass));
    TareControls controls = tare_rack_flat();
    controls.treble_db = 2.0;
    tare_taste_apply(&taste, &controls);
    CHECK_NEAR(controls.strength, 0.8, 1e-12);
    CHECK(controls.bass_db == 0.0 && controls.treble_db == 2.0);
    CHECK(controls.tilt_db_per_octave == -0.5);
    const TareTaste all = tare_taste_of(&controls);
    CHECK(all.strength_percent == 80.0 && all.treble_db == 2.0 && all.tilt_db_per_octave == -0.5);
    tare_taste_unput(&taste, &bass);
    CHECK(isnan(taste.bass_db) && taste.strength_percent == 80.0);
}

static void test_it_comes_back_from_its_file(void)
{
    static const TareTaste tastes[] = {
        {UNSAID, UNSAID, UNSAID, UNSAID}, {80.0, 3.1, -12.0, 1.5}, {0.0, UNSAID, 0.1, UNSAID}};
    TareTaste again;
    start_anew();
    CHECK(tare_taste_file_read(&again, at_home("taste.json"), NULL) == TARE_OK);
    CHECK(tare_taste_is_none(&again)); /* no file: nothing is said */
    for (size_t i = 0; i < sizeof tastes / sizeof tastes[0]; ++i) {
        CHECK(tare_taste_file_write(&tastes[i], at_home("taste.json"), NULL) == TARE_OK);
        CHECK(tare_taste_file_read(&again, at_home("taste.json"), NULL) == TARE_OK);
        CHECK(tare_taste_equal(&again, &tastes[i]));
    }
    check_content("taste.json", "{\n  \"strength_percent\": 0.0,\n  \"treble_db\": 0.1\n}\n");
    CHECK(tare_taste_file_write(&tastes[1], at_home("no/folder"), NULL) == TARE_IO_ERROR);
}

static void test_what_is_no_taste_is_reported(void)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"", "f:1:1: "},
        {"[]", "f:1:1: is no object; expected"},
        {"{\"bass_db\": 3\n \"treble_db\": 1}", "f:2:12: "},
        {"{\"bass_db\": 1, \"bass_db\": 2}", "f:1:"},
        {"{\"bass\": 3}", "f:0:0: \"bass\" cannot be used; expected "},
        {"{\"bass_db\": \"3\"}", "f:0:0: \"bass_db\" cannot be used; expected "},
        {"{\"bass_db\": 12.5}", "f:0:0: \"bass_db\" cannot be used; expected "},
        {"{\"bass_db\": 3, \"strength_percent\": -1}", "f:0:0: \"strength_percent\" cannot"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        Seen seen = {0};
        const TareReporter reporter = seen_reporter(&seen);
        TareTaste taste = {1.0, 1.0, 1.0, 1.0};
        CHECK(tare_taste_file_parse(&taste, cases[i].text, strlen(cases[i].text), "f", &reporter) ==
              TARE_BAD_INPUT);
        CHECK(tare_taste_is_none(&taste) && seen.n == 1);
        if (strncmp(seen.last, cases[i].wanted, strlen(cases[i].wanted)) != 0)
            CHECK_STR(seen.last, cases[i].wanted);
    }
}

static void test_failed_allocations(void)
{
    static const char text[] = "{\"bass_db\": 3, \"tilt_db_per_octave\": 0.5}";
    for (unsigned n = 1;; ++n) {
        TareTaste taste;
        failing_malloc_start(n);
        const TareStatus status = tare_taste_file_parse(&taste, text, sizeof text - 1, "f", NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK(tare_taste_is_none(&taste) == (status != TARE_OK));
        if (n_asked < n)
            break;
    }
}

/* Level */

static TareControls some_controls(void)
{
    const TareBandSet set = {.preamp_db = -6.0,
                             .n_bands = 2,
                             .bands = {{TARE_BAND_LOW_SHELF, 105.0, 6.0, 0.7, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_PEAK, 3000.0, -4.0, 1.0, TARE_CHANNEL_BOTH}}};
    return tare_settings_from_set(&set);
}

static void test_levels(void)
{
    TareControls controls = some_controls();
    TareLevel level, other;
    CHECK(tare_level_find(&level, &controls, 48000));
    CHECK(level.loudness_db < -4.0 && level.loudness_db > -9.0 && fabs(level.peak_db) <= 0.01);
    controls.is_preamp_manual = true;
    controls.set.preamp_db = level.preamp_db + 3.0;
    CHECK(tare_level_find(&other, &controls, 48000));
    CHECK_NEAR(other.loudness_db, level.loudness_db + 3.0, 1e-9);
    CHECK_NEAR(other.peak_db, level.peak_db + 3.0, 0.011);
    controls.is_comparing = true;
    CHECK(tare_level_find(&level, &controls, 48000));
    CHECK(level.loudness_db == other.loudness_db && level.peak_db == other.loudness_db);
    controls.enabled = false;
    CHECK(tare_level_find(&level, &controls, 48000));
    CHECK(level.loudness_db == 0.0 && level.preamp_db == 0.0 && level.peak_db == 0.0);
    CHECK(!tare_level_find(&level, &controls, 1.0));
}

/** A gain is as loud as itself, at every rate. */
static void test_the_loudness_of_a_gain(void)
{
    static const double rates_hz[] = {44100, 48000, 192000};
    TareControls gain = tare_rack_flat();
    gain.is_preamp_manual = true;
    for (size_t i = 0; i < 3; ++i)
        for (double db = -30.0; db <= 12.0; db += 7.0) {
            TareLevel level;
            gain.set.preamp_db = db;
            CHECK(tare_level_find(&level, &gain, rates_hz[i]));
            CHECK_NEAR(level.loudness_db, db, 1e-6);
        }
}

/* PipeWire's own filters */

static void test_comparing_is_a_gain(void)
{
    TareControls controls = some_controls();
    TareLevel level;
    TareCookbook cookbook;
    CHECK(tare_level_find(&level, &controls, 48000));
    controls.is_comparing = true;
    CHECK(tare_cookbook_make(&cookbook, &controls, 48000));
    CHECK(cookbook.n_bands[0] == 0 && cookbook.n_bands[1] == 0);
    CHECK_NEAR(cookbook.preamp_db, level.loudness_db, 1e-9);
    controls.bass_db = 3.0;
    const TareControls builtin = tare_rack_playable(TARE_CHAIN_BUILTIN, &controls);
    const TareControls lv2 = tare_rack_playable(TARE_CHAIN_LV2, &controls);
    CHECK(builtin.bass_db == 0.0 && lv2.bass_db == 3.0);
}

/* The way to louder controls */

static void test_the_end_of_what_is_off_sounds_like_it(void)
{
    TareControls off = some_controls();
    off.bass_db = 3.0;
    const TareControls same = tare_glide_end(&off);
    CHECK(tare_controls_equal(&same, &off)); /* enabled: itself */
    for (int manual = 0; manual < 2; ++manual) {
        off.is_preamp_manual = manual;
        off.enabled = false;
        const TareControls end = tare_glide_end(&off);
        TareLevel level = {.loudness_db = NAN};
        CHECK(end.enabled && tare_level_find(&level, &end, 48000));
        CHECK_NEAR(level.loudness_db, 0.0, 1e-6);
        CHECK_NEAR(level.peak_db, 0.0, 0.011);
    }
}

/** It gets louder all the way, and in no step by more than twice the mean. */
static void test_the_way_is_even(void)
{
    TareControls on = some_controls();
    on.bass_db = 2.0;
    on.tilt_db_per_octave = -0.5;
    TareControls off = on;
    off.enabled = false;
    const TareControls end = tare_glide_end(&off);
    TareLevel first, level;
    CHECK(tare_level_find(&first, &on, 48000));
    double before_db = first.loudness_db;
    for (int i = 1; i <= 25; ++i) {
        const TareControls step = tare_glide_between(&on, &end, i / 25.0);
        CHECK(tare_level_find(&level, &step, 48000));
        CHECK(level.loudness_db > before_db);
        CHECK(level.loudness_db - before_db < -2.0 * first.loudness_db / 25.0);
        CHECK(level.peak_db <= 0.011);
        before_db = level.loudness_db;
    }
    CHECK_NEAR(before_db, 0.0, 1e-6);
}

/** Where it gets louder there is a way, from as loud as before to as loud as then; else none. */
static void check_way(bool is_plugin, const TareControls* from, const TareControls* to)
{
    TareGlide glide;
    TareLevel before = {0}, after = {0}, begin = {0}, end = {0};
    CHECK(tare_level_find(&before, from, 48000) && tare_level_find(&after, to, 48000));
    CHECK(after.loudness_db - before.loudness_db > TARE_LEVEL_ALIKE_DB);
    CHECK(tare_glide_plan(&glide, is_plugin, from, to, 48000));
    CHECK(tare_level_find(&begin, &glide.begin, 48000) && tare_level_find(&end, &glide.end, 48000));
    CHECK_NEAR(begin.loudness_db, before.loudness_db, 1e-3);
    CHECK_NEAR(end.loudness_db, after.loudness_db, 1e-3);
    CHECK(glide.begin.enabled && glide.end.enabled);
    CHECK(!tare_glide_plan(&glide, is_plugin, to, from, 48000));
    CHECK(!tare_glide_plan(&glide, is_plugin, to, to, 48000));
}

static void test_there_is_a_way_to_all_that_is_louder(void)
{
    TareControls on = some_controls();
    TareControls other = on;
    other.set.bands[0].freq_hz *= 2.0;
    other.is_preamp_manual = true;
    other.set.preamp_db = -40.0;
    TareControls off = on;
    off.enabled = false;
    TareControls compared = on;
    compared.is_comparing = true;
    for (int is_plugin = 0; is_plugin < 2; ++is_plugin) {
        check_way(is_plugin, &on, &off);
        check_way(is_plugin, &compared, &off);
        check_way(is_plugin, &other, &on);
        check_way(is_plugin, &other, &off);
        check_way(is_plugin, &other, &compared);
    }
}

int main(void)
{
    if (!make_home())
        return 1;
    RUN(test_what_is_said_counts);
    RUN(test_it_comes_back_from_its_file);
    RUN(test_what_is_no_taste_is_reported);
    RUN(test_failed_allocations);
    RUN(test_levels);
    RUN(test_the_loudness_of_a_gain);
    RUN(test_comparing_is_a_gain);
    RUN(test_the_end_of_what_is_off_sounds_like_it);
    RUN(test_the_way_is_even);
    RUN(test_there_is_a_way_to_all_that_is_louder);
    remove_home();
    return check_done();
}
