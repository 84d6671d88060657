/* Files opened and saved in the window, by whoever types their paths. */

#include "helpers/check.h"
#include "helpers/scratch.h"
#include "helpers/window_user.h"
#include "plan.h"
#include "settings.h"
#include "window/dark_setting.h"
#include "window/drop_path.h"
#include "window/told_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static const char equaliser_apo[] =
    "Preamp: -3 dB\nFilter 1: ON PK Fc 1000 Hz Gain 3 dB Q 2\nFilter 2: ON PK Fc 4000 Hz Gain -2 "
    "dB Q 1\n";

/** The window at work until nothing goes on any more. */
static void settle(WindowUser* user)
{
    const struct timespec moment = {.tv_nsec = 5000000};
    while (tare_window_is_busy(user->window)) {
        (void)tare_window_dirty(user->window);
        nanosleep(&moment, NULL);
    }
    (void)tare_window_dirty(user->window);
}

static void hold_control(WindowUser* user, char letter)
{
    const TareEvent event = {.kind = TARE_EVENT_TEXT, .control = true, .text = {letter}};
    tare_window_handle(user->window, &event);
    settle(user);
}

/** Opens a window whose list of files begins in the scratch folder. */
static bool open_at_home(WindowUser* user)
{
    return scratch_make() && setenv("HOME", scratch_path(""), 1) == 0 && window_user_open(user, 2);
}

static void close_and_clean(WindowUser* user)
{
    window_user_close(user);
    CHECK(scratch_remove());
}

static void test_a_file_is_opened_by_its_name(void)
{
    WindowUser user;
    char name[256];
    REQUIRE(open_at_home(&user));
    REQUIRE(scratch_write("Acme One ParametricEQ.txt", equaliser_apo));
    hold_control(&user, 'o');
    window_user_type(&user, "acm");
    window_user_key(&user, TARE_KEY_TAB, false); /* completes it */
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(window_user_value(&user, "freq_1") == 1000 && window_user_value(&user, "gain_1") == 3);
    CHECK(window_user_value(&user, "gain_2") == -2 && window_user_value(&user, "gain_3") == 0);
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK_STR(name, "Acme One");
    close_and_clean(&user);
}

static void test_folders_are_gone_through(void)
{
    WindowUser user;
    REQUIRE(open_at_home(&user));
    REQUIRE(scratch_folder("below") && scratch_write("below/Acme Two.txt", equaliser_apo));
    hold_control(&user, 'o');
    window_user_key(&user, TARE_KEY_DOWN, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(user.n_writes == 0);
    window_user_key(&user, TARE_KEY_DOWN, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(window_user_value(&user, "gain_1") == 3);
    close_and_clean(&user);
}

static void test_what_is_saved_is_what_is_opened(void)
{
    WindowUser user, other;
    REQUIRE(open_at_home(&user) && window_user_open(&other, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    hold_control(&user, 's');
    window_user_type(&user, "apo");
    window_user_key(&user, TARE_KEY_ENTER, false); /* the format; then the name that is offered */
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(strstr(scratch_read("Sony MDR-EX1000 apo.txt"), "Fc 5443 Hz Gain -10.6 dB Q 4.04"));
    tare_window_open_file(other.window, scratch_path("Sony MDR-EX1000 apo.txt"));
    settle(&other);
    CHECK(memcmp(other.values, user.values, sizeof other.values) == 0);
    window_user_close(&other);
    close_and_clean(&user);
}

/** The level at some frequencies, without the preamp, of what a window has set. */
static void shape_of(const WindowUser* user, double level_db[3])
{
    static const double freqs_hz[3] = {30.0, 1000.0, 12000.0};
    TareControls controls = tare_controls_default();
    TarePlan plan;
    for (uint32_t i = 0; i < tare_ports_count(2); ++i) {
        const TarePort port = tare_port(2, i);
        tare_settings_set_port(&controls, &port, user->values[i]);
    }
    REQUIRE(tare_plan_make(&plan, &controls, 48000.0, 2));
    for (int i = 0; i < 3; ++i)
        level_db[i] = tare_cascade_gain_db(&plan.cascade, 0, freqs_hz[i]) -
                      tare_cascade_gain_db(&plan.cascade, 0, 500.0);
}

static void test_what_is_saved_sounds_as_it_is_heard(void)
{
    WindowUser user, other;
    double heard_db[3], opened_db[3];
    REQUIRE(open_at_home(&user) && window_user_open(&other, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    window_user_hear(&user, "bass", 5);
    window_user_hear(&user, "tilt", -0.5f);
    window_user_hear(&user, "strength", 60);
    hold_control(&user, 's');
    window_user_type(&user, "apo");
    window_user_key(&user, TARE_KEY_ENTER, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    tare_window_open_file(other.window, scratch_path("Sony MDR-EX1000 apo.txt"));
    settle(&other);
    shape_of(&user, heard_db);
    shape_of(&other, opened_db);
    for (int i = 0; i < 3; ++i)
        CHECK_NEAR(opened_db[i], heard_db[i], 0.05);
    CHECK(window_user_value(&other, "bass") == 0 && heard_db[0] > 4.0);
    window_user_close(&other);
    close_and_clean(&user);
}

static void test_there_is_a_way_back_from_what_is_opened(void)
{
    WindowUser user;
    REQUIRE(open_at_home(&user));
    const char* const path = scratch_write("Acme One.txt", equaliser_apo);
    REQUIRE(path != NULL);
    window_user_hear(&user, "gain_5", 6); /* by hand */
    (void)tare_window_dirty(user.window);
    tare_window_open_file(user.window, path);
    settle(&user);
    CHECK(window_user_value(&user, "gain_1") == 3 && window_user_value(&user, "gain_5") == 0);
    hold_control(&user, 'z');
    CHECK(window_user_value(&user, "gain_1") == 0 && window_user_value(&user, "gain_5") == 6);
    hold_control(&user, 'z'); /* and forth */
    CHECK(window_user_value(&user, "gain_1") == 3 && window_user_value(&user, "gain_5") == 0);
    window_user_hear(&user, "gain_1", 4); /* edited: what is undone can be had back too */
    (void)tare_window_dirty(user.window);
    window_user_press(&user, 960, 72, 1);
    CHECK(window_user_value(&user, "gain_1") == 3);
    window_user_press(&user, 860, 72, 1);
    CHECK(window_user_value(&user, "gain_1") == 4);
    close_and_clean(&user);
}

static void test_a_file_is_replaced_only_when_asked_twice(void)
{
    WindowUser user;
    REQUIRE(open_at_home(&user));
    REQUIRE(scratch_write("Own settings apo.txt", "mine"));
    window_user_hear(&user, "gain_5", 6);
    (void)tare_window_dirty(user.window);
    hold_control(&user, 's');
    window_user_type(&user, "apo");
    window_user_key(&user, TARE_KEY_ENTER, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK_STR(scratch_read("Own settings apo.txt"), "mine");
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(strstr(scratch_read("Own settings apo.txt"), "Gain 6 dB"));
    close_and_clean(&user);
}

static void test_a_wrong_file_changes_nothing(void)
{
    WindowUser user;
    REQUIRE(open_at_home(&user));
    const char* const wrong = scratch_write("wrong.txt", "Filter 1: ON PK Fc 1000 Hz Gain x dB\n");
    REQUIRE(wrong != NULL);
    tare_window_open_file(user.window, wrong);
    settle(&user);
    tare_window_open_file(user.window, scratch_path("is not there.txt"));
    settle(&user);
    CHECK(user.n_writes == 0);
    hold_control(&user, 's'); /* there is nothing to save */
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(scratch_count() == 1);
    close_and_clean(&user);
}

static void test_words_are_for_who_sees_a_window(void)
{
    static const struct {
        const char *said, *told;
        bool is_remark;
    } cases[] = {
        {"/a/b c/d.txt:1:2: a/b is wrong; expected x", "d.txt:1:2: a/b is wrong; expected x",
         false},
        {"/a/d.txt: read as it is; expected --dialect x", "d.txt: read as it is", true},
        {"/a/d.txt:1:1: no band; expected --x", "d.txt:1:1: no band; expected --x", false},
        {"left out: 2 bands", "left out: 2 bands", true},
        {"", "", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        char words[64];
        tare_told_words(cases[i].said, cases[i].is_remark, words, sizeof words);
        CHECK_STR(words, cases[i].told);
    }
}

static void test_a_path_is_read_out_of_what_is_dropped(void)
{
    static const struct {
        const char *list, *path;
    } cases[] = {
        {"file:///a/b.txt\r\n", "/a/b.txt"},
        {"# a remark\r\nhttp://x/y\r\nfile:///c%20d%C3%A9\r\nfile:///e", "/c d\xc3\xa9"},
        {"file://localhost/x", "/x"},
        {"file:/y", "/y"},
        {"file://elsewhere/z", NULL},
        {"file:///%00", NULL},
        {"file:///%2", NULL},
        {"file:////etc", NULL},
        {"file:///", NULL},
        {"", NULL},
    };
    char path[32];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        const bool is_one = tare_drop_path(cases[i].list, strlen(cases[i].list), path, sizeof path);
        CHECK(is_one == (cases[i].path != NULL));
        CHECK_STR(is_one ? path : NULL, cases[i].path);
    }
    CHECK(!tare_drop_path("file:///0123456789012345678901234567890", 40, path, sizeof path));
}

static void test_the_desktop_says_whether_it_is_dark(void)
{
    /* little-endian; serial; one setting: a text, its name, its serial, its value */
    static const unsigned char theme[] = "\0\0\0\0"
                                         "\1\0\0\0"
                                         "\1\0\0\0"
                                         "\1\0\15\0"
                                         "Net/ThemeName\0\0\0"
                                         "\0\0\0\0"
                                         "\14\0\0\0"
                                         "Adwaita-Dark";
    CHECK(tare_dark_setting_of_xsettings(theme, sizeof theme - 1) == TARE_DARK_YES);
    for (size_t n = 0; n < sizeof theme - 1; ++n)
        CHECK(tare_dark_setting_of_xsettings(theme, n) != TARE_DARK_YES);
    CHECK(tare_dark_setting_of_ini("[Settings]\ngtk-theme-name = Breeze-Dark\n") == TARE_DARK_YES);
    CHECK(tare_dark_setting_of_ini("[Settings]\ngtk-theme-name=Breeze\n") == TARE_DARK_NO);
    CHECK(tare_dark_setting_of_ini("gtk-application-prefer-dark-theme=1") == TARE_DARK_YES);
    CHECK(tare_dark_setting_of_ini("") == TARE_DARK_UNKNOWN);
}

static void test_a_preset_is_saved_for_hosts(void)
{
    WindowUser user;
    REQUIRE(open_at_home(&user));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    hold_control(&user, 's');
    window_user_type(&user, "Ardour"); /* a word of what it is for */
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(access(scratch_path(".lv2/tare-sony-mdr-ex1000-autoeq-crinacle.lv2/manifest.ttl"),
                 R_OK) == 0);
    window_user_hear(&user, "gain_4", -9); /* an edited one beside it */
    hold_control(&user, 's');
    window_user_type(&user, "lv2");
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(access(scratch_path(".lv2/tare-sony-mdr-ex1000-own.lv2/manifest.ttl"), R_OK) == 0);
    close_and_clean(&user);
}

int main(void)
{
    RUN(test_a_file_is_opened_by_its_name);
    RUN(test_folders_are_gone_through);
    RUN(test_what_is_saved_is_what_is_opened);
    RUN(test_what_is_saved_sounds_as_it_is_heard);
    RUN(test_there_is_a_way_back_from_what_is_opened);
    RUN(test_a_file_is_replaced_only_when_asked_twice);
    RUN(test_a_wrong_file_changes_nothing);
    RUN(test_words_are_for_who_sees_a_window);
    RUN(test_a_path_is_read_out_of_what_is_dropped);
    RUN(test_the_desktop_says_whether_it_is_dark);
    RUN(test_a_preset_is_saved_for_hosts);
    return check_done();
}
