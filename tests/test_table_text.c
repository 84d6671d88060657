/* Tables as plain text: encodings, lines, and what kind of line each is. */

#include "base/text.h"
#include "base/utf8.h"
#include "curves/table_text.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "helpers/seen.h"

static TareSpan span(const char* text)
{
    return (TareSpan){text, text + strlen(text)};
}

/** Decodes bytes and compares with a text; `said` is "line:column: message", or nothing. */
static void check_decoded(const char* bytes, size_t length, const char* wanted, const char* said)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareText buffer = {0};
    TareSpan text;
    char report[300] = "";
    const TareStatus status = tare_table_decode(&text, &buffer, "f", bytes, length, &reporter);
    CHECK(status == (wanted ? TARE_OK : TARE_BAD_INPUT));
    if (wanted)
        CHECK(tare_span_equals(text, wanted));
    if (*said)
        snprintf(report, sizeof report, "f:%s", said);
    CHECK_STR(seen.last, report);
    CHECK(!*said || seen.severity == (wanted ? TARE_NOTE : TARE_ERROR));
    tare_text_clear(&buffer);
}

static void check_text(const char* bytes, const char* wanted, const char* said)
{
    check_decoded(bytes, strlen(bytes), wanted, said);
}

static void test_utf8_is_taken_as_it_is_without_its_mark(void)
{
    check_text("", "", "");
    check_text("a", "a", "");
    check_text("20 1\n", "20 1\n", "");
    check_text("\xEF\xBB\xBF"
               "20 1\n",
               "20 1\n", "");
    check_text("\xEF\xBB\xBF", "", "");
    check_text("h\xC3\xA9\n", "h\xC3\xA9\n", "");
}

static void test_bytes_that_are_no_utf8_are_noted_where_they_stand(void)
{
    static const char note[] = "character is not UTF-8; expected UTF-8, read as far as it is ASCII";
    char said[200];
    snprintf(said, sizeof said, "2:3: %s", note);
    check_text("a\nbc\xE9\n", "a\nbc\xE9\n", said);
    snprintf(said, sizeof said, "1:1: %s", note);
    check_text("\xE9", "\xE9", said);
    snprintf(said, sizeof said, "3:1: %s", note);
    check_text("a\r\r\xE9", "a\r\r\xE9", said);
}

static void test_control_characters_are_refused_where_they_stand(void)
{
    static const char bad[] = "\x01\x08\x0E\x1A\x1B\x1F\x7F";
    for (const char* p = bad; *p; ++p) {
        const char text[] = {'1', '\n', '2', *p, '3', '\0'};
        check_text(text, NULL, "2:2: control character; expected a text with rows of numbers");
    }
    check_decoded("12\0"
                  "3",
                  4, NULL, "1:3: control character; expected a text with rows of numbers");
    check_text("\xEF\xBB\xBF\x01", NULL,
               "1:1: control character; expected a text with rows of numbers");
    check_text("\t1\v2\f3\r\n", "\t1\v2\f3\r\n", "");
}

static void test_one_mark_of_the_end_is_left_out(void)
{
    check_text("20 1\n\x1A", "20 1\n", "");
    check_text("\x1A", "", "");
    check_text("\x1A\x1A", NULL, "1:1: control character; expected a text with rows of numbers");
}

/** Writes UTF-8 as UTF-16; returns the number of bytes. */
static size_t to_utf16(const char* text, bool is_big, char* out)
{
    const char* const begin = out;
    for (size_t left = strlen(text), n; left; text += n, left -= n) {
        uint32_t character = 0;
        uint16_t units[2];
        n = tare_utf8_decode(text, left, &character);
        const bool is_pair = character > 0xFFFF;
        units[0] = (uint16_t)(is_pair ? 0xD7C0 + (character >> 10) : character);
        units[1] = (uint16_t)(0xDC00 + (character & 0x3FF));
        for (int i = 0; i <= is_pair; ++i) {
            out[is_big ? 0 : 1] = (char)(units[i] >> 8);
            out[is_big ? 1 : 0] = (char)(units[i] & 0xFF);
            out += 2;
        }
    }
    return (size_t)(out - begin);
}

static void test_utf16_of_both_orders_is_found_with_and_without_a_mark(void)
{
    static const char text[] = "1 é 水 \xF0\x9F\x8E\xA7\n";
    for (int is_big = 0; is_big < 2; ++is_big) {
        char bytes[100];
        bytes[is_big] = '\xFF';
        bytes[!is_big] = '\xFE';
        const size_t n = to_utf16(text, is_big, bytes + 2);
        check_decoded(bytes, n + 2, text, "");
        check_decoded(bytes + 2, n, text, "");
        check_decoded(bytes, 2, "", "");
    }
    check_decoded("1\0", 2, "1", "");
    check_decoded("\0"
                  "1",
                  2, "1", "");
}

static void test_halves_of_utf16_characters_become_replacements(void)
{
    check_decoded("\xFF\xFE"
                  "1\0"
                  "2",
                  5, "1\xEF\xBF\xBD", "");
    check_decoded("\xFF\xFE\x3C\xD8", 4, "\xEF\xBF\xBD", ""); /* high, then nothing */
    check_decoded("\xFF\xFE\x3C\xD8"
                  "1\0",
                  6,
                  "\xEF\xBF\xBD"
                  "1",
                  ""); /* high, then other */
    check_decoded("\xFF\xFE\xA7\xDF"
                  "1\0",
                  6,
                  "\xEF\xBF\xBD"
                  "1",
                  ""); /* low alone */
    check_decoded("\xFF\xFE\xA7\xDF\xA7\xDF", 6, "\xEF\xBF\xBD\xEF\xBF\xBD", "");
    check_decoded("\xFF\xFE\x3C\xD8\xA7\xDF", 6, "\xF0\x9F\x8E\xA7", "");
}

static void test_short_memory_is_no_short_text(void)
{
    char text[300], bytes[602];
    memset(text, '1', sizeof text);
    text[299] = '\0';
    bytes[0] = '\xFF';
    bytes[1] = '\xFE';
    const size_t length = 2 + to_utf16(text, false, bytes + 2);
    for (unsigned n = 1;; ++n) {
        TareText buffer = {0};
        TareSpan decoded;
        failing_malloc_start(n);
        const TareStatus status = tare_table_decode(&decoded, &buffer, "f", bytes, length, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK(status != TARE_OK || tare_span_equals(decoded, text));
        tare_text_clear(&buffer);
        if (n_asked < n)
            break;
    }
}

static void test_lines_end_in_any_of_three_ways(void)
{
    static const char* const wanted[] = {"a", "b", "", "c", "", "d e"};
    TareSpan rest = span("a\nb\r\n\r c \n\n\td e");
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; ++i) {
        TareSpan line;
        REQUIRE(tare_table_next_line(&rest, &line));
        CHECK(tare_span_equals(line, wanted[i]));
    }
    TareSpan line = {0};
    CHECK(!tare_table_next_line(&rest, &line) && !line.first);
    rest = span("a\r");
    CHECK(tare_table_next_line(&rest, &line) && !tare_table_next_line(&rest, &line));
}

static void test_all_blanks_around_a_text_are_trimmed(void)
{
    CHECK(tare_span_equals(tare_table_trim(span(" \t\v\f a b \t\v\f ")), "a b"));
    CHECK(tare_span_equals(tare_table_trim(span("\xC2\xA0 \xC2\xA0"
                                                "a\xC2\xA0"
                                                "b \xC2\xA0")),
                           "a\xC2\xA0"
                           "b"));
    CHECK(tare_span_equals(tare_table_trim(span(" \xC2\xA0 ")), ""));
    CHECK(tare_span_equals(tare_table_trim(span("")), ""));
    CHECK(tare_span_equals(tare_table_trim(span("\xC3\xA0")), "\xC3\xA0")); /* half of it only */
}

static void test_remarks_are_told_from_faults_of_a_spreadsheet(void)
{
    static const char* const remarks[] = {"# x", "* Freq", "% x", "!", "// x", "#", "#n", "#refer"};
    static const char* const others[] = {"",      "/ x",     "20 1",    "a # b",
                                         "#N/A",  "#DIV/0!", "#Value!", "#NUM! 1",
                                         "#ref!", "#NAME?",  "#Null!"};
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; ++i)
        CHECK(tare_table_is_comment(span(remarks[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i)
        CHECK(!tare_table_is_comment(span(others[i])));
}

static void test_rows_begin_as_numbers_do(void)
{
    static const char* const rows[] = {"20",
                                       "-1",
                                       "+1",
                                       ".5",
                                       "-.5",
                                       "\"20",
                                       "\" 20",
                                       "\"-20\"",
                                       ("\xE2\x88\x92"
                                        "20"),
                                       "9x"};
    static const char* const others[] = {
        "", "-", "+", "a1", "\"", "\"a", "--1", ",5", "\xE2\x88\x92", "\xE2\x88\x92-1", "\"\"20"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i)
        CHECK(tare_table_is_row(span(rows[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i)
        CHECK(!tare_table_is_row(span(others[i])));
}

static void test_beginnings_are_compared_without_case(void)
{
    CHECK(tare_table_starts_with(span("Frequency"), "freq"));
    CHECK(tare_table_starts_with(span("FREQ"), "freq") && tare_table_starts_with(span(""), ""));
    CHECK(!tare_table_starts_with(span("fre"), "freq"));
    CHECK(!tare_table_starts_with(span("xfreq"), "freq"));
}

static void test_lines_hold_all_of_a_text_but_its_ends_and_blanks(void)
{
    static const char letters[] = "ab \t\r\n";
    uint64_t random = 12;
    for (unsigned round = 0; round < 2000; ++round) {
        char text[30];
        size_t n_letters = 0, n_in_lines = 0;
        const size_t n = noise_below(&random, sizeof text);
        for (size_t i = 0; i < n; ++i) {
            text[i] = letters[noise_below(&random, sizeof letters - 1)];
            n_letters += text[i] == 'a' || text[i] == 'b';
        }
        TareSpan rest = {text, text + n};
        for (TareSpan line; tare_table_next_line(&rest, &line);)
            for (const char* p = line.first; p < line.end; ++p) {
                CHECK(*p != '\n' && *p != '\r');
                n_in_lines += *p == 'a' || *p == 'b';
            }
        CHECK(n_in_lines == n_letters);
    }
}

int main(void)
{
    RUN(test_utf8_is_taken_as_it_is_without_its_mark);
    RUN(test_bytes_that_are_no_utf8_are_noted_where_they_stand);
    RUN(test_control_characters_are_refused_where_they_stand);
    RUN(test_one_mark_of_the_end_is_left_out);
    RUN(test_utf16_of_both_orders_is_found_with_and_without_a_mark);
    RUN(test_halves_of_utf16_characters_become_replacements);
    RUN(test_short_memory_is_no_short_text);
    RUN(test_lines_end_in_any_of_three_ways);
    RUN(test_all_blanks_around_a_text_are_trimmed);
    RUN(test_remarks_are_told_from_faults_of_a_spreadsheet);
    RUN(test_rows_begin_as_numbers_do);
    RUN(test_beginnings_are_compared_without_case);
    RUN(test_lines_hold_all_of_a_text_but_its_ends_and_blanks);
    return check_done();
}
