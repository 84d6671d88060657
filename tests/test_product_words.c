/* The words of names of products in one writing. */

#include "base/text.h"
#include "helpers/check.h"
#include "names/product_words.h"

#include <stdlib.h>

static void check_words(const char* name, const char* expected)
{
    TareText words = {0};
    tare_product_words_set(&words, name);
    CHECK(!words.failed);
    CHECK_STR(words.data, expected);
    tare_text_clear(&words);
}

static void test_numbers_have_one_writing(void)
{
    check_words("Quasar III", "quasar 3");
    check_words("Quasar-3", "quasar 3");
    check_words("Nova Plus", "nova +");
    check_words("Nova+", "nova +");
    check_words("Lyra V", "lyra v"); /* a letter of a code */
    check_words("", "");
    check_words("---", "");
}

static void test_marks_have_one_writing(void)
{
    check_words("Orion MkII", "orion mk 2");
    check_words("Orion Mk 2", "orion mk 2");
    check_words("Orion Mark II", "orion mk 2");
    check_words("Orion MarkIII", "orion mk 3");
    check_words("Orion Markham", "orion markham");
}

static void test_generations_have_one_writing(void)
{
    check_words("2nd Gen", "gen 2");
    check_words("2nd generation", "gen 2");
    check_words("2nd", "gen 2");
    check_words("Gen 2", "gen 2");
    check_words("Pod Generation 2", "pod gen 2");
    check_words("Q7 3rd", "q 7 gen 3");
}

static void test_codes_are_no_generations(void)
{
    check_words("ZX800ST", "zx 800 st");
    check_words("ZX-M1ST", "zx m 1 st");
    check_words("5nd", "5 nd");
    check_words("Gen", "gen");
}

static void check_maker(const char* name, const char* expected)
{
    TareText words = {0};
    tare_product_words_set(&words, name);
    tare_product_words_end_maker(&words);
    CHECK_STR(words.data, expected);
    tare_text_clear(&words);
}

static void test_what_makers_add_to_their_names(void)
{
    check_maker("Boreal Audio", "boreal");
    check_maker("Boreal Acoustics", "boreal");
    check_maker("Audio", "audio");
    check_maker("Audio Boreal", "audio boreal");
    check_maker("Borealaudio", "borealaudio");
    check_maker("Boreal Labs", "boreal labs");
    check_maker("", "");
}

static void check_model(const char* name, size_t maker, const char* expected)
{
    TareText words = {0};
    tare_product_words_set(&words, name);
    tare_product_words_begin_model(&words, maker);
    CHECK_STR(words.data, expected);
    tare_text_clear(&words);
}

static void test_what_stands_between_maker_and_model(void)
{
    check_model("Boreal Boreal X9", 6, "boreal x 9");
    check_model("Boreal Audio Boreal Aura", 6, "boreal aura");
    check_model("Boreal x Somebody Aura", 6, "boreal somebody aura");
    check_model("Boreal + Somebody Aura", 6, "boreal somebody aura");
    check_model("Boreal X1", 6, "boreal x 1");
    check_model("Boreal X", 6, "boreal x");
    check_model("Boreal Boreal", 6, "boreal boreal");
    check_model("Boreal Audio", 6, "boreal audio");
    check_model("Boreal Borealis", 6, "boreal borealis");
    check_model("Boreal", 6, "boreal");
}

static void check_key(const char* name, const char* expected)
{
    TareText words = {0}, key = {0};
    tare_product_words_set(&words, name);
    tare_product_words_join(&key, words.data);
    CHECK_STR(key.data, expected);
    tare_text_clear(&words);
    tare_text_clear(&key);
}

static void test_numbers_do_not_grow_together(void)
{
    check_key("HX 25 II", "hx25.2");
    check_key("HX 252", "hx252");
    check_key("HX25-II", "hx25.2");
    check_key("", "");
}

static void test_beginnings(void)
{
    CHECK(tare_product_words_length("hx 25 pro", "hx25") == 5);
    CHECK(tare_product_words_length("hx 25", "hx25") == 5);
    CHECK(tare_product_words_length("hx 250", "hx25") == 0);
    CHECK(tare_product_words_length("hx", "hx25") == 0);
    CHECK(tare_product_words_length("h x 25", "hx") == 3);
}

int main(void)
{
    RUN(test_numbers_have_one_writing);
    RUN(test_marks_have_one_writing);
    RUN(test_generations_have_one_writing);
    RUN(test_codes_are_no_generations);
    RUN(test_what_makers_add_to_their_names);
    RUN(test_what_stands_between_maker_and_model);
    RUN(test_numbers_do_not_grow_together);
    RUN(test_beginnings);
    return check_done();
}
