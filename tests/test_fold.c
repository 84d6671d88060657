/* Names folded to what counts, letter by letter. */

#include "base/text.h"
#include "base/utf8.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "names/fold.h"

static void check_words(const char* name, const char* wanted)
{
    TareText words = {0};
    tare_fold_words(&words, name);
    CHECK_STR(words.data, wanted);
    CHECK(words.length == strlen(wanted));
    tare_text_clear(&words);
}

static void test_every_letter_with_an_accent_loses_it(void)
{
    static const struct {
        const char* name;
        const char* wanted;
    } rows[] = {
        {"ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "aaaaaaaaaaaaaaaaaa"},
        {"ÇçĆćĈĉĊċČč", "cccccccccc"},
        {"ĎďĐđÐð", "dddddd"},
        {"ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "eeeeeeeeeeeeeeeeee"},
        {"ĜĝĞğĠġĢģ", "gggggggg"},
        {"ĤĥĦħ", "hhhh"},
        {"ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "iiiiiiiiiiiiiiiiii"},
        {"ĴĵĶķ", "jjkk"},
        {"ĹĺĻļĽľĿŀŁł", "llllllllll"},
        {"ÑñŃńŅņŇňŉ", "nnnnnnnnn"},
        {"ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "oooooooooooooooooo"},
        {"ŔŕŖŗŘř", "rrrrrr"},
        {"ŚśŜŝŞşŠšſ", "sssssssss"},
        {"ŢţŤťŦŧ", "tttttt"},
        {"ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "uuuuuuuuuuuuuuuuuuuu"},
        {"ŴŵÝýÿŶŷŸ", "wwyyyyyy"},
        {"ŹźŻżŽž", "zzzzzz"},
        {"ÆæŒœĲĳÞþß", "aeaeoeoeijijththss"},
        {"ĸŊŋ", "ĸŊŋ"}, /* these are like no other letter */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i)
        check_words(rows[i].name, rows[i].wanted);
}

static void test_words_change_where_letters_digits_and_plus_meet(void)
{
    check_words("a1+b2", "a 1 + b 2");
    check_words("++", "++");
    check_words("a + b", "a + b");
    check_words("12ab34", "12 ab 34");
    check_words("-a-", "a");
    check_words("a__b", "a b");
}

static void test_full_width_forms_are_ascii(void)
{
    check_words("ＨＤ６５０＋", "hd 650 +");
    check_words("ａ－ｂ！", "a b");
    check_words("\xEF\xBC\x81", "");             /* U+FF01, the first */
    check_words("\xEF\xBD\x9E", "");             /* U+FF5E, the last */
    check_words("\xEF\xBD\xA1", "\xEF\xBD\xA1"); /* U+FF61 is none any more */
}

static void test_an_accent_of_its_own_ends_no_word(void)
{
    check_words("e\xCC\x81t", "et");
    check_words("4\xCC\x81"
                "2",
                "42");
    check_words("\xCC\x81"
                "a",
                "a");
    check_words("a \xCC\x81"
                "b",
                "a b");
    check_words("e\xCC\x80\xCD\xAFx", "ex"); /* U+0300 and U+036F */
}

/** Whether a character by itself parts the letters around it. */
static bool parts(uint32_t character)
{
    char name[8] = "a";
    TareText words = {0};
    const size_t n = tare_utf8_encode(character, name + 1);
    strcpy(name + 1 + n, "b");
    tare_fold_words(&words, name);
    const bool is_parted = words.data && strcmp(words.data, "a b") == 0;
    tare_text_clear(&words);
    return is_parted;
}

static void test_marks_beyond_ascii_part_words_up_to_their_borders(void)
{
    static const uint32_t ranges[][2] = {{0x80, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},
                                         {0x2000, 0x2BFF}, {0x3000, 0x3004}, {0xFE00, 0xFE0F},
                                         {0xFEFF, 0xFEFF}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; ++i) {
        CHECK(parts(ranges[i][0]) && parts(ranges[i][1]));
        CHECK(ranges[i][0] == 0x80 || !parts(ranges[i][0] - 1));
        CHECK(!parts(ranges[i][1] + 1));
    }
}

static void test_other_scripts_stay_as_they_are(void)
{
    check_words("水月雨 Aria2", "水月雨 aria 2");
    check_words("水a", "水a");
    check_words("\xF0\x9F\x8E\xA7", "\xF0\x9F\x8E\xA7");
}

static void test_cyrillic_capitals_become_small(void)
{
    check_words("Я ЁЖ", "я ёж");
    check_words("Сеннхайзер", "сеннхайзер");
}

static void test_words_are_appended_to_what_is_there(void)
{
    TareText words = {0};
    tare_text_append(&words, "x ", 2);
    tare_fold_words(&words, "HD650");
    CHECK_STR(words.data, "x hd 650");
    tare_text_clear(&words);
}

static void check_joined(const char* words, const char* wanted)
{
    TareText joined = {0};
    tare_fold_join(&joined, words);
    CHECK_STR(joined.data, wanted);
    tare_text_clear(&joined);
}

static void test_joined_words_have_no_blanks(void)
{
    check_joined("hd 650 s", "hd650s");
    check_joined("a", "a");
    check_joined("", "");
    check_joined("a b ", "ab");
}

static void test_short_memory_fails_the_text(void)
{
    for (unsigned n = 1;; ++n) {
        TareText words = {0}, joined = {0};
        failing_malloc_start(n);
        tare_fold_words(&words, "a name of more bytes than a text takes at first, so it must grow");
        tare_fold_join(&joined, words.failed ? "a" : words.data);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((words.failed || joined.failed) == (n_asked >= n));
        tare_text_clear(&words);
        tare_text_clear(&joined);
        if (n_asked < n)
            break;
    }
}

static void test_folding_any_bytes_gives_utf8_that_folds_to_itself(void)
{
    uint64_t random = 650;
    for (unsigned round = 0; round < 5000; ++round) {
        char name[24];
        const size_t n = noise_below(&random, sizeof name);
        for (size_t i = 0; i < n; ++i)
            name[i] = (char)(1 + noise_below(&random, 255));
        name[n] = '\0';
        TareText words = {0};
        tare_fold_words(&words, name);
        REQUIRE(words.data != NULL);
        CHECK(words.length <= 2 * n);
        CHECK(tare_utf8_is_valid(words.data, words.length, NULL));
        CHECK(strstr(words.data, "  ") == NULL && words.data[0] != ' ');
        check_words(words.data, words.data);
        tare_text_clear(&words);
    }
}

int main(void)
{
    RUN(test_every_letter_with_an_accent_loses_it);
    RUN(test_words_change_where_letters_digits_and_plus_meet);
    RUN(test_full_width_forms_are_ascii);
    RUN(test_an_accent_of_its_own_ends_no_word);
    RUN(test_marks_beyond_ascii_part_words_up_to_their_borders);
    RUN(test_other_scripts_stay_as_they_are);
    RUN(test_cyrillic_capitals_become_small);
    RUN(test_words_are_appended_to_what_is_there);
    RUN(test_joined_words_have_no_blanks);
    RUN(test_short_memory_fails_the_text);
    RUN(test_folding_any_bytes_gives_utf8_that_folds_to_itself);
    return check_done();
}
