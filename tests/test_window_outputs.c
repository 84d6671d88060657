/* Outputs in the window: what it shows of them, and what becomes of the listener's rules. */

#include "helpers/check.h"
#include "helpers/scratch.h"
#include "helpers/window_user.h"
#include "window/outputs.h"
#include "window/shelf.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const TareOutputRow speakers = {"Speakers", "analog-output-speaker", "", "", "", true, true};
static const TareOutputRow headset = {"WH-1000XM4", "00:11", "", "", "", true, false};

/* Places in a window of the size with which it opens. */
static const double tab_x = 954.0, tab_y = 110.0, second_row_y = 238.0, buttons_y = 543.0;
static const double find_x = 670.0, loaded_x = 770.0, flat_x = 845.0, forget_x = 950.0;

static void tell_of(TareOutputs* outputs, const TareOutputRow* rows, size_t n, bool is_bypassed)
{
    const TareOutputsNews news = {.rows = rows, .n = n, .is_bypassed = is_bypassed};
    tare_outputs_tell(outputs, &news);
}

static void tell(WindowUser* user, TareOutputRow first, TareOutputRow second)
{
    const TareOutputRow rows[] = {first, second};
    tell_of(tare_window_outputs(user->window), rows, 2, false);
    (void)tare_window_dirty(user->window);
}

static void settle(WindowUser* user)
{
    const struct timespec moment = {.tv_nsec = 5000000};
    while (tare_window_is_busy(user->window)) {
        (void)tare_window_dirty(user->window);
        nanosleep(&moment, NULL);
    }
    (void)tare_window_dirty(user->window);
}

static void press(WindowUser* user, double x, double y)
{
    window_user_press(user, x, y, 1);
    window_user_release(user);
    settle(user);
}

/** Opens a window; settings are in the scratch folder, and no PipeWire is there. */
static bool open_empty(WindowUser* user)
{
    return scratch_make() && setenv("HOME", scratch_path(""), 1) == 0 &&
           setenv("XDG_RUNTIME_DIR", scratch_path(""), 1) == 0 &&
           unsetenv("XDG_CONFIG_HOME") == 0 && window_user_open(user, 2);
}

/** Opens one with two outputs, shown, the second one chosen. */
static bool open_outputs(WindowUser* user)
{
    if (!open_empty(user))
        return false;
    tell(user, speakers, headset);
    press(user, tab_x, tab_y);
    press(user, 800.0, second_row_y);
    return true;
}

static void close_and_clean(WindowUser* user)
{
    window_user_close(user);
    CHECK(scratch_remove());
}

static const char* rules(void)
{
    return scratch_read(".config/tare/devices.json");
}

static void test_a_found_headphone_becomes_the_outputs_own(void)
{
    WindowUser user;
    REQUIRE(open_outputs(&user));
    press(&user, find_x, buttons_y);
    window_user_type(&user, "hd 650");
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(strstr(rules(), "\"00:11\"") && strstr(rules(), "\"sennheiser-hd-650/oratory1990\""));
    CHECK(user.n_writes == 0); /* nothing is loaded by that */
    CHECK(tare_window_outputs(user.window)->is_stale);
    close_and_clean(&user);
}

static void test_what_is_loaded_becomes_the_outputs_own(void)
{
    WindowUser user;
    REQUIRE(open_outputs(&user));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    press(&user, loaded_x, buttons_y);
    CHECK(strstr(rules(), "\"sony-mdr-ex1000/autoeq-crinacle\""));
    window_user_hear(&user, "gain_1", 1);
    (void)tare_window_dirty(user.window);
    press(&user, loaded_x, buttons_y);
    CHECK(strstr(rules(), "\"Sony MDR-EX1000\"") && strstr(rules(), "\"00:11\""));
    CHECK(!strstr(rules(), "autoeq-crinacle"));
    close_and_clean(&user);
}

static void test_flat_and_none_are_two_things(void)
{
    WindowUser user;
    TareOutputRow ruled = headset;
    ruled.rule = headset.name;
    REQUIRE(open_outputs(&user));
    press(&user, flat_x, buttons_y);
    CHECK(strstr(rules(), "\"00:11\""));
    tell(&user, speakers, ruled);
    press(&user, forget_x, buttons_y);
    CHECK(!strstr(rules(), "00:11"));
    close_and_clean(&user);
}

static void test_all_is_done_by_keys(void)
{
    WindowUser user;
    TareOutputRow ruled = headset;
    ruled.rule = headset.name;
    REQUIRE(open_outputs(&user)); /* the list has the focus */
    window_user_key(&user, TARE_KEY_UP, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    window_user_type(&user, "hd 650");
    window_user_key(&user, TARE_KEY_ENTER, false);
    settle(&user);
    CHECK(strstr(rules(), "analog-output-speaker") && strstr(rules(), "sennheiser-hd-650"));
    tell(&user, speakers, ruled);
    press(&user, 800.0, second_row_y);
    window_user_key(&user, TARE_KEY_TAB, false);
    window_user_key(&user, TARE_KEY_TAB, false);
    window_user_key(&user, TARE_KEY_TAB, false); /* Flat */
    window_user_type(&user, " ");
    settle(&user);
    CHECK(strstr(rules(), "\"00:11\""));
    press(&user, 800.0, second_row_y);
    window_user_key(&user, TARE_KEY_DELETE, false);
    settle(&user);
    CHECK(!strstr(rules(), "00:11") && strstr(rules(), "analog-output-speaker"));
    close_and_clean(&user);
}

static void test_a_plugins_window_has_no_outputs(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    CHECK(!tare_window_outputs(user.window)->rows);
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(user.n_writes > 0);
    window_user_close(&user);
}

/** Neither the tab nor the row of buttons, whoever asks for them before and after. */
static void test_nothing_moves_when_outputs_come(void)
{
    WindowUser user;
    REQUIRE(open_empty(&user));
    TareOutputs* const outputs = tare_window_outputs(user.window);
    const TareOutputsNews silence = {.is_away = true};
    tare_outputs_tell(outputs, &silence);
    (void)tare_window_dirty(user.window);
    press(&user, tab_x, tab_y);
    press(&user, find_x, buttons_y);
    CHECK(outputs->is_stale && user.n_writes == 0); /* there is no output for one */
    tell_of(outputs, &speakers, 1, true);
    (void)tare_window_dirty(user.window);
    outputs->is_by_hand = true;
    press(&user, tab_x, tab_y); /* the tab is where it was, and shown: it chooses nothing anew */
    CHECK(outputs->is_by_hand);
    window_user_press(&user, 823.0, buttons_y - 38.0, 1);
    CHECK(outputs->is_asked_for);
    window_user_release(&user);
    press(&user, flat_x, buttons_y);
    CHECK(strstr(rules(), "analog-output-speaker"));
    close_and_clean(&user);
}

static void test_the_chosen_output_stays_chosen(void)
{
    TareOutputs outputs = {0};
    const TareOutputRow rows[] = {speakers, headset}, other[] = {headset, speakers};
    tell_of(&outputs, rows, 2, false);
    CHECK(outputs.is_new && outputs.chosen == 0);
    outputs.is_new = false;
    tare_outputs_move(&outputs, 9);
    CHECK_STR(tare_outputs_chosen(&outputs)->title, "WH-1000XM4");
    tell_of(&outputs, rows, 2, false);
    CHECK(!outputs.is_new);
    tell_of(&outputs, other, 2, true);
    CHECK(outputs.is_new && outputs.is_bypassed);
    CHECK_STR(tare_outputs_chosen(&outputs)->title, "WH-1000XM4");
    tell_of(&outputs, &speakers, 1, true);
    CHECK_STR(tare_outputs_chosen(&outputs)->title, "Speakers");
    tare_outputs_clear(&outputs);
}

static const char* words_of(const TareOutputs* outputs, size_t row, TareShelf* shelf)
{
    static char words[256];
    tare_outputs_words(outputs, &outputs->rows[row], shelf, words, sizeof words);
    return words;
}

static void test_it_is_said_what_each_output_gets(void)
{
    TareOutputs outputs = {0};
    TareOutputRow rows[] = {speakers, headset};
    TareShelf* const shelf = tare_shelf_new(getenv("TARE_BUILD_DIR"));
    REQUIRE(shelf);
    tell_of(&outputs, rows, 2, false);
    CHECK_STR(words_of(&outputs, 0, shelf), "what is loaded, as every output");
    rows[0].rule = "Speakers";
    tell_of(&outputs, rows, 2, false);
    CHECK_STR(words_of(&outputs, 0, shelf), "flat");
    CHECK_STR(words_of(&outputs, 1, shelf), "flat, as it has no correction of its own");
    rows[0].id = "sennheiser-hd-650/oratory1990";
    tell_of(&outputs, rows, 2, false);
    CHECK_STR(words_of(&outputs, 0, shelf), "Sennheiser HD 650");
    rows[0].id = "acme-one/nobody";
    tell_of(&outputs, rows, 2, false);
    CHECK_STR(words_of(&outputs, 0, shelf),
              "flat, as the catalogue does not have: acme-one/nobody");
    rows[0].called = "My own";
    tell_of(&outputs, rows, 2, false);
    CHECK_STR(words_of(&outputs, 0, shelf), "My own");
    tare_outputs_clear(&outputs);
    tare_shelf_free(shelf);
}

int main(void)
{
    RUN(test_a_found_headphone_becomes_the_outputs_own);
    RUN(test_what_is_loaded_becomes_the_outputs_own);
    RUN(test_flat_and_none_are_two_things);
    RUN(test_all_is_done_by_keys);
    RUN(test_a_plugins_window_has_no_outputs);
    RUN(test_nothing_moves_when_outputs_come);
    RUN(test_the_chosen_output_stays_chosen);
    RUN(test_it_is_said_what_each_output_gets);
    return check_done();
}
