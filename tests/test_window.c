/* The window as somebody uses it, without a display: what becomes of the ports. */

#include "helpers/check.h"
#include "helpers/window_graph.h"
#include "helpers/window_user.h"
#include "window/layout.h"

static void test_a_model_is_typed_and_applied(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "ex1000");
    CHECK(user.n_writes == 0);
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK_NEAR(window_user_value(&user, "freq_4"), 5443, 0.5);
    CHECK_NEAR(window_user_value(&user, "gain_4"), -10.6, 0.05);
    CHECK(window_user_value(&user, "enabled") == 1.0f);
    const unsigned n_writes = user.n_writes;
    window_user_key(&user, TARE_KEY_ENTER, false); /* the list is closed */
    CHECK(user.n_writes == n_writes);
    window_user_close(&user);
}

static void test_arrow_keys_choose_among_corrections(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "mdr ex1000");
    for (int i = 0; i < 5; ++i)
        window_user_key(&user, TARE_KEY_DOWN, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK_NEAR(window_user_value(&user, "freq_1"), 5500, 0.5); /* the one from a review */
    CHECK_NEAR(window_user_value(&user, "q_1"), 8, 0.005);
    window_user_close(&user);
}

static void test_escape_leaves_everything_as_it_was(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "hd 650");
    window_user_key(&user, TARE_KEY_ESCAPE, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(user.n_writes == 0);
    window_user_close(&user);
}

static void test_what_is_not_there_is_not_applied(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "hd 99999 qqqq");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(user.n_writes == 0);
    window_user_close(&user);
}

/** All headphones are listed then; one is to be chosen first. */
static void test_nothing_typed_applies_nothing(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_press(&user, 300, 24, 1);
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(user.n_writes == 0);
    window_user_key(&user, TARE_KEY_DOWN, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(user.n_writes > 0);
    window_user_close(&user);
}

static void test_a_list_is_closed_by_a_press_beside_it(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "hd 6");
    const TareEvent press = {
        .kind = TARE_EVENT_PRESS, .x = 400, .y = TARE_LAYOUT_HEIGHT - 2, .n_clicks = 1};
    CHECK(tare_window_handle(user.window, &press));
    window_user_close(&user);
}

static void test_changes_are_taken_back_by_keys(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    const float gain_db = window_user_value(&user, "gain_4");
    window_user_hear(&user, "gain_4", -3);
    (void)tare_window_dirty(user.window);
    window_user_control(&user, 'z');
    CHECK(window_user_value(&user, "gain_4") == gain_db);
    window_user_control(&user, 'z');
    CHECK(window_user_value(&user, "gain_4") == -3);
    window_user_close(&user);
}

static void test_bands_are_dragged_on_the_graph(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_12", 6); /* 1 kHz */
    window_user_press(&user, x_of(1000), y_of(6), 1);
    window_user_move(&user, x_of(1000) + 100, y_of(6) + 50, false);
    CHECK(user.n_holds == 2 && user.n_releases == 0);
    const TarePlotFrame frame = frame_of_graph();
    const double ratio = pow(1000, 100 / (frame.right - frame.left));
    CHECK_NEAR(window_user_value(&user, "freq_12"), 1000 * ratio, 1);
    CHECK_NEAR(window_user_value(&user, "gain_12"), 6 - 50 * 40 / (frame.bottom - frame.top), 0.06);
    window_user_release(&user);
    CHECK(user.n_releases == 2);
    const unsigned n_writes = user.n_writes;
    window_user_move(&user, x_of(100), y_of(0), false); /* nothing is held */
    CHECK(user.n_writes == n_writes);
    window_user_close(&user);
}

static void test_shift_drags_finely(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_12", 6);
    window_user_press(&user, x_of(1000), y_of(6), 1);
    window_user_move(&user, x_of(1000), y_of(6) + 50, true);
    const TarePlotFrame frame = frame_of_graph();
    CHECK_NEAR(window_user_value(&user, "gain_12"), 6 - 0.2 * 50 * 40 / (frame.bottom - frame.top),
               0.06);
    CHECK(window_user_value(&user, "freq_12") == 1000);
    window_user_close(&user);
}

static void test_the_wheel_changes_the_q(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_12", 6);
    window_user_wheel(&user, x_of(1000), y_of(6), 3, false);
    const float coarse = window_user_value(&user, "q_12");
    CHECK(coarse > 1.1f);
    window_user_wheel(&user, x_of(1000), y_of(6), -1, true);
    CHECK(window_user_value(&user, "q_12") < coarse && window_user_value(&user, "q_12") > 1.1f);
    window_user_close(&user);
}

static void test_a_double_click_adds_a_band_or_undoes_one(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_press(&user, x_of(300), y_of(-5), 1);
    window_user_press(&user, x_of(300), y_of(-5), 2);
    window_user_release(&user);
    CHECK_NEAR(window_user_value(&user, "freq_1"), 300, 1);
    CHECK_NEAR(window_user_value(&user, "gain_1"), -5, 0.1);
    window_user_press(&user, x_of(300), y_of(-5), 2);
    window_user_release(&user);
    CHECK(window_user_value(&user, "gain_1") == 0);
    window_user_close(&user);
}

static void test_changes_of_a_correction_are_undone(void)
{
    WindowUser user, other;
    REQUIRE(window_user_open(&user, 2) && window_user_open(&other, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    memcpy(other.values, user.values, sizeof other.values);
    const float gain_db = window_user_value(&user, "gain_4");
    window_user_press(&user, x_of(5443), y_of(gain_db), 1);
    window_user_move(&user, x_of(5443), y_of(0), false);
    window_user_release(&user);
    CHECK(window_user_value(&user, "gain_4") != gain_db);
    window_user_press(&user, 960, 72, 1); /* "Undo changes" */
    CHECK(memcmp(other.values, user.values, sizeof other.values) == 0);
    window_user_close(&user);
    window_user_close(&other);
}

/** As when it is closed and opened again, or a session is. */
static void test_an_edited_correction_is_known_to_a_new_window(void)
{
    WindowUser user, other;
    char name[256];
    bool is_whole = true;
    REQUIRE(window_user_open(&user, 2) && window_user_open(&other, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    window_user_hear(&user, "gain_4", -9);
    window_user_hear(&user, "freq_2", 250);
    for (uint32_t i = 0; i < tare_ports_count(2); ++i)
        tare_window_hear(other.window, i, user.values[i]);
    memcpy(other.values, user.values, sizeof other.values);
    CHECK(tare_window_loaded(other.window, &is_whole) != NULL && !is_whole);
    tare_window_loaded_name(other.window, name, sizeof name);
    CHECK_STR(name, "Sony MDR-EX1000, edited");
    window_user_press(&other, 960, 72, 1); /* "Undo changes" */
    CHECK_NEAR(window_user_value(&other, "gain_4"), -10.6, 0.05);
    CHECK_NEAR(window_user_value(&other, "freq_2"), 221, 0.5);
    window_user_close(&user);
    window_user_close(&other);
}

static void test_the_host_may_have_a_name_for_other_bands(void)
{
    WindowUser user;
    char name[256];
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_4", -9);
    tare_window_tell_name(user.window, "Acme One, aimed");
    window_user_hear(&user, "bass", 3); /* the listener's own */
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK_STR(name, "Acme One, aimed");
    window_user_hear(&user, "gain_4", -8);
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK_STR(name, "Own settings");
    window_user_close(&user);
}

static void test_own_bands_are_of_no_model(void)
{
    WindowUser user;
    bool is_whole = true;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_4", -9);
    window_user_hear(&user, "gain_7", 2.3f);
    window_user_hear(&user, "gain_9", 1.7f);
    CHECK(tare_window_loaded(user.window, &is_whole) == NULL);
    window_user_close(&user);
}

static void test_another_sound_of_the_host_is_no_edited_one(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    window_user_hear(&user, "gain_4", -9); /* an automation moves: there is a way back */
    (void)tare_window_dirty(user.window);
    window_user_press(&user, 960, 72, 1);
    CHECK_NEAR(window_user_value(&user, "gain_4"), -10.6, 0.05);
    for (uint32_t i = 0; i < tare_ports_count(2); ++i) /* "(Flat)" */
        tare_window_hear(user.window, i, tare_port(2, i).def);
    (void)tare_window_dirty(user.window);
    const unsigned n_writes = user.n_writes;
    window_user_press(&user, 960, 72, 1);
    CHECK(user.n_writes == n_writes);
    window_user_close(&user);
}

static void test_values_are_typed(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_press(&user, 100, 542, 1); /* the text of the strength */
    window_user_type(&user, "55 %");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(window_user_value(&user, "strength") == 55);
    window_user_key(&user, TARE_KEY_TAB, false);
    window_user_type(&user, "-3,5");
    window_user_key(&user, TARE_KEY_TAB, false);
    CHECK(window_user_value(&user, "bass") == -3.5f);
    window_user_type(&user, "7");
    window_user_key(&user, TARE_KEY_ESCAPE, false);
    CHECK(window_user_value(&user, "treble") == 0);
    window_user_type(&user, "99");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(window_user_value(&user, "treble") == 12); /* its range */
    window_user_key(&user, TARE_KEY_DELETE, false);
    CHECK(window_user_value(&user, "treble") == 0);
    window_user_close(&user);
}

static void test_the_level_is_automatic_until_it_is_set(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    for (int i = 0; i < 6; ++i) /* from the field backwards: list of bands, level */
        window_user_key(&user, TARE_KEY_TAB, false);
    window_user_press(&user, 600, 542, 1);
    window_user_type(&user, "-8");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(window_user_value(&user, "preamp") == -8);
    CHECK(window_user_value(&user, "manual_preamp") == 1);
    window_user_key(&user, TARE_KEY_DELETE, false);
    CHECK(window_user_value(&user, "manual_preamp") == 0);
    window_user_close(&user);
}

static void test_everything_is_reached_by_keys(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_key(&user, TARE_KEY_TAB, false);
    window_user_type(&user, " ");
    CHECK(window_user_value(&user, "enabled") == 0);
    window_user_key(&user, TARE_KEY_TAB, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(window_user_value(&user, "compare") == 1);
    for (int i = 0; i < 4; ++i) /* A, B, copy, graph */
        window_user_key(&user, TARE_KEY_TAB, false);
    window_user_key(&user, TARE_KEY_UP, false);
    window_user_key(&user, TARE_KEY_RIGHT, false);
    window_user_key(&user, TARE_KEY_PAGE_UP, false);
    CHECK(window_user_value(&user, "gain_1") == 0.5f &&
          window_user_value(&user, "freq_1") > 22.4f && window_user_value(&user, "q_1") > 1);
    window_user_key(&user, TARE_KEY_TAB, true);
    window_user_key(&user, TARE_KEY_TAB, true);
    window_user_key(&user, TARE_KEY_TAB, true);
    window_user_type(&user, "x"); /* no value of a button: a name begins */
    window_user_key(&user, TARE_KEY_ESCAPE, false);
    window_user_key(&user, TARE_KEY_TAB, false);
    window_user_type(&user, " ");
    CHECK(window_user_value(&user, "enabled") == 1);
    window_user_close(&user);
}

static void test_the_list_of_bands_takes_keys(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_key(&user, TARE_KEY_TAB, true); /* the last one before the field */
    window_user_key(&user, TARE_KEY_DOWN, false);
    window_user_key(&user, TARE_KEY_ENTER, false); /* type: the next one */
    CHECK(window_user_value(&user, "type_2") == 1);
    window_user_key(&user, TARE_KEY_RIGHT, false);
    window_user_type(&user, "1.2k");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(window_user_value(&user, "freq_2") == 1200);
    window_user_key(&user, TARE_KEY_RIGHT, false);
    window_user_type(&user, "-6");
    window_user_key(&user, TARE_KEY_DOWN, false); /* takes it and goes on */
    CHECK(window_user_value(&user, "gain_2") == -6 && window_user_value(&user, "gain_3") == 0);
    window_user_key(&user, TARE_KEY_UP, false);
    window_user_key(&user, TARE_KEY_DELETE, false);
    CHECK(window_user_value(&user, "gain_2") == 0);
    window_user_close(&user);
}

static void test_the_list_of_bands_scrolls(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_20", 3);
    window_user_wheel(&user, 800, 300, -20, false); /* to its end */
    window_user_press(&user, 890, 541, 1);          /* the gain of its last row */
    window_user_type(&user, "5");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK(window_user_value(&user, "gain_20") == 5);
    window_user_close(&user);
}

static void test_slots_keep_two_settings(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    const float first = window_user_value(&user, "freq_1");
    window_user_press(&user, 930, 32, 1); /* B */
    CHECK(window_user_value(&user, "freq_1") == first);
    window_user_type(&user, "hd 650");
    window_user_key(&user, TARE_KEY_ENTER, false);
    const float second = window_user_value(&user, "freq_1");
    CHECK(second != first);
    window_user_press(&user, 886, 32, 1); /* A */
    CHECK(window_user_value(&user, "freq_1") == first);
    window_user_press(&user, 930, 32, 1);
    CHECK(window_user_value(&user, "freq_1") == second);
    window_user_press(&user, 990, 32, 1); /* B to A */
    window_user_press(&user, 886, 32, 1);
    CHECK(window_user_value(&user, "freq_1") == second);
    window_user_close(&user);
}

int main(void)
{
    RUN(test_a_model_is_typed_and_applied);
    RUN(test_arrow_keys_choose_among_corrections);
    RUN(test_escape_leaves_everything_as_it_was);
    RUN(test_what_is_not_there_is_not_applied);
    RUN(test_nothing_typed_applies_nothing);
    RUN(test_a_list_is_closed_by_a_press_beside_it);
    RUN(test_changes_are_taken_back_by_keys);
    RUN(test_bands_are_dragged_on_the_graph);
    RUN(test_shift_drags_finely);
    RUN(test_the_wheel_changes_the_q);
    RUN(test_a_double_click_adds_a_band_or_undoes_one);
    RUN(test_changes_of_a_correction_are_undone);
    RUN(test_an_edited_correction_is_known_to_a_new_window);
    RUN(test_the_host_may_have_a_name_for_other_bands);
    RUN(test_own_bands_are_of_no_model);
    RUN(test_another_sound_of_the_host_is_no_edited_one);
    RUN(test_values_are_typed);
    RUN(test_the_level_is_automatic_until_it_is_set);
    RUN(test_everything_is_reached_by_keys);
    RUN(test_the_list_of_bands_takes_keys);
    RUN(test_the_list_of_bands_scrolls);
    RUN(test_slots_keep_two_settings);
    return check_done();
}
