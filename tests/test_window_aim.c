/* Aiming in the window: another target, a bent one, the sound of another headphone. */

#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/targets.h"
#include "fit/aimed.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "helpers/check.h"
#include "helpers/window_user.h"
#include "search/stock.h"
#include "window/targets_order.h"

#include <stdlib.h>
#include <string.h>

/* Places in a window as large as it begins. */
enum {
    TAB_X = 740,
    TAB_Y = 110,
    TARGETS_X = 700,
    FIRST_TARGET_Y = 151,
    TARGET_STEP = 26,
    LIKE_Y = 463,
    KNOB_X = 719,
    KNOB_Y = 519,
    UNDO_X = 960,
    UNDO_Y = 72
};

/** A window with a model loaded, its target shown. */
static bool open_at_target(WindowUser* user, const char* model)
{
    if (!window_user_open(user, 2))
        return false;
    window_user_type(user, model);
    window_user_key(user, TARE_KEY_ENTER, false);
    window_user_press(user, TAB_X, TAB_Y, 1);
    window_user_release(user);
    return true;
}

static void click(WindowUser* user, double x, double y)
{
    window_user_press(user, x, y, 1);
    window_user_release(user);
}

/** Checks that the ports have what `tare use --target` would set. */
static void check_is_aimed(const WindowUser* user, const char* id, const TareFitGoal* goal)
{
    TareStock* stock = NULL;
    TareBandSet set;
    REQUIRE(tare_stock_open_from(&stock, getenv("TARE_BUILD_DIR"), NULL) == TARE_OK);
    TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    const TareEntry* const entry = tare_catalogue_find_id(catalogue, id);
    REQUIRE(entry != NULL);
    TareAimed* const aimed = tare_aimed_new(tare_catalogue_correction(catalogue, entry, NULL));
    REQUIRE(aimed && tare_aimed_bands(aimed, goal, (TareFitCount){0}, &set));
    CHECK(set.n_bands > 0);
    for (uint32_t i = 0; i < set.n_bands; ++i) {
        const uint32_t freq = tare_port_index(2, TARE_PORT_BAND_FREQ, i);
        const uint32_t gain = tare_port_index(2, TARE_PORT_BAND_GAIN, i);
        CHECK(user->values[freq] == (float)set.bands[i].freq_hz);
        CHECK(user->values[gain] == (float)set.bands[i].gain_db);
    }
    tare_aimed_free(aimed);
    tare_stock_close(stock);
}

static void test_a_target_is_chosen(void)
{
    WindowUser user;
    REQUIRE(open_at_target(&user, "ex1000"));
    click(&user, TARGETS_X, FIRST_TARGET_Y + TARGET_STEP); /* the second that suits it */
    CHECK(user.n_writes > 0);
    window_user_key(&user, TARE_KEY_UP, false);
    const WindowUser own = user;
    window_user_key(&user, TARE_KEY_DOWN, false);
    CHECK(memcmp(own.values, user.values, sizeof own.values) != 0);
    click(&user, UNDO_X, UNDO_Y);
    CHECK_NEAR(window_user_value(&user, "freq_4"), 5443, 0.5);
    window_user_close(&user);
}

static void test_a_bend_is_dragged_and_fitted(void)
{
    WindowUser user;
    char name[256];
    REQUIRE(open_at_target(&user, "hd 650"));
    window_user_press(&user, KNOB_X, KNOB_Y, 1);
    window_user_move(&user, KNOB_X + 10, KNOB_Y, false);
    const float first = window_user_value(&user, "gain_11");
    window_user_move(&user, KNOB_X + 60, KNOB_Y, false);
    CHECK(window_user_value(&user, "gain_11") != first);
    window_user_release(&user);
    window_user_press(&user, KNOB_X, KNOB_Y - 25, 1); /* its value */
    window_user_type(&user, "1.2");
    window_user_key(&user, TARE_KEY_ENTER, false);
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK(strstr(name, "bass +1.2 dB"));
    window_user_type(&user, "4");
    window_user_key(&user, TARE_KEY_ENTER, false);
    const TareFitGoal goal = {.built_in = tare_target_find("harman-over-ear-2018"),
                              .bend = {.bass_db = 4}};
    check_is_aimed(&user, "sennheiser-hd-650/oratory1990", &goal);
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK(strstr(name, "HD 650") && strstr(name, "bass +4 dB"));
    CHECK(window_user_value(&user, "bass") == 0); /* the listener's own stays */
    window_user_key(&user, TARE_KEY_DELETE, false);
    CHECK_NEAR(window_user_value(&user, "freq_3"), 105, 0.5);
    CHECK(window_user_value(&user, "gain_11") == 0);
    window_user_close(&user);
}

static void test_one_headphone_sounds_like_another(void)
{
    WindowUser user;
    char name[256];
    REQUIRE(open_at_target(&user, "hd 650"));
    const float before = window_user_value(&user, "preamp");
    click(&user, TARGETS_X, LIKE_Y);
    window_user_type(&user, "hd 600");
    window_user_key(&user, TARE_KEY_ENTER, false);
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK(strstr(name, "HD 650") && strstr(name, "like Sennheiser HD 600"));
    CHECK(window_user_value(&user, "preamp") != before);
    window_user_type(&user, "ex1000"); /* finding is finding again */
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK_NEAR(window_user_value(&user, "freq_4"), 5443, 0.5);
    window_user_close(&user);
}

/** Another window of the same host, as when a session is loaded. */
static bool reopen(WindowUser* other, const WindowUser* user)
{
    if (!window_user_open(other, 2))
        return false;
    for (uint32_t i = 0; i < tare_ports_count(2); ++i)
        if (!tare_port_is_output(tare_port(2, i).role))
            tare_window_hear(other->window, i, user->values[i]);
    memcpy(other->values, user->values, sizeof other->values);
    return true;
}

/** Types the value of a slider of the target. */
static void bend(WindowUser* user, double x, const char* value)
{
    window_user_press(user, x, KNOB_Y - 25, 1);
    window_user_type(user, value);
    window_user_key(user, TARE_KEY_ENTER, false);
}

static void check_is_known_again(const WindowUser* user, const char* part)
{
    WindowUser other;
    char name[256], again[256];
    tare_window_loaded_name(user->window, name, sizeof name);
    CHECK(strstr(name, part) != NULL);
    REQUIRE(reopen(&other, user));
    tare_window_loaded_name(other.window, again, sizeof again);
    CHECK_STR(again, name);
    /* a band that somebody moves is an edit of that */
    window_user_hear(&other, "gain_3", window_user_value(&other, "gain_3") + 1);
    tare_window_loaded_name(other.window, again, sizeof again);
    CHECK(strstr(again, "HD 650, edited") != NULL);
    click(&other, UNDO_X, UNDO_Y);
    tare_window_loaded_name(other.window, again, sizeof again);
    CHECK_STR(again, "Sennheiser HD 650");
    window_user_close(&other);
}

static void test_what_was_aimed_is_known_to_a_new_window(void)
{
    for (int i = 0; i < 2; ++i) { /* one that is moved, and one that is fitted */
        WindowUser user;
        REQUIRE(open_at_target(&user, "hd 650"));
        window_user_type(&user, "hd 650");
        for (int k = 0; k < 12 * i; ++k)
            window_user_key(&user, TARE_KEY_DOWN, false);
        window_user_key(&user, TARE_KEY_ENTER, false);
        bend(&user, KNOB_X, "4");
        check_is_known_again(&user, "bass +4 dB");
        bend(&user, KNOB_X, "-3.25");
        check_is_known_again(&user, "bass -3.25 dB");
        if (i == 1) { /* the other one needs all bands for that */
            click(&user, TARGETS_X, FIRST_TARGET_Y + 4 * TARGET_STEP);
            check_is_known_again(&user, "bass -3.25 dB");
            click(&user, TARGETS_X, LIKE_Y);
            window_user_type(&user, "hd 600");
            window_user_key(&user, TARE_KEY_ENTER, false);
            check_is_known_again(&user, "like Sennheiser HD 600");
        }
        window_user_close(&user);
    }
}

/** Values that only look like a mark, and one that names what is not there. */
static void test_marks_of_nothing_are_none(void)
{
    WindowUser user, other;
    char name[256];
    REQUIRE(open_at_target(&user, "hd 650"));
    for (int k = 0; k < 2; ++k) {
        window_user_type(&user, "hd 650");
        for (int i = 0; i < 12; ++i)
            window_user_key(&user, TARE_KEY_DOWN, false);
        window_user_key(&user, TARE_KEY_ENTER, false);
        bend(&user, KNOB_X, "4");
        user.values[tare_port_find(2, k ? "q_20" : "q_18")] += 0.0005f;
        REQUIRE(reopen(&other, &user));
        tare_window_loaded_name(other.window, name, sizeof name);
        CHECK_STR(name, "Own settings");
        window_user_close(&other);
    }
    window_user_close(&user);
}

static void test_what_nobody_measured_is_not_aimed(void)
{
    WindowUser user;
    REQUIRE(open_at_target(&user, "mdr ex1000"));
    window_user_type(&user, "mdr ex1000");
    for (int i = 0; i < 5; ++i) /* the one from a review */
        window_user_key(&user, TARE_KEY_DOWN, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    const unsigned n_writes = user.n_writes;
    click(&user, TARGETS_X, FIRST_TARGET_Y + TARGET_STEP);
    CHECK(user.n_writes == n_writes);
    window_user_close(&user);
}

static void test_each_slot_has_its_own_target(void)
{
    WindowUser user;
    char name[256];
    REQUIRE(open_at_target(&user, "hd 650"));
    click(&user, 930, 32); /* B */
    click(&user, TARGETS_X, FIRST_TARGET_Y + 4 * TARGET_STEP);
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK(strstr(name, "diffuse field"));
    click(&user, 886, 32); /* A */
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK(!strstr(name, "diffuse field"));
    click(&user, 930, 32);
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK(strstr(name, "diffuse field"));
    window_user_close(&user);
}

static void test_no_two_targets_are_called_the_same(void)
{
    for (size_t i = 0; tare_target_get(i); ++i)
        for (size_t k = 0; k < i; ++k) {
            char a[128], b[128];
            tare_targets_title(tare_target_get(i), a, sizeof a);
            tare_targets_title(tare_target_get(k), b, sizeof b);
            CHECK(strcmp(a, b) != 0);
        }
}

int main(void)
{
    RUN(test_a_target_is_chosen);
    RUN(test_a_bend_is_dragged_and_fitted);
    RUN(test_one_headphone_sounds_like_another);
    RUN(test_what_was_aimed_is_known_to_a_new_window);
    RUN(test_marks_of_nothing_are_none);
    RUN(test_what_nobody_measured_is_not_aimed);
    RUN(test_each_slot_has_its_own_target);
    RUN(test_no_two_targets_are_called_the_same);
    return check_done();
}
