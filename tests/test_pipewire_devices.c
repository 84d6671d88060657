/* Which output gets which correction. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "helpers/some_rule.h"
#include "pipewire/chain/rack.h"
#include "pipewire/session/output.h"
#include "tare/controls.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static char path[200];

static TareStatus parse(TareDeviceRules* rules, const char* text, Seen* seen)
{
    *seen = (Seen){0};
    const TareReporter reporter = seen_reporter(seen);
    return tare_device_rules_parse(rules, text, strlen(text), "f", &reporter);
}

static void check_rule(const TareDeviceRules* rules, size_t i, const char* pattern, const char* id)
{
    REQUIRE(i < rules->n);
    CHECK_STR(rules->rules[i].pattern, pattern);
    CHECK_STR(rules->rules[i].id, id);
}

static void test_rules_are_set_and_forgotten(void)
{
    TareDeviceRules rules = {0};
    CHECK(set_rule(&rules, "b", "id/1"));
    CHECK(set_rule(&rules, "a", NULL));
    CHECK(set_rule(&rules, "A", "id/2")); /* another one: only names forget case */
    CHECK(rules.n == 3);
    CHECK(set_rule(&rules, "b", NULL) && set_rule(&rules, "a", "id/3"));
    CHECK(rules.n == 3);
    check_rule(&rules, 0, "b", NULL);
    check_rule(&rules, 1, "a", "id/3");
    check_rule(&rules, 2, "A", "id/2");
    CHECK(!tare_device_rules_forget(&rules, "c") && rules.n == 3);
    CHECK(tare_device_rules_forget(&rules, "b") && rules.n == 2);
    check_rule(&rules, 0, "a", "id/3");
    CHECK(set_rule(&rules, "b", "id/4"));
    check_rule(&rules, 2, "b", "id/4"); /* at the end now */
    CHECK(tare_device_rules_forget(&rules, "b") && tare_device_rules_forget(&rules, "a") &&
          tare_device_rules_forget(&rules, "A") && !tare_device_rules_forget(&rules, "A"));
    CHECK(rules.n == 0);
    tare_device_rules_clear(&rules);
    CHECK(!rules.rules && rules.n == 0);
}

static void test_rules_come_back_from_a_file(void)
{
    static const char* const patterns[] = {"*Head\"phones\"*", "caf\xC3\xA9\n\\", "00:11:22", "x"};
    TareDeviceRules rules = {0}, again;
    for (size_t i = 0; i < 4; ++i)
        CHECK(set_rule(&rules, patterns[i], i % 2 ? NULL : "a \"b\"/c"));
    CHECK(tare_device_rules_write(&rules, path, NULL) == TARE_OK);
    CHECK(tare_device_rules_read(&again, path, NULL) == TARE_OK);
    CHECK(again.n == 4);
    for (size_t i = 0; i < 4; ++i)
        check_rule(&again, i, patterns[i], i % 2 ? NULL : "a \"b\"/c");
    tare_device_rules_clear(&again);
    tare_device_rules_clear(&rules);
    CHECK(tare_device_rules_write(&rules, path, NULL) == TARE_OK);
    CHECK(tare_device_rules_read(&again, path, NULL) == TARE_OK && again.n == 0);
}

/** With what of the taste was said for it, and the numbers of a correction out of a file. */
static void test_a_rule_of_its_own_comes_back(void)
{
    TareControls controls = tare_rack_flat();
    controls.set.preamp_db = -3.5;
    controls.set.bands[2] = (TareBand){TARE_BAND_PEAK, 105.0, -4.5, 1.25, TARE_CHANNEL_LEFT};
    TareDeviceRule rule = tare_device_rule("Speakers", "x/y");
    rule.taste.bass_db = 3.5;
    rule.taste.tilt_db_per_octave = -0.25;
    rule.name = (char*)"X \"Y\"";
    rule.file = (char*)"/my/file.md";
    rule.controls = &controls;
    TareDeviceRules rules = {0}, again;
    CHECK(tare_device_rules_set(&rules, &rule) && set_rule(&rules, "b", NULL));
    CHECK(tare_device_rules_write(&rules, path, NULL) == TARE_OK);
    CHECK(tare_device_rules_read(&again, path, NULL) == TARE_OK && again.n == 2);
    CHECK(tare_controls_equal(again.rules[0].controls, &controls) && !again.rules[1].controls);
    CHECK_STR(again.rules[0].name, rule.name);
    CHECK_STR(again.rules[0].file, rule.file);
    CHECK(tare_taste_equal(&again.rules[0].taste, &rule.taste));
    CHECK(set_rule(&again, "Speakers", "x/y"));
    CHECK(!again.rules[0].controls && !again.rules[0].file && !again.rules[0].name);
    tare_device_rules_clear(&rules);
    tare_device_rules_clear(&again);
}

static void test_files_that_cannot_be_used(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareDeviceRules rules = {.n = 7};
    unlink(path);
    CHECK(tare_device_rules_read(&rules, path, &reporter) == TARE_OK); /* no file: no rules */
    CHECK(rules.n == 0 && !rules.rules && seen.n == 0);
    rules.n = 7;
    CHECK(tare_device_rules_read(&rules, "/", &reporter) == TARE_IO_ERROR);
    CHECK(rules.n == 0 && !rules.rules && seen.n == 1);
    CHECK(tare_device_rules_write(&rules, "/", &reporter) == TARE_IO_ERROR && seen.n == 2);
    if (access("/dev/full", W_OK) == 0)
        CHECK(tare_device_rules_write(&rules, "/dev/full", &reporter) == TARE_IO_ERROR);
}

static void check_refused(const char* text, const char* wanted)
{
    Seen seen;
    TareDeviceRules rules = {.n = 7};
    if (parse(&rules, text, &seen) != TARE_BAD_INPUT)
        CHECK_STR(text, "a text that is refused");
    CHECK(rules.n == 0 && !rules.rules);
    CHECK(seen.n == 1 && seen.severity == TARE_ERROR && strstr(seen.last, "; expected "));
    if (strncmp(seen.last, wanted, strlen(wanted)) != 0)
        CHECK_STR(seen.last, wanted);
    tare_device_rules_clear(&rules);
}

#define RULE(device, correction) "{\"device\": " device ", \"correction\": " correction "}"

static void test_bad_input_is_reported_with_its_place(void)
{
    check_refused("", "f:1:1: ");
    check_refused("{}", "f:1:1: is no list; ");
    check_refused("[\n  " RULE("\"a\"", "null") "\n  x]", "f:3:3: ");
    check_refused("[" RULE("\"a\"", "null") "\n", "f:2:1: ");
    check_refused("[] []", "f:1:4: ");
    check_refused("[{\"device\": \"a\", \"device\": \"b\", \"correction\": null}]", "f:1:2");
    check_refused("[" RULE("\"\xC3\"", "null") "]", "f:1:");
    check_refused("[" RULE("\"a\"", "null") ", 5]", "f:0:0: rule 2 cannot be used; ");
    check_refused("[" RULE("\"\"", "null") "]", "f:0:0: rule 1 cannot be used; ");
    check_refused("[" RULE("1", "null") "]", "f:0:0: rule 1 cannot be used; ");
    check_refused("[" RULE("\"a\"", "false") "]", "f:0:0: rule 1 cannot be used; ");
    check_refused("[{\"device\": \"a\", \"correction\": null, \"bass_db\": 13}]", "f:0:0: rule 1 ");
    check_refused("[{\"device\": \"a\", \"correction\": \"b\", \"ports\": {}}]", "f:0:0: rule 1 ");
    check_refused("[{\"device\": \"a\", \"correction\": \"b\", \"name\": \"n\"}]",
                  "f:0:0: rule 1 ");
    check_refused("[{\"device\": \"a\", \"correction\": \"b\", \"name\": \"n\", \"file\": \"f\", "
                  "\"ports\": {\"gain_21\": 1}}]",
                  "f:0:0: rule 1 ");
    check_refused("[{\"device\": \"a\"}]", "f:0:0: rule 1 cannot be used; ");
    check_refused("[{\"correction\": \"a\"}]", "f:0:0: rule 1 cannot be used; ");
    check_refused("[" RULE("\"a\"", "null") "," RULE("\"a\"", "\"b\"") "]",
                  "f:0:0: device \"a\" stands twice; ");
}

static void test_the_order_of_the_text_is_kept(void)
{
    Seen seen;
    TareDeviceRules rules;
    CHECK(parse(&rules, "[" RULE("\"z\"", "\"1\"") "," RULE("\"a\"", "null") "]", &seen) ==
          TARE_OK);
    CHECK(rules.n == 2 && seen.n == 0);
    check_rule(&rules, 0, "z", "1");
    check_rule(&rules, 1, "a", NULL);
    tare_device_rules_clear(&rules);
}

static void test_patterns(void)
{
    static const struct {
        const char *pattern, *name;
        bool fits;
    } cases[] = {
        {"Headphones", "headPHONES", true},
        {"Headphones", "Headphones ", false},
        {"Head", "Headphones", false},
        {"phones", "Headphones", false},
        {"*phones", "Headphones", true},
        {"Head*", "Head", true},
        {"*", "", true},
        {"*", "anything", true},
        {"**", "x", true},
        {"", "", true},
        {"", "x", false},
        {"*a*b", "xaxaxb", true},
        {"*a*b", "xaxbx", false},
        {"a*a", "a", false},
        {"a*a", "aa", true},
        {"ab*bc", "abc", false},
        {"*ab", "aab", true},
        {"*aab", "aaab", true},
        {"[a]?.", "[A]?.", true}, /* no other character is special */
        {"?", "x", false},
        {"\xC3\xA9t\xC3\xA9", "\xC3\xA9T\xC3\xA9", true},
        {"\xC3\x89t\xC3\xA9", "\xC3\xA9t\xC3\xA9", false}, /* ASCII alone has two cases */
        {"@[`{", "`{@[", false},
        {"a@b", "a`b", false},
        {"bluez_output.00_11*", "bluez_output.00_11_22.1", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i)
        if (tare_device_rules_fit(cases[i].pattern, cases[i].name) != cases[i].fits)
            CHECK_STR(cases[i].pattern, cases[i].name);
}

/** One that tries every way to split the name would take longer than the world is old. */
static void test_many_stars_are_fast(void)
{
    enum { LENGTH = 20000, N_STARS = 200 };
    static char name[LENGTH + 1], pattern[2 * N_STARS + 2];
    memset(name, 'a', LENGTH);
    for (size_t i = 0; i < N_STARS; ++i) {
        pattern[2 * i] = '*';
        pattern[2 * i + 1] = 'a';
    }
    pattern[2 * (size_t)N_STARS] = 'b';
    const clock_t start = clock();
    CHECK(!tare_device_rules_fit("*a*a*a*a*b", name) && !tare_device_rules_fit(pattern, name));
    name[LENGTH - 1] = 'b';
    CHECK(tare_device_rules_fit("*a*a*a*a*b", name) && tare_device_rules_fit(pattern, name));
    CHECK((double)(clock() - start) < 2.0 * CLOCKS_PER_SEC);
}

static void check_found(const TareDeviceRules* rules, const char* const names[2], const char* id)
{
    const TareDeviceRule* const rule = tare_device_rules_find(rules, names, 2);
    CHECK_STR(rule ? rule->id : "none", id);
}

static void test_the_closest_rule_counts(void)
{
    TareDeviceRules rules = {0};
    CHECK(set_rule(&rules, "*", "all"));
    CHECK(set_rule(&rules, "*phones*", "wide"));
    CHECK(set_rule(&rules, "Head*ones", "wider"));
    CHECK(set_rule(&rules, "*dphones*", "same length, later"));
    CHECK(set_rule(&rules, "usb", "exact"));
    CHECK(set_rule(&rules, "jack", "longer"));
    CHECK(set_rule(&rules, "JACK", "same, later"));
    check_found(&rules, (const char* const[]){"speaker", ""}, "all");
    check_found(&rules, (const char* const[]){"earphones", "speaker"}, "wide");
    check_found(&rules, (const char* const[]){"", "Headphones"}, "wider");
    check_found(&rules, (const char* const[]){"Headphones", "usb"}, "exact");
    check_found(&rules, (const char* const[]){"usb", "jack"}, "longer");
    check_found(&rules, (const char* const[]){"", ""}, "none"); /* no name fits nothing */
    CHECK(tare_device_rules_forget(&rules, "*"));
    check_found(&rules, (const char* const[]){"speaker", "line"}, "none");
    CHECK(!tare_device_rules_find(&rules, NULL, 0));
    tare_device_rules_clear(&rules);
}

static TareOutput some_output(void)
{
    TareOutput output = {.node_id = 40};
    for (unsigned i = 0; i < TARE_N_OUTPUT_NAMES; ++i)
        snprintf(output.names[i], TARE_OUTPUT_TEXT, "name %u", i);
    return output;
}

static void test_any_name_of_an_output_will_do(void)
{
    for (unsigned i = 0; i < TARE_N_OUTPUT_NAMES; ++i) {
        TareOutput output = some_output(), other = output;
        TareDeviceRules rules = {0};
        CHECK(set_rule(&rules, output.names[i], "id"));
        CHECK(tare_output_rule(&output, &rules) == &rules.rules[0]);
        CHECK(tare_output_fits(&output, output.names[i]) && tare_output_equal(&output, &other));
        other.names[i][0] = '\0';
        CHECK(!tare_output_rule(&other, &rules) && !tare_output_fits(&other, output.names[i]));
        CHECK(!tare_output_equal(&output, &other));
        for (unsigned k = 0; k < i; ++k)
            CHECK(strcmp(tare_output_name_label((TareOutputName)i),
                         tare_output_name_label((TareOutputName)k)) != 0);
        tare_device_rules_clear(&rules);
    }
    const TareOutput nameless = {0};
    CHECK(!tare_output_fits(&nameless, "*") && !tare_output_fits(&nameless, ""));
    TareOutput moved = some_output();
    moved.node_id = 41;
    moved.is_played_to = true;
    const TareOutput output = some_output();
    CHECK(tare_output_equal(&output, &moved)); /* the names say which one it is */
    CHECK_STR(tare_output_name_label(TARE_OUTPUT_ROUTE_DESCRIPTION), "route_description");
    CHECK_STR(tare_output_name_label(TARE_OUTPUT_NODE), "node");
}

static void check_title(const char* node, const char* description, const char* route,
                        const char* wanted)
{
    TareOutput output = {0};
    char title[2 * TARE_OUTPUT_TEXT + 8];
    snprintf(output.names[TARE_OUTPUT_NODE], TARE_OUTPUT_TEXT, "%s", node);
    snprintf(output.names[TARE_OUTPUT_NODE_DESCRIPTION], TARE_OUTPUT_TEXT, "%s", description);
    snprintf(output.names[TARE_OUTPUT_ROUTE_DESCRIPTION], TARE_OUTPUT_TEXT, "%s", route);
    tare_output_title(&output, title, sizeof title);
    CHECK_STR(title, wanted);
}

static void test_titles(void)
{
    check_title("alsa.1", "Built-in Audio", "Headphones", "Headphones (Built-in Audio)");
    check_title("alsa.1", "Built-in Audio", "", "Built-in Audio");
    check_title("alsa.1", "", "", "alsa.1");
    check_title("alsa.1", "", "Headphones", "Headphones (alsa.1)");
    check_title("bluez.1", "WH-1000XM4", "WH-1000XM4", "WH-1000XM4");
}

static void test_failed_allocations(void)
{
    static const char text[] =
        "[{\"device\": \"a\", \"correction\": \"1\", \"name\": \"n\", \"file\": \"f\", "
        "\"ports\": {\"gain_1\": 3}, \"bass_db\": 3}," RULE("\"b\"", "null") "]";
    for (unsigned n = 1;; ++n) {
        TareDeviceRules rules = {0};
        failing_malloc_start(n);
        const TareStatus status = tare_device_rules_parse(&rules, text, sizeof text - 1, "f", NULL);
        const size_t n_read = rules.n;
        const bool is_changed = set_rule(&rules, "a", "2");
        const bool is_added = set_rule(&rules, "c", "3");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_read == 2 ? TARE_OK : TARE_NO_MEMORY) && n_read % 2 == 0);
        CHECK((status == TARE_OK && is_changed && is_added) == (n_asked < n));
        CHECK(rules.n == n_read + (n_read == 0 && is_changed) + is_added);
        if (n_read)
            check_rule(&rules, 0, "a", is_changed ? "2" : "1"); /* kept, if not changed */
        tare_device_rules_clear(&rules);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    const char* const tmp = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/tare test rules XXXXXX", tmp ? tmp : "/tmp");
    const int file = mkstemp(path);
    if (file < 0)
        return 1;
    close(file);
    RUN(test_rules_are_set_and_forgotten);
    RUN(test_rules_come_back_from_a_file);
    RUN(test_a_rule_of_its_own_comes_back);
    RUN(test_files_that_cannot_be_used);
    RUN(test_bad_input_is_reported_with_its_place);
    RUN(test_the_order_of_the_text_is_kept);
    RUN(test_patterns);
    RUN(test_many_stars_are_fast);
    RUN(test_the_closest_rule_counts);
    RUN(test_any_name_of_an_output_will_do);
    RUN(test_titles);
    RUN(test_failed_allocations);
    unlink(path);
    return check_done();
}
