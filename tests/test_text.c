#include "base/report.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"

#include <stdint.h>
#include <stdlib.h>
#include <wchar.h>

static void test_grows(void)
{
    TareText text = {0};
    for (int i = 0; i < 1000; ++i)
        tare_text_format(&text, "%03d ", i);
    CHECK(!text.failed);
    CHECK(text.length == 4000);
    CHECK(strlen(text.data) == 4000);
    CHECK(!memcmp(text.data + 3996, "999 ", 4));
    tare_text_append(&text, "a\0b", 3);
    CHECK(text.length == 4003 && text.data[4003] == '\0');
    tare_text_clear(&text);
    CHECK(!text.data && !text.length && !text.capacity);
}

static void test_appending_nothing_gives_an_empty_string(void)
{
    TareText text = {0};
    tare_text_append(&text, NULL, 0);
    CHECK_STR(text.data, "");
    tare_text_clear(&text);
}

static void test_failed_allocation_stays_failed(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareText text = {0};
        for (int i = 0; i < 100; ++i)
            tare_text_append(&text, "0123456789", 10);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(text.failed == (n_asked >= n));
        CHECK(text.failed ? text.length < 1000 : text.length == 1000);
        tare_text_clear(&text);
        if (n_asked < n)
            break;
    }
}

static void test_copy(void)
{
    char* copy = tare_text_copy("abcdef", 3);
    CHECK_STR(copy, "abc");
    free(copy);
    CHECK(!tare_text_copy("", (size_t)-1));
    failing_malloc_start(1);
    CHECK(!tare_text_copy("abc", 3));
    failing_malloc_stop();
}

static void check_utf8(const char* text, size_t length, bool wanted, size_t wanted_offset)
{
    size_t offset = 12345;
    CHECK(tare_utf8_is_valid(text, length, &offset) == wanted);
    CHECK(offset == (wanted ? 12345 : wanted_offset));
}

/** The table of well-formed sequences in RFC 3629, its borders from both sides. */
static void test_utf8_there_and_back(void)
{
    const uint32_t characters[] = {0,      1,      0x7F,   0x80,    0x7FF,   0x800,   0xD7FF,
                                   0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F3A7, 0x10FFFF};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; ++i) {
        char bytes[4];
        uint32_t character = 1;
        const size_t n = tare_utf8_encode(characters[i], bytes);
        CHECK(tare_utf8_decode(bytes, n, &character) == n && character == characters[i]);
    }
}

static void test_utf8_borders(void)
{
    check_utf8("", 0, true, 0);
    check_utf8("plain text, longer than a block", 31, true, 0);
    check_utf8("\xC2\x80\xDF\xBF", 4, true, 0);
    check_utf8("\xC1\xBF", 2, false, 0);
    check_utf8("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF", 12, true, 0);
    check_utf8("\xE0\x9F\xBF", 3, false, 0);
    check_utf8("a\xED\xA0\x80", 4, false, 1); /* a surrogate */
    check_utf8("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 8, true, 0);
    check_utf8("\xF0\x8F\xBF\xBF", 4, false, 0);
    check_utf8("\xF4\x90\x80\x80", 4, false, 0);
    check_utf8("\xF5\x80\x80\x80", 4, false, 0);
    check_utf8("12345678\x80", 9, false, 8);
    check_utf8("12345678abc\xE2\x82", 13, false, 11); /* cut short */
    check_utf8("\xE2\x82\x41", 3, false, 0);
    check_utf8("\xFF", 1, false, 0);
}

static void test_utf8_decodes(void)
{
    uint32_t character = 0;
    CHECK(tare_utf8_decode("A", 1, &character) == 1 && character == 'A');
    CHECK(tare_utf8_decode("\xC3\xA9", 2, &character) == 2 && character == 0xE9);
    CHECK(tare_utf8_decode("\xE2\x82\xAC", 3, &character) == 3 && character == 0x20AC);
    CHECK(tare_utf8_decode("\xF0\x9F\x8E\xA7", 4, &character) == 4 && character == 0x1F3A7);
    CHECK(tare_utf8_decode("\xE2\x82\xAC", 2, &character) == 0);
}

static void test_spans_equal_texts_of_the_same_bytes_only(void)
{
    static const char text[] = "abc";
    CHECK(tare_span_equals((TareSpan){text, text + 3}, "abc"));
    CHECK(tare_span_equals((TareSpan){text, text + 2}, "ab"));
    CHECK(tare_span_equals((TareSpan){text, text}, ""));
    CHECK(!tare_span_equals((TareSpan){text, text + 2}, "abc"));
    CHECK(!tare_span_equals((TareSpan){text, text + 3}, "ab"));
    CHECK(!tare_span_equals((TareSpan){text, text + 3}, "abd"));
    CHECK(!tare_span_equals((TareSpan){text, text}, "a"));
}

static void test_places_own_copies_of_what_they_were_set_to(void)
{
    const char* place = NULL;
    char words[] = "first";
    CHECK(tare_text_set(&place, words));
    words[0] = 'F';
    CHECK_STR(place, "first");
    CHECK(tare_text_set(&place, place)); /* to itself */
    CHECK_STR(place, "first");
    CHECK(tare_text_set_part(&place, place + 1, 3));
    CHECK_STR(place, "irs");
    CHECK(tare_text_set(&place, ""));
    CHECK_STR(place, "");
    CHECK(tare_text_set_part(&place, "abc", 0) && place == NULL);
    CHECK(tare_text_set(&place, NULL) && place == NULL);
}

static void test_a_place_is_empty_when_memory_was_short(void)
{
    const char* place = NULL;
    CHECK(tare_text_set(&place, "old"));
    failing_malloc_start(1);
    CHECK(!tare_text_set(&place, "new") && place == NULL);
    (void)failing_malloc_stop();
    CHECK(tare_text_set(&place, "old"));
    failing_malloc_start(1);
    CHECK(!tare_text_set_part(&place, "new", 3) && place == NULL);
    (void)failing_malloc_stop();
}

static void test_lengths_and_characters_that_cannot_be_fail_the_text(void)
{
    TareText text = {0};
    tare_text_append(&text, "kept", 4);
    CHECK(!tare_text_reserve(&text, SIZE_MAX) && text.failed);
    tare_text_append(&text, "more", 4);
    tare_text_format(&text, "%d", 1);
    CHECK_STR(text.data, "kept");
    tare_text_clear(&text);
    CHECK(tare_text_reserve(&text, 1) && !text.failed);
    tare_text_format(&text, "%ls", L"\u20AC"); /* no character of the C locale */
    CHECK(text.failed && text.length == 0);
    tare_text_clear(&text);
}

static void check_dropped(const char* text, const char* wanted)
{
    char copy[40];
    snprintf(copy, sizeof copy, "%s", text);
    tare_utf8_drop_partial_end(copy);
    CHECK_STR(copy, wanted);
}

static void test_a_character_cut_short_at_the_end_is_dropped(void)
{
    check_dropped("", "");
    check_dropped("abc", "abc");
    check_dropped("ab\xC3\xA9", "ab\xC3\xA9");
    check_dropped("ab\xC3", "ab");
    check_dropped("ab\xE2\x82\xAC", "ab\xE2\x82\xAC");
    check_dropped("ab\xE2\x82", "ab");
    check_dropped("ab\xE2", "ab");
    check_dropped("\xF0\x9F\x8E\xA7", "\xF0\x9F\x8E\xA7");
    check_dropped("\xF0\x9F\x8E", "");
    check_dropped("\xF0\x9F", "");
    check_dropped("a\x80\x80\x80\x80", "a\x80\x80\x80\x80"); /* never was a character */
}

static void test_control_characters_are_those_of_ascii_and_latin_1(void)
{
    for (int c = 1; c < 0x80; ++c)
        CHECK(tare_utf8_is_control((char[]){(char)c, 'x', '\0'}) == (c < 0x20 || c == 0x7F));
    for (int c = 0x80; c < 0xC0; ++c)
        CHECK(tare_utf8_is_control((char[]){'\xC2', (char)c, '\0'}) == (c < 0xA0));
    CHECK(!tare_utf8_is_control("\xC3\x80") && !tare_utf8_is_control("\xE2\x80\x8B"));
}

static void test_the_mark_of_utf8_is_three_whole_bytes(void)
{
    CHECK(tare_utf8_mark_length("\xEF\xBB\xBF", 3) == 3);
    CHECK(tare_utf8_mark_length("\xEF\xBB\xBFx", 4) == 3);
    CHECK(tare_utf8_mark_length("\xEF\xBB\xBF", 2) == 0);
    CHECK(tare_utf8_mark_length("\xEF\xBB\xBE", 3) == 0 && tare_utf8_mark_length("", 0) == 0);
}

static void test_every_character_is_decoded_but_surrogates(void)
{
    unsigned n_refused = 0;
    for (uint32_t character = 0; character <= 0x110000; ++character) {
        char bytes[4];
        uint32_t decoded = 0;
        const size_t n = tare_utf8_encode(character, bytes);
        if (tare_utf8_decode(bytes, n, &decoded) != n || decoded != character)
            ++n_refused;
    }
    CHECK(n_refused == 0x800 + 1); /* and the first one beyond Unicode */
}

static void test_reports_tell_all_they_were_given(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    tare_report(&reporter, TARE_WARNING, "file", 3, 14, "%s is %d", "it", 7);
    CHECK(seen.n == 1 && seen.severity == TARE_WARNING);
    CHECK_STR(seen.last, "file:3:14: it is 7");
}

static void keep_length(void* data, const TareReport* report)
{
    *(size_t*)data = strlen(report->message);
}

static void test_messages_beyond_2047_bytes_are_cut(void)
{
    size_t length = 0;
    const TareReporter reporter = {keep_length, &length};
    tare_report(&reporter, TARE_NOTE, NULL, 0, 0, "%2047d", 1);
    CHECK(length == 2047);
    tare_report(&reporter, TARE_NOTE, NULL, 0, 0, "%5000d", 1);
    CHECK(length == 2047);
}

int main(void)
{
    RUN(test_grows);
    RUN(test_appending_nothing_gives_an_empty_string);
    RUN(test_failed_allocation_stays_failed);
    RUN(test_copy);
    RUN(test_utf8_there_and_back);
    RUN(test_utf8_borders);
    RUN(test_utf8_decodes);
    RUN(test_spans_equal_texts_of_the_same_bytes_only);
    RUN(test_places_own_copies_of_what_they_were_set_to);
    RUN(test_a_place_is_empty_when_memory_was_short);
    RUN(test_lengths_and_characters_that_cannot_be_fail_the_text);
    RUN(test_a_character_cut_short_at_the_end_is_dropped);
    RUN(test_control_characters_are_those_of_ascii_and_latin_1);
    RUN(test_the_mark_of_utf8_is_three_whole_bytes);
    RUN(test_every_character_is_decoded_but_surrogates);
    RUN(test_reports_tell_all_they_were_given);
    RUN(test_messages_beyond_2047_bytes_are_cut);
    return check_done();
}
