/* Brand and model of a product, and both as part of an id. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "names/product_name.h"

#include <stdlib.h>

static void check_slug(const char* name, const char* wanted)
{
    char* const slug = tare_product_name_slug(name);
    CHECK_STR(slug, wanted);
    free(slug);
}

static void test_letters_and_digits_stay_and_gaps_become_one_dash(void)
{
    check_slug("Sony MDR-EX1000", "sony-mdr-ex1000");
    check_slug("  a  -_/.  b  ", "a-b");
    check_slug("AZaz09", "azaz09");
    check_slug("(a)", "a");
    check_slug("", "");
    check_slug(" -/ ", "");
}

static void test_an_apostrophe_leaves_no_gap(void)
{
    check_slug("Grado's Best", "grados-best");
    check_slug("'n'", "n");
}

static void test_a_plus_is_a_word(void)
{
    check_slug("Motion+", "motion-plus");
    check_slug("+", "plus");
    check_slug("A++B", "a-plus-plus-b");
    check_slug("A + B", "a-plus-b");
}

static void test_every_letter_of_latin_1_has_its_nearest(void)
{
    static const char* const wanted[] = {"aaaaaa", "aeceeeeiiii", "dnooooo", "o", "uuuuythss",
                                         "aaaaaa", "aeceeeeiiii", "dnooooo", "o", "uuuuythy"};
    static const char* const names[] = {"ÀÁÂÃÄÅ", "ÆÇÈÉÊËÌÍÎÏ", "ÐÑÒÓÔÕÖ", "×Ø", "ÙÚÛÜÝÞß",
                                        "àáâãäå", "æçèéêëìíîï", "ðñòóôõö", "÷ø", "ùúûüýþÿ"};
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i)
        check_slug(names[i], wanted[i]);
}

static void test_letters_beyond_latin_1_become_their_numbers(void)
{
    check_slug("Ā", "u100");
    check_slug("水月雨 Aria", "u6c34u6708u96e8-aria");
    check_slug("\xF0\x9F\x8E\xA7", "u1f3a7");
    check_slug("\xE2\x81\xB0", "u2070"); /* the first one behind the punctuation */
}

static void test_punctuation_beyond_ascii_is_a_gap(void)
{
    check_slug("a\xE2\x80\x80z", "a-z"); /* U+2000 */
    check_slug("a\xE2\x80\x93z", "a-z");
    check_slug("a\xE2\x81\xAFz", "a-z"); /* U+206F */
    check_slug("a\xC2\xA0z", "a-z");
    check_slug("a\xC2\xBFz", "a-z");
}

static void test_bytes_that_are_no_utf8_are_gaps(void)
{
    check_slug("a\xFFz", "a-z");
    check_slug("a\xC3", "a");
    check_slug("\xE2\x82z", "z");
}

static void check_split(const char* name, const char* company, const char* brand, const char* model)
{
    const char* brand_found = NULL;
    const char* model_found = NULL;
    CHECK(tare_product_name_split(name, company, &brand_found, &model_found));
    CHECK_STR(brand_found, brand);
    CHECK_STR(model_found, model);
    free((char*)brand_found);
    free((char*)model_found);
}

static void test_the_brand_is_as_many_words_as_the_company_stands_for(void)
{
    check_split("Sony MDR-EX1000", "sony", "Sony", "MDR-EX1000");
    check_split("Audio Technica ATH-M50x", "audio-technica", "Audio Technica", "ATH-M50x");
    check_split("Bowers & Wilkins PX7 S2", "bowers-wilkins", "Bowers & Wilkins", "PX7 S2");
    check_split("64 Audio U12t", "64-audio", "64 Audio", "U12t");
}

static void test_without_a_fitting_company_the_first_word_is_the_brand(void)
{
    check_split("Audio Technica ATH-M50x", NULL, "Audio", "Technica ATH-M50x");
    check_split("Audio Technica ATH-M50x", "", "Audio", "Technica ATH-M50x");
    check_split("Audio Technica ATH-M50x", "sony", "Audio", "Technica ATH-M50x");
    check_split("Sonys MDR", "sony", "Sonys", "MDR");
}

static void test_a_brand_told_twice_is_dropped_once(void)
{
    check_split("Sony Sony MDR", "sony", "Sony", "MDR");
    check_split("Sony Sony Sony MDR", "sony", "Sony", "Sony MDR");
    check_split("Sony SONY  MDR", "sony", "Sony", "MDR");
    check_split("Focal JMlab Focal JMlab X", "focal-jmlab", "Focal JMlab", "X");
    check_split("Sony Sony", "sony", "Sony", "Sony"); /* then it is the model */
    check_split("Sony Sony MDR", NULL, "Sony", "Sony MDR");
}

static void test_one_word_is_brand_and_model(void)
{
    check_split("Sony", "sony", "Sony", "Sony");
    check_split("Sony  ", "sony", "Sony", "Sony  ");
    check_split("Sony", NULL, "Sony", "Sony");
}

static void test_blanks_around_words_do_not_count(void)
{
    check_split("  Sony   MDR  X", "sony", "Sony", "MDR  X");
    check_split("   Sony   MDR", NULL, "Sony", "MDR");
}

static void test_a_name_of_nothing_has_no_brand(void)
{
    check_split("", "sony", NULL, "");
    check_split("   ", NULL, NULL, "");
}

static void test_each_allocation_may_fail(void)
{
    for (unsigned n = 1;; ++n) {
        const char* brand = NULL;
        const char* model = NULL;
        failing_malloc_start(n);
        char* const slug = tare_product_name_slug("Āb very long name, longer than the first room "
                                                  "that a text has, which is only 64 bytes");
        const bool is_split = tare_product_name_split("A B A B C", "a-b", &brand, &model);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((slug && is_split) == (n_asked < n));
        free(slug);
        free((char*)brand);
        free((char*)model);
        if (n_asked < n)
            break;
    }
}

/** Whether a text is lower-case letters and digits with single dashes between them. */
static bool is_slug(const char* text)
{
    bool may_be_dash = false;
    for (; *text; ++text) {
        const bool is_dash = *text == '-';
        const bool is_plain = (*text >= 'a' && *text <= 'z') || (*text >= '0' && *text <= '9');
        if (!is_plain && !(is_dash && may_be_dash && text[1]))
            return false;
        may_be_dash = !is_dash;
    }
    return true;
}

static void test_slugs_of_any_bytes_are_slugs_and_their_own(void)
{
    uint64_t random = 1000;
    for (unsigned round = 0; round < 3000; ++round) {
        char name[20];
        const size_t n = noise_below(&random, sizeof name);
        for (size_t i = 0; i < n; ++i)
            name[i] = (char)(1 + noise_below(&random, round % 2 ? 255 : 127));
        name[n] = '\0';
        char* const slug = tare_product_name_slug(name);
        REQUIRE(slug != NULL);
        CHECK(is_slug(slug));
        check_slug(slug, slug);
        free(slug);
    }
}

int main(void)
{
    RUN(test_letters_and_digits_stay_and_gaps_become_one_dash);
    RUN(test_an_apostrophe_leaves_no_gap);
    RUN(test_a_plus_is_a_word);
    RUN(test_every_letter_of_latin_1_has_its_nearest);
    RUN(test_letters_beyond_latin_1_become_their_numbers);
    RUN(test_punctuation_beyond_ascii_is_a_gap);
    RUN(test_bytes_that_are_no_utf8_are_gaps);
    RUN(test_the_brand_is_as_many_words_as_the_company_stands_for);
    RUN(test_without_a_fitting_company_the_first_word_is_the_brand);
    RUN(test_a_brand_told_twice_is_dropped_once);
    RUN(test_one_word_is_brand_and_model);
    RUN(test_blanks_around_words_do_not_count);
    RUN(test_a_name_of_nothing_has_no_brand);
    RUN(test_each_allocation_may_fail);
    RUN(test_slugs_of_any_bytes_are_slugs_and_their_own);
    return check_done();
}
