/* What the listener chose, as comments in a file. */

#include "helpers/check.h"
#include "helpers/seen.h"
#include "pipewire/chain/choice.h"
#include "pipewire/chain/rack.h"
#include "settings.h"

#include <math.h>
#include <stdlib.h>

#define FIRST_LINE "# Written by Tare: 'tare use' changes this file, and 'tare off'. Do not edit.\n"

/** Everything otherwise than by default, in texts all that quotes must survive. */
static TareChoice everything(void)
{
    TareChoice choice = tare_choice_none();
    choice.kind = TARE_CHAIN_BUILTIN;
    choice.is_off = true;
    choice.is_comparing = choice.is_smart = choice.is_inside = true;
    choice.own = (TareTaste){80.0, 3.5, (double)NAN, -0.25};
    choice.is_default = true;
    CHECK(tare_choice_set_text(choice.id, "sennheiser-hd-650/oratory1990"));
    CHECK(tare_choice_set_text(choice.name, "B\xC3\xBC"
                                            "cher \"HD\" \\ 650\n# \t\xF0\x9F\x8E\xA7"));
    CHECK(tare_choice_set_text(choice.file, "/my presets/a\rb.txt"));
    CHECK(tare_choice_set_text(choice.target, "alsa_output.pci-0000_00_1f.3"));
    CHECK(tare_choice_set_text(choice.default_before, "bluez_output.00_11"));
    for (uint32_t i = 0; i < tare_ports_count(TARE_MAX_CHANNELS); ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        const float value = port.scale == TARE_SCALE_CHOICE ? (float)(i % port.n_choices)
                            : port.scale == TARE_SCALE_TOGGLE
                                ? 1 - port.def
                                : port.min + (port.max - port.min) * (float)i / 117.0f;
        tare_settings_set_port(&choice.controls, &port, value);
    }
    return choice;
}

static bool controls_equal(const TareControls* a, const TareControls* b)
{
    for (uint32_t i = 0; i < tare_ports_count(TARE_MAX_CHANNELS); ++i) {
        const TarePort port = tare_port(TARE_MAX_CHANNELS, i);
        if (tare_settings_port_value(a, &port) != tare_settings_port_value(b, &port))
            return false;
    }
    return true;
}

static void check_equal(const TareChoice* a, const TareChoice* b)
{
    CHECK(a->kind == b->kind && a->is_off == b->is_off && a->is_default == b->is_default);
    CHECK(a->is_comparing == b->is_comparing && tare_taste_equal(&a->own, &b->own));
    CHECK(a->is_smart == b->is_smart && a->is_inside == b->is_inside);
    CHECK_STR(a->id, b->id);
    CHECK_STR(a->name, b->name);
    CHECK_STR(a->file, b->file);
    CHECK_STR(a->target, b->target);
    CHECK_STR(a->default_before, b->default_before);
    CHECK(controls_equal(&a->controls, &b->controls));
}

/** What is written of a choice, to be freed by the caller. */
static char* written(const TareChoice* choice)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    CHECK(out && tare_choice_write(out, choice));
    fclose(out);
    return text;
}

static void check_comes_back(const TareChoice* choice)
{
    char* const text = written(choice);
    const size_t length = strlen(text);
    CHECK(tare_choice_is_ours(text) && !strncmp(text, FIRST_LINE, strlen(FIRST_LINE)));
    CHECK(text[strlen(FIRST_LINE)] == '#' && strpbrk(text + strlen(FIRST_LINE), "\n\r") ==
                                                 text + length - 1); /* nothing but comments */
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareChoice again;
    memset(&again, 0xFF, sizeof again);
    CHECK(tare_choice_read(&again, text, "f", &reporter) == TARE_OK && seen.n == 0);
    check_equal(&again, choice);
    free(text);
}

static void test_a_choice_comes_back(void)
{
    const TareChoice none = tare_choice_none();
    CHECK(!none.is_off && !none.is_comparing && none.kind == TARE_CHAIN_LV2 && !none.is_default &&
          !none.id[0]);
    check_comes_back(&none);
    const TareChoice all = everything();
    CHECK(!controls_equal(&all.controls, &none.controls));
    check_comes_back(&all);
    for (int i = 0; i < TARE_N_CHAIN_KINDS; ++i) {
        TareChoice choice = none;
        choice.kind = (TareChainKind)i;
        check_comes_back(&choice);
    }
}

/** Values that no port can hold are brought to those that it can, which come back to the bit. */
static void test_controls_are_set_as_the_ports_hold_them(void)
{
    TareControls controls = tare_rack_flat();
    controls.strength = 1.0 / 3.0;
    controls.bass_db = 0.1;
    controls.set.bands[3] =
        (TareBand){TARE_BAND_LOW_SHELF, 105.1, -1.0 / 7.0, 0.7071, TARE_CHANNEL_LEFT};
    TareChoice choice = tare_choice_none(), again;
    tare_choice_set_controls(&choice, &controls);
    const TareBand* const band = &choice.controls.set.bands[3];
    CHECK(band->gain_db == (double)(float)(-1.0 / 7.0) && band->freq_hz == (double)105.1f);
    CHECK(band->q == (double)0.7071f && choice.controls.bass_db == (double)0.1f);
    CHECK(band->type == TARE_BAND_LOW_SHELF && band->channel == TARE_CHANNEL_LEFT);
    CHECK_NEAR(choice.controls.strength, 1.0 / 3.0, 1e-7);
    CHECK(controls_equal(&choice.controls, &controls)); /* as ports tell them */
    char* const text = written(&choice);
    CHECK(tare_choice_read(&again, text, "f", NULL) == TARE_OK);
    CHECK(tare_controls_equal(&again.controls, &choice.controls));
    free(text);
}

/** What comes after the choice is the chain's. */
static void test_only_the_first_lines_are_read(void)
{
    const TareChoice all = everything();
    char* const text = written(&all);
    char longer[16384];
    snprintf(longer, sizeof longer, "%scontext.modules = [ } ]\n# {\"kind\": 1}\n", text);
    TareChoice again;
    CHECK(tare_choice_read(&again, longer, "f", NULL) == TARE_OK);
    check_equal(&again, &all);
    free(text);
}

static void test_texts_that_do_not_fit_are_refused(void)
{
    char field[TARE_CHOICE_TEXT], text[TARE_CHOICE_TEXT + 1];
    memset(text, 'x', sizeof text - 1);
    text[TARE_CHOICE_TEXT] = '\0';
    memset(field, 'y', sizeof field);
    CHECK(!tare_choice_set_text(field, text) && field[0] == '\0');
    text[TARE_CHOICE_TEXT - 1] = '\0';
    CHECK(tare_choice_set_text(field, text));
    CHECK_STR(field, text);
    TareChoice choice = tare_choice_none();
    CHECK(tare_choice_set_text(choice.name, text));
    check_comes_back(&choice);
}

/** What the choice between braces reads as. */
static TareStatus status_of(const char* line, Seen* seen)
{
    char text[2048];
    snprintf(text, sizeof text, FIRST_LINE "%s\nrest", line);
    *seen = (Seen){0};
    const TareReporter reporter = seen_reporter(seen);
    TareChoice choice = everything();
    const TareChoice none = tare_choice_none();
    const TareStatus status = tare_choice_read(&choice, text, "f", &reporter);
    if (status != TARE_OK)
        check_equal(&choice, &none);
    return status;
}

static void check_damaged(const char* line, const char* wanted)
{
    Seen seen;
    if (status_of(line, &seen) != TARE_BAD_INPUT)
        CHECK_STR(line, "a line that is refused");
    CHECK(seen.n == 1 && seen.severity == TARE_ERROR && strstr(seen.last, "; expected "));
    if (strncmp(seen.last, wanted, strlen(wanted)) != 0)
        CHECK_STR(seen.last, wanted);
}

#define FLAGS "\"off\": false, \"default\": true"
#define LV2 "\"kind\": \"lv2\", "
#define RATE ", \"rate_hz\": 48000"
#define PORTS RATE ", \"ports\": {}"

static void test_damaged_json_is_reported_with_its_place(void)
{
    check_damaged("# {\"kind\": \"lv2\", \"ports\": {}", "f:2:29: the choice is damaged: ");
    check_damaged("# {\"kind\" \"lv2\"}", "f:2:15: the choice is damaged: ");
    check_damaged("# ", "f:2:");
    check_damaged("# {\"kind\": \"lv2\", \"ports\": {}} x", "f:2:32: the choice is damaged: ");
    check_damaged("# {" LV2 FLAGS PORTS ", \"kind\": \"lv2\"}", "f:2:");
    check_damaged("# {" LV2 FLAGS PORTS ", \"id\": \"\xFF\"}", "f:2:");
    check_damaged("# {" LV2 FLAGS PORTS ", \"id\": \"a\\u0000b\"}", "f:2:");
}

/** Each with one fault in what is whole without. */
static void test_every_part_must_be_right(void)
{
    static const char* const faults[] = {
        "[1]",
        "{" FLAGS PORTS "}",
        "{\"kind\": \"vst\", " FLAGS PORTS "}",
        "{\"kind\": 1, " FLAGS PORTS "}",
        "{" LV2 FLAGS RATE "}",
        "{" LV2 FLAGS ", \"ports\": {}}",
        "{" LV2 FLAGS ", \"rate_hz\": 0, \"ports\": {}}",
        "{" LV2 FLAGS RATE ", \"ports\": []}",
        "{" LV2 FLAGS RATE ", \"ports\": {\"gain_21\": 1}}",
        "{" LV2 FLAGS RATE ", \"ports\": {\"gain_1\": \"1\"}}",
        "{" LV2 FLAGS PORTS ", \"id\": 5}",
        "{" LV2 FLAGS PORTS ", \"default_before\": null}",
        "{" LV2 "\"off\": false" PORTS "}",
        "{" LV2 "\"default\": false" PORTS "}",
        "{" LV2 FLAGS PORTS ", \"compare\": 1}",
        "{" LV2 FLAGS PORTS ", \"smart\": \"true\"}",
        "{" LV2 FLAGS PORTS ", \"own_taste\": [3]}",
        "{" LV2 FLAGS PORTS ", \"own_taste\": {\"bass_db\": 13}}",
        "{" LV2 FLAGS PORTS ", \"own_taste\": {\"tilt_db_per_octave\": null}}",
        "{" LV2 "\"off\": 0, \"default\": false" PORTS "}",
        "{" LV2 "\"off\": null, \"default\": false" PORTS "}",
        "{" LV2 "\"off\": \"true\", \"default\": false" PORTS "}",
        "{" LV2 "\"off\": false, \"default\": 1" PORTS "}",
        "{" LV2 "\"off\": false, \"default\": null" PORTS "}",
        "{" LV2 "\"off\": false, \"default\": \"\"" PORTS "}",
    };
    char line[1024];
    Seen seen;
    CHECK(status_of("# {" LV2 FLAGS PORTS "}", &seen) == TARE_OK && seen.n == 0);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; ++i) {
        snprintf(line, sizeof line, "# %s", faults[i]);
        check_damaged(line, "f:2:1: the choice is damaged; expected ");
    }
    snprintf(line, sizeof line, "# {" LV2 FLAGS PORTS ", \"name\": \"%*s\"}", TARE_CHOICE_TEXT - 1,
             "x");
    CHECK(status_of(line, &seen) == TARE_OK);
    snprintf(line, sizeof line, "# {" LV2 FLAGS PORTS ", \"name\": \"%*s\"}", TARE_CHOICE_TEXT,
             "x");
    check_damaged(line, "f:2:1: the choice is damaged; expected ");
}

static void check_foreign(const char* text)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareChoice choice = everything();
    const TareChoice none = tare_choice_none();
    CHECK(!tare_choice_is_ours(text));
    CHECK(tare_choice_read(&choice, text, "f", &reporter) == TARE_BAD_INPUT);
    CHECK(seen.n == 1 && !strncmp(seen.last, "f:1:1: was not written by tare; expected ", 40));
    check_equal(&choice, &none);
}

static void test_foreign_texts_are_not_ours(void)
{
    check_foreign("");
    check_foreign("context.modules = [ ]\n");
    check_foreign("\n" FIRST_LINE "# {" LV2 FLAGS PORTS "}\n");
    check_foreign("# Written by Tare: 'tare use' changes this file");
    CHECK(tare_choice_is_ours(FIRST_LINE "# "));
}

int main(void)
{
    RUN(test_a_choice_comes_back);
    RUN(test_controls_are_set_as_the_ports_hold_them);
    RUN(test_only_the_first_lines_are_read);
    RUN(test_texts_that_do_not_fit_are_refused);
    RUN(test_damaged_json_is_reported_with_its_place);
    RUN(test_every_part_must_be_right);
    RUN(test_foreign_texts_are_not_ours);
    return check_done();
}
