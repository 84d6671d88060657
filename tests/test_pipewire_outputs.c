/* Patterns for outputs and the closest rule, against the plainest way to find them; titles. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/seen.h"
#include "helpers/some_rule.h"
#include "pipewire/session/output.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/** What a pattern means, written down as it is said: slow, for short ones. */
static bool means(const char* pattern, const char* name)
{
    if (*pattern == '\0')
        return *name == '\0';
    if (*pattern == '*')
        return means(pattern + 1, name) || (*name != '\0' && means(pattern, name + 1));
    return *name != '\0' && tolower((unsigned char)*pattern) == tolower((unsigned char)*name) &&
           means(pattern + 1, name + 1);
}

static void random_text(char* text, const char* letters, size_t max, uint64_t* state)
{
    const size_t length = noise_below(state, max + 1);
    for (size_t i = 0; i < length; ++i)
        text[i] = letters[noise_below(state, strlen(letters))];
    text[length] = '\0';
}

static void test_patterns_fit_as_they_are_meant(void)
{
    uint64_t state = 99;
    unsigned n_fit = 0;
    for (unsigned i = 0; i < 60000; ++i) {
        char pattern[10], name[12];
        random_text(pattern, "abA*", 8, &state);
        random_text(name, "abB", 10, &state);
        const bool fits = tare_device_rules_fit(pattern, name);
        n_fit += fits;
        if (fits != means(pattern, name))
            fprintf(stderr, "pattern '%s', name '%s'\n", pattern, name);
        CHECK(fits == means(pattern, name));
    }
    CHECK(n_fit > 5000 && n_fit < 55000);
}

static void test_a_star_is_no_letter_and_case_is_that_of_ascii(void)
{
    CHECK(tare_device_rules_fit("*", "") && tare_device_rules_fit("**", ""));
    CHECK(tare_device_rules_fit("", "") && !tare_device_rules_fit("", "a"));
    CHECK(tare_device_rules_fit("a*", "A*b") && tare_device_rules_fit("*", "*"));
    CHECK(tare_device_rules_fit("CAF\xC3\xA9", "caf\xC3\xA9"));
    CHECK(!tare_device_rules_fit("CAF\xC3\x89", "caf\xC3\xA9"));
    CHECK(!tare_device_rules_fit("[", "{") && !tare_device_rules_fit("@", "`"));
    CHECK(!tare_device_rules_fit("a?", "ab") && !tare_device_rules_fit("a.", "ab"));
}

/** How closely a rule says what it means; the greatest of several counts, the first of equals. */
static size_t closeness(const char* pattern)
{
    return strlen(pattern) + (strchr(pattern, '*') ? 0 : 1000);
}

static const TareDeviceRule* plainly_found(const TareDeviceRules* rules, const char* const* names,
                                           size_t n)
{
    const TareDeviceRule* best = NULL;
    for (size_t i = rules->n; i-- > 0;) {
        const TareDeviceRule* const rule = &rules->rules[i];
        bool fits = false;
        for (size_t k = 0; k < n; ++k)
            fits = fits || (names[k][0] != '\0' && means(rule->pattern, names[k]));
        if (fits && (!best || closeness(rule->pattern) >= closeness(best->pattern)))
            best = rule;
    }
    return best;
}

static void test_the_rule_that_counts_is_the_plainly_closest(void)
{
    uint64_t state = 5;
    for (unsigned round = 0; round < 1500; ++round) {
        TareDeviceRules rules = {0};
        for (unsigned i = 0; i < 8; ++i) {
            char pattern[8];
            random_text(pattern, "ab*", 6, &state);
            CHECK(set_rule(&rules, pattern, i % 2 ? "x/y" : NULL));
        }
        char texts[3][8];
        const char* const names[] = {texts[0], texts[1], texts[2]};
        for (unsigned i = 0; i < 3; ++i)
            random_text(texts[i], "ab", 5, &state);
        CHECK(tare_device_rules_find(&rules, names, 3) == plainly_found(&rules, names, 3));
        tare_device_rules_clear(&rules);
    }
}

static void test_rules_behave_like_a_list_of_pairs(void)
{
    enum { N_PATTERNS = 6 };
    static const char* const ids[] = {NULL, "a/b", "c/d"};
    const char* id_of[N_PATTERNS] = {NULL};
    unsigned place_of[N_PATTERNS] = {0}, n_set = 0; /* a place of 0: it is not there */
    uint64_t state = 41;
    TareDeviceRules rules = {0};
    for (unsigned i = 0; i < 4000; ++i) {
        const size_t k = noise_below(&state, N_PATTERNS);
        const char pattern[] = {(char)('a' + k), '\0'};
        if (noise_below(&state, 2)) {
            id_of[k] = ids[noise_below(&state, 3)];
            CHECK(set_rule(&rules, pattern, id_of[k]));
            place_of[k] = place_of[k] ? place_of[k] : ++n_set;
        } else {
            CHECK(tare_device_rules_forget(&rules, pattern) == (place_of[k] != 0));
            place_of[k] = 0;
        }
        size_t n = 0;
        for (size_t other = 0; other < N_PATTERNS; ++other)
            n += place_of[other] != 0;
        REQUIRE(rules.n == n);
        for (size_t r = 0; r < n; ++r) {
            const size_t own = (size_t)(rules.rules[r].pattern[0] - 'a');
            CHECK(place_of[own] != 0);
            CHECK_STR(rules.rules[r].id, id_of[own]);
            CHECK(r == 0 || place_of[rules.rules[r - 1].pattern[0] - 'a'] < place_of[own]);
        }
    }
    tare_device_rules_clear(&rules);
}

static void test_rules_of_any_texts_come_back(void)
{
    char path[] = "/tmp/tare-outputs-XXXXXX";
    const int file = mkstemp(path);
    REQUIRE(file >= 0);
    close(file);
    uint64_t state = 77;
    for (unsigned round = 0; round < 20; ++round) {
        TareDeviceRules rules = {0}, again;
        for (unsigned i = 0; i < 10; ++i) {
            char pattern[24] = "p", id[24];
            random_text(pattern + 1, "a*\"\\\n\t/{}[],: ", 20, &state);
            random_text(id, "a\"\\/-", 20, &state);
            CHECK(set_rule(&rules, pattern, i % 3 ? id : NULL));
        }
        CHECK(tare_device_rules_write(&rules, path, NULL) == TARE_OK);
        REQUIRE(tare_device_rules_read(&again, path, NULL) == TARE_OK && again.n == rules.n);
        for (size_t i = 0; i < rules.n; ++i) {
            CHECK_STR(again.rules[i].pattern, rules.rules[i].pattern);
            CHECK_STR(again.rules[i].id, rules.rules[i].id);
        }
        tare_device_rules_clear(&rules);
        tare_device_rules_clear(&again);
    }
    CHECK(unlink(path) == 0);
}

static void test_rules_that_are_no_utf8_are_not_written(void)
{
    TareDeviceRules rules = {0};
    CHECK(set_rule(&rules, "a\xFF", NULL));
    CHECK(tare_device_rules_write(&rules, "/nowhere/rules", NULL) == TARE_NO_MEMORY);
    CHECK(set_rule(&rules, "b", NULL) && tare_device_rules_forget(&rules, "a\xFF"));
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    CHECK(tare_device_rules_write(&rules, "/nowhere/rules", &reporter) == TARE_IO_ERROR);
    CHECK(seen.n == 1 && strncmp(seen.last, "/nowhere/rules:", 15) == 0);
    tare_device_rules_clear(&rules);
}

/* Outputs */

static TareOutput output_of(TareOutputName name, const char* text)
{
    TareOutput output = {.node_id = 1};
    snprintf(output.names[name], TARE_OUTPUT_TEXT, "%s", text);
    return output;
}

static void test_each_kind_of_name_has_a_label_of_its_own(void)
{
    for (int a = 0; a < TARE_N_OUTPUT_NAMES; ++a) {
        const char* const label = tare_output_name_label((TareOutputName)a);
        REQUIRE(label && label[0] != '\0' &&
                label[strspn(label, "abcdefghijklmnopqrstuvwxyz_")] == 0);
        for (int b = 0; b < a; ++b)
            CHECK(strcmp(label, tare_output_name_label((TareOutputName)b)) != 0);
    }
    CHECK_STR(tare_output_name_label(TARE_OUTPUT_ADDRESS), "address");
    CHECK_STR(tare_output_name_label(TARE_OUTPUT_ROUTE_DESCRIPTION), "route_description");
}

static void test_an_output_is_known_by_each_of_its_names(void)
{
    TareDeviceRules rules = {0};
    CHECK(set_rule(&rules, "head*", "a/b"));
    for (int name = 0; name < TARE_N_OUTPUT_NAMES; ++name) {
        const TareOutput output = output_of((TareOutputName)name, "Headphones");
        const TareOutput other = output_of((TareOutputName)name, "Speaker");
        const TareOutput nameless = output_of((TareOutputName)name, "");
        CHECK(tare_output_fits(&output, "HEADPHONES") && !tare_output_fits(&other, "HEADPHONES"));
        CHECK(tare_output_fits(&other, "*") && !tare_output_fits(&nameless, "*"));
        CHECK(tare_output_rule(&output, &rules) == &rules.rules[0]);
        CHECK(!tare_output_rule(&other, &rules) && !tare_output_rule(&nameless, &rules));
        CHECK(tare_output_equal(&output, &output) && !tare_output_equal(&output, &other));
    }
    tare_device_rules_clear(&rules);
}

static void test_outputs_are_equal_by_their_names_alone(void)
{
    TareOutput a = output_of(TARE_OUTPUT_NODE, "n");
    TareOutput b = a;
    b.node_id = 99;
    b.is_played_to = true;
    CHECK(tare_output_equal(&a, &b));
    const TareOutput elsewhere = output_of(TARE_OUTPUT_DEVICE, "n");
    CHECK(!tare_output_equal(&a, &elsewhere)); /* the same name of another kind */
}

static void check_title(const char* node, const char* description, const char* route,
                        const char* wanted)
{
    TareOutput output = output_of(TARE_OUTPUT_NODE, node);
    snprintf(output.names[TARE_OUTPUT_NODE_DESCRIPTION], TARE_OUTPUT_TEXT, "%s", description);
    snprintf(output.names[TARE_OUTPUT_ROUTE_DESCRIPTION], TARE_OUTPUT_TEXT, "%s", route);
    char title[TARE_OUTPUT_TITLE];
    tare_output_title(&output, title, sizeof title);
    CHECK_STR(title, wanted);
}

static void test_titles_of_little_and_of_much(void)
{
    check_title("", "", "", "");
    check_title("", "", "Jack", "Jack ()");
    check_title("alsa.0", "", "alsa.0", "alsa.0");
    char longest[TARE_OUTPUT_TEXT], wanted[TARE_OUTPUT_TITLE];
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    longest[0] = 'b';
    char other[TARE_OUTPUT_TEXT];
    memcpy(other, longest, sizeof other);
    other[0] = 'c';
    snprintf(wanted, sizeof wanted, "%s (%s)", other, longest);
    check_title("x", longest, other, wanted); /* nothing is cut off */
    TareOutput output = output_of(TARE_OUTPUT_NODE, "a longer name");
    char small[5];
    tare_output_title(&output, small, sizeof small);
    CHECK_STR(small, "a lo");
}

static void test_failed_allocations_of_a_change(void)
{
    for (unsigned n = 1;; ++n) {
        TareDeviceRules rules = {0};
        CHECK(set_rule(&rules, "a", "x/y"));
        failing_malloc_start(n);
        const bool is_changed = set_rule(&rules, "a", "z/z");
        const unsigned n_asked = failing_malloc_stop();
        REQUIRE(rules.n == 1); /* what was there stays when it fails */
        CHECK_STR(rules.rules[0].id, is_changed ? "z/z" : "x/y");
        CHECK(is_changed == (n_asked < n));
        tare_device_rules_clear(&rules);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_patterns_fit_as_they_are_meant);
    RUN(test_a_star_is_no_letter_and_case_is_that_of_ascii);
    RUN(test_the_rule_that_counts_is_the_plainly_closest);
    RUN(test_rules_behave_like_a_list_of_pairs);
    RUN(test_rules_of_any_texts_come_back);
    RUN(test_rules_that_are_no_utf8_are_not_written);
    RUN(test_each_kind_of_name_has_a_label_of_its_own);
    RUN(test_an_output_is_known_by_each_of_its_names);
    RUN(test_outputs_are_equal_by_their_names_alone);
    RUN(test_titles_of_little_and_of_much);
    RUN(test_failed_allocations_of_a_change);
    return check_done();
}
