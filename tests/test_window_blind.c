/* The blind test in the window: what is heard, what is asked, and that all is as before at the end.
 */

#include "corrections/blind.h"
#include "helpers/check.h"
#include "helpers/window_user.h"
#include "plan.h"
#include "settings.h"
#include "window/blind_test.h"
#include "window/dials.h"
#include "window/slots.h"

#include <math.h>

/* The button in a window as large as it begins, and the slots. */
enum { BLIND_X = 815, BLIND_Y = 110, SLOT_A_X = 886, SLOT_B_X = 930, SLOT_Y = 32 };

static bool open_with(WindowUser* user, const char* model)
{
    if (!window_user_open(user, 2))
        return false;
    window_user_type(user, model);
    window_user_key(user, TARE_KEY_ENTER, false);
    return true;
}

static void click(WindowUser* user, double x, double y)
{
    window_user_press(user, x, y, 1);
    window_user_release(user);
}

static void begin(WindowUser* user)
{
    click(user, BLIND_X, BLIND_Y);
    window_user_key(user, TARE_KEY_ENTER, false); /* "Start" has the focus */
}

static float heard(WindowUser* user, const char* key)
{
    window_user_type(user, key);
    return window_user_value(user, "compare");
}

/** Goes from the first of the places to an answer, and on: the answer's button, then "Next". */
static void answer(WindowUser* user, int n_tabs)
{
    for (int i = 0; i < n_tabs; ++i)
        window_user_key(user, TARE_KEY_TAB, false);
    window_user_key(user, TARE_KEY_ENTER, false);
    window_user_key(user, TARE_KEY_ENTER, false);
}

static bool is_as(const WindowUser* user, const WindowUser* before)
{
    return memcmp(user->values, before->values, sizeof user->values) == 0;
}

static void test_x_is_one_of_the_two_and_nobody_knows_which(void)
{
    WindowUser user;
    unsigned n_original_first = 0, n_x_first = 0;
    REQUIRE(open_with(&user, "ex1000"));
    const WindowUser before = user;
    click(&user, BLIND_X, BLIND_Y);
    window_user_key(&user, TARE_KEY_TAB, true); /* from "Start" back to 20 rounds */
    window_user_type(&user, " ");
    window_user_key(&user, TARE_KEY_TAB, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    for (int i = 0; i < 20; ++i) {
        const float one = heard(&user, "1"), two = heard(&user, "2"), x = heard(&user, "x");
        CHECK(one != two && (x == one || x == two));
        CHECK(window_user_value(&user, "gain_4") == before.values[tare_port_find(2, "gain_4")]);
        n_original_first += one > 0.5f;
        n_x_first += x == one;
        answer(&user, x == one ? 3 : 4);
    }
    CHECK(n_original_first > 0 && n_original_first < 20);
    CHECK(n_x_first > 0 && n_x_first < 20);
    CHECK(is_as(&user, &before));
    const unsigned n_writes = user.n_writes;
    window_user_type(&user, "1"); /* no round is under way */
    CHECK(user.n_writes == n_writes);
    window_user_close(&user);
}

/** How loud pink noise comes out of what the host has. */
static double loudness_lu(const WindowUser* user)
{
    TareControls controls = tare_controls_default();
    TarePlan plan;
    for (uint32_t i = 0; i < tare_ports_count(2); ++i) {
        const TarePort port = tare_port(2, i);
        if (!tare_port_is_output(port.role))
            tare_settings_set_port(&controls, &port, user->values[i]);
    }
    CHECK(tare_plan_make(&plan, &controls, 48000, 2));
    return 10 * log10(plan.pink_power);
}

static void test_slots_are_made_equally_loud(void)
{
    WindowUser user;
    REQUIRE(open_with(&user, "ex1000"));
    click(&user, SLOT_B_X, SLOT_Y);
    window_user_type(&user, "hd 650");
    window_user_key(&user, TARE_KEY_ENTER, false);
    const WindowUser before = user;
    const double loud_lu = loudness_lu(&user);
    click(&user, BLIND_X, BLIND_Y);
    for (int i = 0; i < 6; ++i) /* from "Start" to "A against B" */
        window_user_key(&user, TARE_KEY_LEFT, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    for (int i = 0; i < 6; ++i)
        window_user_key(&user, TARE_KEY_RIGHT, false);
    window_user_key(&user, TARE_KEY_ENTER, false);
    window_user_type(&user, "1");
    const float first = window_user_value(&user, "gain_4");
    const double one_lu = loudness_lu(&user);
    window_user_type(&user, "2");
    CHECK(window_user_value(&user, "gain_4") != first);
    CHECK(window_user_value(&user, "compare") == 0);
    CHECK_NEAR(loudness_lu(&user), one_lu, 0.01);
    CHECK(one_lu <= loud_lu + 0.01); /* only turned down */
    window_user_key(&user, TARE_KEY_ESCAPE, false);
    CHECK(is_as(&user, &before));
    click(&user, SLOT_A_X, SLOT_Y);
    CHECK_NEAR(window_user_value(&user, "gain_4"), -10.6, 0.05); /* A is what it was */
    window_user_close(&user);
}

static void test_what_is_not_finished_leaves_no_trace(void)
{
    WindowUser user;
    char name[256], name_before[256];
    REQUIRE(open_with(&user, "ex1000"));
    window_user_hear(&user, "enabled", 0);
    tare_window_loaded_name(user.window, name_before, sizeof name_before);
    const WindowUser before = user;
    begin(&user);
    window_user_type(&user, "2");
    CHECK(window_user_value(&user, "enabled") == 1); /* both are to be heard */
    window_user_type(&user, "hd 600");               /* no name is typed */
    window_user_control(&user, 's');
    tare_window_open_file(user.window, "/nonexistent");
    CHECK(!tare_window_is_busy(user.window));
    window_user_key(&user, TARE_KEY_ESCAPE, false);
    CHECK(is_as(&user, &before));
    tare_window_loaded_name(user.window, name, sizeof name);
    CHECK_STR(name, name_before);
    begin(&user);
    window_user_type(&user, "2");
    tare_window_free(user.window); /* the host closes it */
    user.window = NULL;
    CHECK(is_as(&user, &before));
}

static void test_without_a_difference_there_is_no_test(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    begin(&user); /* no correction is loaded */
    window_user_type(&user, "1");
    CHECK(user.n_writes == 0);
    window_user_key(&user, TARE_KEY_ESCAPE, false);
    window_user_hear(&user, "bass", 3); /* the listener's own is one */
    begin(&user);
    window_user_type(&user, "12");
    CHECK(user.n_writes > 0);
    window_user_close(&user);
}

static void test_keys_do_not_leave_the_page(void)
{
    WindowUser user;
    REQUIRE(open_with(&user, "ex1000"));
    window_user_control(&user, 'b');
    const unsigned n_writes = user.n_writes;
    for (int i = 0; i < 9; ++i) { /* each of its buttons once, and the first again */
        window_user_key(&user, TARE_KEY_TAB, false);
        window_user_key(&user, TARE_KEY_DELETE, false);
    }
    CHECK(user.n_writes == n_writes);
    window_user_key(&user, TARE_KEY_ENTER, false); /* "Start" again */
    window_user_type(&user, "12");
    CHECK(user.n_writes > n_writes);
    window_user_close(&user);
}

static void write_nothing(void* data, uint32_t port, float value)
{
    (void)data;
    (void)port;
    (void)value;
}

/** By its parts: a listener whose taste is known, but for one round. */
static void test_a_preference_is_counted(void)
{
    enum { N_ROUNDS = 10, SAME_ROUND = 4 };
    const TareDialsHost host = {NULL, write_nothing, NULL};
    TareBlindTest test = {.is_preference = true, .n_rounds = N_ROUNDS};
    TareBlindPair pairs[TARE_BLIND_MAX_PAIRS];
    TareSlots slots = {0};
    TareLoaded loaded = {0};
    TareDials* const dials = tare_dials_new(2, &host);
    REQUIRE(dials != NULL);
    tare_dials_set(dials, TARE_PORT_BASS, 0, 4);
    tare_blind_test_open(&test, &slots);
    REQUIRE(tare_blind_test_begin(&test, dials, &slots, &loaded) == TARE_WORD_NONE);
    CHECK(tare_blind_test_n_places(&test) == 2);
    for (int i = 0; i < N_ROUNDS; ++i) {
        tare_blind_test_next(&test, dials, &loaded); /* nothing was said */
        CHECK(test.blind->n_done == (unsigned)i);
        tare_blind_test_play(&test, dials, 0);
        const bool is_original = tare_dials_get(dials, TARE_PORT_COMPARE, 0) > 0.5f;
        tare_blind_test_say(&test, is_original ? 0 : 1);
        tare_blind_test_say(&test, i == SAME_ROUND ? TARE_BLIND_TEST_SAME : is_original ? 1 : 0);
        CHECK(tare_blind_test_has_said(&test, TARE_BLIND_TEST_SAME) == (i == SAME_ROUND));
        tare_blind_test_next(&test, dials, &loaded);
    }
    CHECK(test.page == TARE_BLIND_TEST_RESULT);
    (void)tare_blind_pairs(test.blind, pairs);
    CHECK(pairs->better == 0 && pairs->n_higher == 9 && pairs->n_lower == 0 && pairs->n_same == 1);
    CHECK_NEAR(pairs->chance, 2.0 / 512, 1e-9);
    CHECK(tare_dials_get(dials, TARE_PORT_COMPARE, 0) == 0);
    tare_blind_test_clear(&test);
    tare_dials_free(dials);
}

int main(void)
{
    RUN(test_x_is_one_of_the_two_and_nobody_knows_which);
    RUN(test_slots_are_made_equally_loud);
    RUN(test_what_is_not_finished_leaves_no_trace);
    RUN(test_without_a_difference_there_is_no_test);
    RUN(test_keys_do_not_leave_the_page);
    RUN(test_a_preference_is_counted);
    return check_done();
}
