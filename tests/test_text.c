#include "base/text.h"
#include "base/utf8.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"

#include <stdlib.h>

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

int main(void)
{
    RUN(test_grows);
    RUN(test_appending_nothing_gives_an_empty_string);
    RUN(test_failed_allocation_stays_failed);
    RUN(test_copy);
    RUN(test_utf8_there_and_back);
    RUN(test_utf8_borders);
    RUN(test_utf8_decodes);
    return check_done();
}
