/* What is typed at the window, and what becomes of it when memory is short. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/window_user.h"
#include "window/edit.h"
#include "window/value_read.h"
#include "window/value_step.h"
#include "window/value_text.h"

#include <stdlib.h>

static TarePort port_of(TarePortRole role)
{
    return tare_port(2, tare_port_index(2, role, 0));
}

static void test_values_are_read_as_people_type_them(void)
{
    static const struct {
        const char* text;
        float value;
    } good[] = {{"5500", 5500},         {"5.5k", 5500},       {"5,5 kHz", 5500},
                {" -6 dB", -6},         {"\u22126.5", -6.5f}, {"+3", 3},
                {"80 %", 80},           {"1e3", 1000},        {"0.7", 0.7f},
                {"-0.5 dB/oct", -0.5f}, {"2.5 K hz", 2500},   {".5", 0.5f}};
    static const char* const bad[] = {"",    "-",   "dB",  "5 apples", "1 2",    "k5",
                                      "5kk", "nan", "inf", "1e999",    "\u2212", "5 dBHz"};
    for (size_t i = 0; i < sizeof good / sizeof *good; ++i) {
        float value = 0;
        const bool is_read = tare_value_read(good[i].text, &value);
        if (!is_read || value != good[i].value)
            fprintf(stderr, "\"%s\"\n", good[i].text);
        CHECK(is_read && value == good[i].value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
        float value = 7;
        const bool is_read = tare_value_read(bad[i], &value);
        if (is_read)
            fprintf(stderr, "\"%s\"\n", bad[i]);
        CHECK(!is_read && value == 7);
    }
}

static void test_values_are_written_as_people_read_them(void)
{
    const TarePort gain = port_of(TARE_PORT_BAND_GAIN), freq = port_of(TARE_PORT_BAND_FREQ);
    const TarePort type = port_of(TARE_PORT_BAND_TYPE), strength = port_of(TARE_PORT_STRENGTH);
    char text[TARE_VALUE_TEXT];
    CHECK_STR(tare_value_text(text, &gain, -6.04f), "\u22126.0 dB");
    CHECK_STR(tare_value_text(text, &gain, 6), "+6.0 dB");
    CHECK_STR(tare_value_text(text, &gain, -0.01f), "0.0 dB");
    CHECK_STR(tare_value_text(text, &freq, 5500.4f), "5500 Hz");
    CHECK_STR(tare_value_text(text, &freq, 22.4f), "22.4 Hz");
    CHECK_STR(tare_value_text(text, &strength, 80), "80 %");
    CHECK_STR(tare_value_text(text, &type, 1), "Low shelf");
    CHECK_STR(tare_value_text_short(text, &gain, 3), "+3.0");
}

static void test_steps_stay_in_range(void)
{
    static const TarePortRole roles[] = {TARE_PORT_STRENGTH,  TARE_PORT_BASS,
                                         TARE_PORT_TILT,      TARE_PORT_BAND_TYPE,
                                         TARE_PORT_BAND_FREQ, TARE_PORT_BAND_Q};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; ++i) {
        const TarePort port = port_of(roles[i]);
        CHECK(tare_value_step(&port, port.max, 1, false) == port.max);
        CHECK(tare_value_step(&port, port.min, -1, true) == port.min);
        CHECK(tare_value_step(&port, port.min, 1, false) > port.min);
        CHECK_NEAR(tare_value_step_share(&port, tare_value_step_at(&port, 0.25)), 0.25, 1e-6);
        CHECK(tare_value_step_at(&port, -5) == port.min);
        CHECK_NEAR(tare_value_step_at(&port, 5), port.max, 1e-2);
    }
}

static void type(TareEdit* edit, const char* text)
{
    bool has_changed;
    TareEvent event = {.kind = TARE_EVENT_TEXT};
    snprintf(event.text, sizeof event.text, "%s", text);
    tare_edit_handle(edit, &event, &has_changed);
}

static bool press(TareEdit* edit, TareKey key)
{
    bool has_changed;
    const TareEvent event = {.kind = TARE_EVENT_KEY, .key = key};
    tare_edit_handle(edit, &event, &has_changed);
    return has_changed;
}

static void test_texts_are_edited_by_characters(void)
{
    TareEdit edit = {.cursor = 0};
    type(&edit, "\u00e4");
    type(&edit, "b");
    CHECK_STR(edit.text, "\u00e4b");
    CHECK(!press(&edit, TARE_KEY_LEFT) && edit.cursor == 2);
    press(&edit, TARE_KEY_LEFT);
    CHECK(edit.cursor == 0 && !press(&edit, TARE_KEY_BACKSPACE));
    CHECK(press(&edit, TARE_KEY_DELETE));
    CHECK_STR(edit.text, "b");
    press(&edit, TARE_KEY_END);
    CHECK(press(&edit, TARE_KEY_BACKSPACE) && edit.text[0] == '\0');
    tare_edit_set(&edit, "all of it");
    type(&edit, "x");
    CHECK_STR(edit.text, "x");
    type(&edit, "\xff"); /* no UTF-8 */
    type(&edit, "\n");
    CHECK_STR(edit.text, "x");
    for (int i = 0; i < 2 * TARE_EDIT_SIZE; ++i)
        type(&edit, "\u20ac");
    CHECK(strlen(edit.text) < TARE_EDIT_SIZE && strlen(edit.text) % 3 == 1);
}

/** Opens a window, finds a model and applies it, while one allocation after the other fails: each
   of the first ones, and some of the many that follow. */
static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        WindowUser user;
        failing_malloc_start(n);
        if (window_user_open(&user, 2)) {
            window_user_type(&user, "hd6");
            window_user_key(&user, TARE_KEY_ENTER, false);
            window_user_hear(&user, "gain_1", 3);
        }
        const unsigned n_asked = failing_malloc_stop();
        window_user_close(&user);
        if (n_asked < n) {
            CHECK(n > 20 && user.n_writes > 0);
            break;
        }
    }
}

int main(void)
{
    RUN(test_values_are_read_as_people_type_them);
    RUN(test_values_are_written_as_people_read_them);
    RUN(test_steps_stay_in_range);
    RUN(test_texts_are_edited_by_characters);
    RUN(test_failed_allocations);
    return check_done();
}
