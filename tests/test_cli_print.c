/* What the program prints for people and in JSON: nothing of unknown origin moves the cursor, lines
   end in time, numbers are short. */

#include "band_set.h"
#include "base/plain.h"
#include "cli/frame/candidates.h"
#include "cli/frame/json.h"
#include "cli/frame/print.h"
#include "cli/frame/terminal.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/printed.h"
#include "tare/band_traits.h"

#include <stdlib.h>

enum { MAX_COLUMNS = 78 };

static const char* printed(const char* text)
{
    printed_start(stdout);
    tare_terminal_print(stdout, text);
    return printed_stop();
}

static void test_what_moves_the_cursor_becomes_a_mark(void)
{
    CHECK_STR(printed("a\033[2Jb\r\n\t\177c"), "a?[2Jb????c");
    CHECK_STR(printed("\xC2\x80\xC2\x9F"), "??");               /* controls beyond ASCII */
    CHECK_STR(printed("\xC2\xA0\xC3\xA9"), "\xC2\xA0\xC3\xA9"); /* the first that is none */
    CHECK_STR(printed(""), "");
}

static void test_what_turns_the_line_around_becomes_a_mark(void)
{
    CHECK_STR(printed("\u202a\u202e\u2066\u2069\u2028\u200b"), "??????");
    CHECK_STR(printed("\u2027\u202f\u2070"), "\u2027\u202f\u2070");
}

static void test_each_byte_that_is_no_utf8_becomes_a_mark(void)
{
    CHECK_STR(printed("a\xFF\xC3"), "a??");
    CHECK_STR(printed("\xE2\x82"), "??");
    CHECK_STR(printed("\xC0\xAF"), "??");
    CHECK_STR(printed("\xED\xA0\x80"), "???");
}

static void test_a_text_shows_when_nothing_of_it_becomes_a_mark(void)
{
    static const char* const good[] = {"", "a b", "caf\xC3\xA9", "\xE6\xA3\xAE", "it's"};
    static const char* const bad[] = {"a\n", "\033", "a\xFF", "\xC3", "\xC2\x80", "\xE2\x80\xAE"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; ++i) {
        CHECK(tare_plain_is(good[i]));
        CHECK_STR(printed(good[i]), good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; ++i)
        CHECK(!tare_plain_is(bad[i]));
}

static void check_word(const char* text, const char* wanted)
{
    printed_start(stdout);
    tare_terminal_print_word(stdout, text);
    CHECK_STR(printed_stop(), wanted);
    CHECK(tare_terminal_word_width(text) == tare_terminal_width(wanted));
}

static void test_words_for_a_shell_are_quoted_where_they_must(void)
{
    check_word("acme-one/anna_2.0+x:y,z@w", "acme-one/anna_2.0+x:y,z@w");
    check_word("", "");
    check_word("Acme One", "'Acme One'");
    check_word("caf\xC3\xA9", "'caf\xC3\xA9'");
    check_word("it's 'x'", "'it'\\''s '\\''x'\\'''");
    static const char special[] = "!\"#$%&()*;<=>?[\\]^`{|}~";
    for (size_t i = 0; i + 1 < sizeof special; ++i) {
        const char text[] = {'a', special[i], '\0'};
        const char wanted[] = {'\'', 'a', special[i], '\'', '\0'};
        check_word(text, wanted);
    }
}

static void test_texts_are_padded_by_characters(void)
{
    CHECK(tare_terminal_width("") == 0 && tare_terminal_width("ab") == 2);
    CHECK(tare_terminal_width("caf\xC3\xA9 \xE2\x82\xAC") == 6);
    printed_start(stdout);
    tare_terminal_print_padded(stdout, "caf\xC3\xA9", 6);
    tare_terminal_print_padded(stdout, "longer", 3); /* is not cut */
    tare_terminal_print_padded(stdout, "", 2);
    CHECK_STR(printed_stop(), "caf\xC3\xA9  longer  ");
}

static const char* wrapped(const char* text, size_t indent)
{
    printed_start(stdout);
    tare_terminal_print_wrapped(stdout, text, indent);
    return printed_stop();
}

static void test_words_are_wrapped_between_blanks(void)
{
    CHECK_STR(wrapped("", 4), "\n");
    CHECK_STR(wrapped(" \t\r\n", 4), "\n");
    CHECK_STR(wrapped("  one\t\ntwo  ", 3), "   one two\n");
    CHECK_STR(wrapped("a\033b c", 0), "a?b c\n");
}

static void test_a_line_is_filled_to_its_last_column(void)
{
    char text[128], wanted[160];
    for (int length = 76; length <= 77; ++length) { /* with " b" behind it 78 and 79 columns */
        memset(text, 'a', (size_t)length);
        snprintf(text + length, sizeof text - (size_t)length, " b");
        snprintf(wanted, sizeof wanted, "%.*s%sb\n", length, text, length == 76 ? " " : "\n");
        CHECK_STR(wrapped(text, 0), wanted);
    }
    memset(text, 'a', 100);
    text[100] = '\0';
    snprintf(wanted, sizeof wanted, "  x\n  %s\n  y\n", text);
    char words[160];
    snprintf(words, sizeof words, "x %s y", text);
    CHECK_STR(wrapped(words, 2), wanted); /* a word is not cut */
}

/** Writes words of 1 to 14 letters, of two bytes each in some. */
static void some_words(char* text, size_t size, uint64_t* state)
{
    size_t length = 0;
    while (length + 40 < size) {
        const bool is_wide = noise_below(state, 3) == 0;
        for (size_t n = 1 + noise_below(state, 14); n > 0; --n) {
            snprintf(text + length, size - length, "%s", is_wide ? "\xC3\xA9" : "e");
            length += is_wide ? 2 : 1;
        }
        text[length++] = noise_below(state, 4) ? ' ' : '\n';
    }
    text[length] = '\0';
}

static void test_wrapped_lines_keep_every_word_and_could_hold_no_further_one(void)
{
    uint64_t state = 3;
    for (unsigned round = 0; round < 40; ++round) {
        const size_t indent = noise_below(&state, 12);
        char words[1000], lines[4000];
        some_words(words, sizeof words, &state);
        snprintf(lines, sizeof lines, "%s", wrapped(words, indent));
        char *rest_of_words = NULL, *rest_of_lines = NULL;
        const char* word = strtok_r(words, " \n", &rest_of_words);
        for (char* line = strtok_r(lines, "\n", &rest_of_lines); line;
             line = strtok_r(NULL, "\n", &rest_of_lines)) {
            const size_t columns = tare_terminal_width(line);
            CHECK(columns <= MAX_COLUMNS && strspn(line, " ") == indent);
            char* rest = NULL;
            for (char* w = strtok_r(line, " ", &rest); w; w = strtok_r(NULL, " ", &rest)) {
                CHECK_STR(w, word);
                word = strtok_r(NULL, " \n", &rest_of_words);
            }
            CHECK(!word || columns + 1 + tare_terminal_width(word) > MAX_COLUMNS);
        }
        CHECK(!word);
    }
}

static void test_no_styles_in_a_file(void)
{
    setenv("TERM", "xterm", 1);
    FILE* const file = tmpfile();
    REQUIRE(file != NULL);
    for (int style = TARE_STYLE_PLAIN; style <= TARE_STYLE_NOTE; ++style)
        CHECK_STR(tare_style(file, (TareStyle)style), "");
    fclose(file);
}

static void test_no_progress_in_a_file(void)
{
    printed_start(stderr);
    tare_terminal_progress("x", 1, 2);
    tare_terminal_clear_progress();
    CHECK_STR(printed_stop(), "");
}

static void test_bands_are_a_table(void)
{
    static const TareBand bands[] = {
        {TARE_BAND_PEAK, 5500, -6, 8, TARE_CHANNEL_BOTH},
        {TARE_BAND_HIGH_SHELF, 10000, 3.25, 0.70710678118654752, TARE_CHANNEL_LEFT},
        {TARE_BAND_NOTCH, 50, 12, 30, TARE_CHANNEL_RIGHT},
        {(TareBandType)99, 1, 1, 1, (TareChannel)99}};
    printed_start(stdout);
    tare_print_bands(bands, 4);
    CHECK_STR(printed_stop(), "   #  type        frequency        gain          Q  channel\n"
                              "   1  peak          5500 Hz       -6 dB          8  both\n"
                              "   2  high shelf   10000 Hz     3.25 dB   0.707107  left\n"
                              "   3  notch           50 Hz                     30  right\n"
                              "   4  ?                1 Hz                      1  ?\n");
}

static void test_every_type_and_channel_has_a_row(void)
{
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
        for (int channel = 0; channel < TARE_N_CHANNEL_CHOICES; ++channel) {
            const TareBand band = {(TareBandType)type, 1000, 1, 1, (TareChannel)channel};
            printed_start(stdout);
            tare_print_bands(&band, 1);
            const char* const text = printed_stop();
            CHECK(!strchr(text, '?') && !strchr(text, '_'));
            CHECK(strstr(text, tare_band_channel_name(band.channel)) != NULL);
            CHECK((strstr(text, " dB ") != NULL) == tare_band_type_has_gain(band.type));
        }
}

static void test_evidence_is_told_as_far_as_it_is_known(void)
{
    const TareEvidence whole = {
        .file = "a\n.md", .section = "So\033und", .line = 12, .text = "too bright", .note = "half"};
    const TareEvidence bare = {.line = 0};
    printed_start(stdout);
    tare_print_evidence(&whole, 2);
    tare_print_evidence(&bare, 1);
    tare_print_row("author", "An\033na");
    tare_print_row("rig", NULL);
    tare_print_row("a label that is long", "");
    CHECK_STR(printed_stop(), "  a?.md:12  So?und\n    too bright\n    half\n"
                              " \n"
                              "  author      An?na\n"
                              "  a label that is long\n");
}

/** What a value is in JSON. */
static const char* dumped(json_t* value)
{
    static char text[400];
    char* const whole = value ? json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15)) : NULL;
    snprintf(text, sizeof text, "%s", whole ? whole : "(NULL)");
    free(whole);
    json_decref(value);
    return text;
}

static void test_whole_numbers_have_no_point(void)
{
    CHECK_STR(dumped(tare_json_number(5500)), "5500");
    CHECK_STR(dumped(tare_json_number(-0.0)), "0");
    CHECK_STR(dumped(tare_json_number(-6.5)), "-6.5");
    CHECK_STR(dumped(tare_json_number(999999999999999.0)), "999999999999999");
    json_t* const large = tare_json_number(1e15); /* from there on not each whole one is told */
    CHECK(json_is_real(large));
    json_decref(large);
    CHECK_STR(dumped(tare_json_number(0.1)), "0.1");
}

static void test_texts_of_any_bytes_become_strings(void)
{
    CHECK_STR(dumped(tare_json_text(NULL)), "null");
    CHECK_STR(dumped(tare_json_text("")), "\"\"");
    CHECK_STR(dumped(tare_json_text("caf\xC3\xA9 \"x\"\n")), "\"caf\xC3\xA9 \\\"x\\\"\\n\"");
    CHECK_STR(dumped(tare_json_text("a\xFF\xC3\xA9z")), "\"a???z\"");
}

static json_t* item_of(const void* owner, size_t i)
{
    const int* const values = owner;
    return values[i] < 0 ? NULL : json_integer(values[i]);
}

static void test_arrays_are_whole_or_not_there(void)
{
    static const int values[] = {3, 1, 2, -1};
    CHECK_STR(dumped(tare_json_array(3, item_of, values)), "[3, 1, 2]");
    CHECK_STR(dumped(tare_json_array(0, item_of, values)), "[]");
    CHECK(!tare_json_array(4, item_of, values)); /* the last one cannot be made */
    CHECK(!tare_json_keep_if(false, json_true()));
    json_t* const object = json_object();
    CHECK(!tare_json_set(object, "a", NULL) && !tare_json_set(NULL, "a", json_true()));
    CHECK(tare_json_set(object, "a", tare_json_text("b")));
    CHECK_STR(dumped(tare_json_keep_if(true, object)), "{\"a\": \"b\"}");
}

static void test_types_are_called_otherwise_in_filters_than_in_bands(void)
{
    static const char* const bands[] = {"peak",      "low_shelf", "high_shelf", "low_pass",
                                        "high_pass", "notch",     "band_pass",  "all_pass"};
    static const char* const filters[] = {"peaking",  "lowshelf", "highshelf", "lowpass",
                                          "highpass", "notch",    "bandpass",  "allpass"};
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type) {
        const TareBand band = {(TareBandType)type, 100, -1.5, 2, TARE_CHANNEL_RIGHT};
        char wanted[200];
        snprintf(wanted, sizeof wanted,
                 "{\"type\": \"%s\", \"freq_hz\": 100, \"gain_db\": -1.5, \"q\": 2, \"channel\": "
                 "\"right\"}",
                 bands[type]);
        CHECK_STR(dumped(tare_json_band(&band)), wanted);
        snprintf(wanted, sizeof wanted,
                 "{\"type\": \"%s\", \"freq_hz\": 100, \"gain_db\": -1.5, \"q\": 2}",
                 filters[type]);
        CHECK_STR(dumped(tare_json_filter(&band)), wanted);
    }
    const TareBand unknown = {(TareBandType)99, 1, 0, 1, TARE_CHANNEL_BOTH};
    CHECK_STR(dumped(tare_json_filter(&unknown)),
              "{\"type\": null, \"freq_hz\": 1, \"gain_db\": 0, \"q\": 1}");
}

static void test_a_text_that_is_no_utf8_needs_memory(void)
{
    failing_malloc_start(1);
    json_t* const value = tare_json_text("\xFF");
    CHECK(failing_malloc_stop() == 1 && !value);
}

static void test_candidates_are_lines_with_notes(void)
{
    TareCandidates candidates = {.word = "", .before = "--kind="};
    tare_candidates_add(&candidates, "lv2", "our\tplugin\n");
    tare_candidates_add(&candidates, "la", NULL);
    tare_candidates_add(&candidates, "can\nnot", "be typed");
    tare_candidates_add(&candidates, "nor\177", "this");
    CHECK(candidates.n == 2 && candidates.n_common == 1);
    CHECK_STR(candidates.lines.data, "--kind=lv2\tour plugin \n--kind=la\t\n");
    tare_candidates_clear(&candidates);
    CHECK(!candidates.lines.data);
}

static void test_what_is_typed_begins_candidates_in_any_case(void)
{
    TareCandidates candidates = {.word = "Ca"};
    static const char* const texts[] = {"cab", "CABLE", "caf\xC3\xA9", "ca", "c", "", "ac"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i)
        tare_candidates_add_if_begun(&candidates, texts[i], NULL);
    CHECK_STR(candidates.lines.data, "cab\t\nCABLE\t\ncaf\xC3\xA9\t\nca\t\n");
    CHECK(candidates.n == 4 && candidates.n_common == 0); /* capitals are not alike in bytes */
    tare_candidates_clear(&candidates);
}

static void test_failed_allocations_of_candidates(void)
{
    for (unsigned n = 1;; ++n) {
        TareCandidates candidates = {.word = ""};
        failing_malloc_start(n);
        for (unsigned i = 0; i < 40; ++i)
            tare_candidates_add(&candidates, "a candidate of some length", "a note");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(candidates.lines.failed == (n_asked >= n) && candidates.n == 40);
        tare_candidates_clear(&candidates);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_what_moves_the_cursor_becomes_a_mark);
    RUN(test_what_turns_the_line_around_becomes_a_mark);
    RUN(test_each_byte_that_is_no_utf8_becomes_a_mark);
    RUN(test_a_text_shows_when_nothing_of_it_becomes_a_mark);
    RUN(test_words_for_a_shell_are_quoted_where_they_must);
    RUN(test_texts_are_padded_by_characters);
    RUN(test_words_are_wrapped_between_blanks);
    RUN(test_a_line_is_filled_to_its_last_column);
    RUN(test_wrapped_lines_keep_every_word_and_could_hold_no_further_one);
    RUN(test_no_styles_in_a_file);
    RUN(test_no_progress_in_a_file);
    RUN(test_bands_are_a_table);
    RUN(test_every_type_and_channel_has_a_row);
    RUN(test_evidence_is_told_as_far_as_it_is_known);
    RUN(test_whole_numbers_have_no_point);
    RUN(test_texts_of_any_bytes_become_strings);
    RUN(test_arrays_are_whole_or_not_there);
    RUN(test_types_are_called_otherwise_in_filters_than_in_bands);
    RUN(test_a_text_that_is_no_utf8_needs_memory);
    RUN(test_candidates_are_lines_with_notes);
    RUN(test_what_is_typed_begins_candidates_in_any_case);
    RUN(test_failed_allocations_of_candidates);
    return check_done();
}
