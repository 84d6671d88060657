/* The one rule for characters that must not get out: written, appended, made where they stand, and
   escaped in JSON. */

#include "base/plain.h"
#include "base/text.h"
#include "helpers/check.h"

#include <stdlib.h>

enum { MAX_TEXT = 256 };

static void check_text(const char* text, const char* wanted)
{
    char* written = NULL;
    char made[MAX_TEXT];
    size_t length = 0;
    TareText appended = {0};
    FILE* const out = open_memstream(&written, &length);
    REQUIRE(out != NULL && strlen(text) < MAX_TEXT);
    tare_plain_write(out, text);
    fclose(out);
    tare_plain_append(&appended, text);
    strcpy(made, text);
    tare_plain_make(made);
    CHECK_STR(written, wanted);
    CHECK_STR(appended.data, wanted);
    CHECK_STR(made, wanted);
    CHECK(tare_plain_is(text) == !strcmp(text, wanted) && tare_plain_is(wanted));
    tare_text_clear(&appended);
    free(written);
}

static void test_texts_stay_on_their_line(void)
{
    check_text("", "");
    check_text("plain # text", "plain # text");
    check_text("a\nb\r\nc\td", "a b  c d");
    check_text("a\x01\x1f\x7f", "a   ");
    check_text("a\xc2\x85"
               "b",
               "a b"); /* next line */
    check_text("a\u2028b\u2029c", "a b c");
    check_text("caf\u00e9 \u2022 \U0001f3a7 \u6c34\u6708\u96e8",
               "caf\u00e9 \u2022 \U0001f3a7 \u6c34\u6708\u96e8");
}

static void test_what_is_not_seen_is_left_out(void)
{
    static const char* const unseen[] = {
        "\u00ad", "\u034f",     "\u061c",     "\u115f",     "\u17b4",    "\u180e",
        "\u200b", "\u200f",     "\u202a",     "\u202e",     "\u2060",    "\u2066",
        "\u2069", "\u206f",     "\u3164",     "\ufeff",     "\uffa0",    "\ufff9",
        "\uffff", "\U0001bca0", "\U0001d173", "\U000e0001", "\U000e007f"};
    static const char* const seen[] = {"\u00ac", "\u00a0", "\u0301",    "\u2027",
                                       "\u202f", "\u2010", "\u2070",    "\u3163",
                                       "\ufe0f", "\ufffd", "\U000e0100"};
    char text[16];
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; ++i) {
        snprintf(text, sizeof text, "a%sb", unseen[i]);
        check_text(text, "ab");
    }
    for (size_t i = 0; i < sizeof seen / sizeof *seen; ++i)
        check_text(seen[i], seen[i]);
}

static void test_bytes_that_are_no_text(void)
{
    check_text("\xff", "?");
    check_text("a\xc3", "a?");
    check_text("a\xc3z", "a?z");
    check_text("\xe2\x80", "??");
    check_text("\xc0\x80", "??");
    check_text("\xed\xa0\x80", "???"); /* half of a pair */
}

/** Each single byte comes out as itself, as a blank or as "?", and never ends the line. */
static void test_any_byte_keeps_the_line(void)
{
    for (int byte = 1; byte < 256; ++byte) {
        const char text[] = {(char)byte, '\0'};
        const char wanted[] = {(char)(byte >= 0x80                  ? '?'
                                      : byte < 0x20 || byte == 0x7f ? ' '
                                                                    : byte),
                               '\0'};
        check_text(text, wanted);
    }
}

static void test_json_says_the_same_in_escapes(void)
{
    static const struct {
        const char *json, *wanted;
    } cases[] = {{"{\n  \"a\": \"caf\u00e9\"\n}", "{\n  \"a\": \"caf\u00e9\"\n}"},
                 {"\"a\u202eb\u2028c\"", "\"a\\u202eb\\u2028c\""},
                 {"\"\x7f\xc2\x85\ufeff\"", "\"\\u007f\\u0085\\ufeff\""},
                 {"\"\U000e0041\"", "\"\\udb40\\udc41\""},
                 {"", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        TareText text = {0};
        tare_plain_append_json(&text, cases[i].json);
        CHECK_STR(text.data, cases[i].wanted);
        tare_text_clear(&text);
    }
}

int main(void)
{
    RUN(test_texts_stay_on_their_line);
    RUN(test_what_is_not_seen_is_left_out);
    RUN(test_bytes_that_are_no_text);
    RUN(test_any_byte_keeps_the_line);
    RUN(test_json_says_the_same_in_escapes);
    return check_done();
}
