/* Makers' names in texts of reviews, and where a review comes from. */

#include "corrections/catalogue.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/brands.h"
#include "review/fact.h"

/** A catalogue with a correction of each brand; NULL ends the list. */
static TareCatalogue* catalogue_of(const char* const* brands)
{
    TareCatalogue* const catalogue = tare_catalogue_new();
    for (unsigned i = 0; brands[i]; ++i) {
        char text[200];
        const int n =
            snprintf(text, sizeof text, "id a%u/b\nbrand %s\nmodel M\nkind preset\n", i, brands[i]);
        CHECK(tare_catalogue_add_text(catalogue, "t", text, (size_t)n, NULL) == TARE_OK);
    }
    return catalogue;
}

static TareBrands* brands_of(const char* const* names)
{
    TareCatalogue* const catalogue = catalogue_of(names);
    TareBrands* const brands = tare_brands_new(catalogue);
    tare_catalogue_free(catalogue);
    return brands;
}

static void check_length(const TareBrands* brands, const char* text, size_t wanted)
{
    const size_t found = tare_brands_length_at(brands, text, strlen(text));
    if (found != wanted)
        CHECK_STR("another length", text);
}

static void test_brands_are_found_as_people_write_them(void)
{
    static const char* const names[] = {"Audio-Technica", "64 Audio", "Beyerdynamic",
                                        "Bang & Olufsen", "iBasso",   "AKG",
                                        "Moondrop",       "Moondrop", NULL};
    TareBrands* const brands = brands_of(names);
    REQUIRE(brands != NULL);
    check_length(brands, "Audio-Technica has", 14);
    check_length(brands, "Audio Technica", 14);
    check_length(brands, "AUDIO-TECHNICA's", 14);
    check_length(brands, "Audiotechnica.", 13);
    check_length(brands, "Audio technica", 0);
    check_length(brands, "Audio", 0);
    check_length(brands, "64 Audio U12t", 8);
    check_length(brands, "64audio", 7);
    check_length(brands, "beyerdynamic", 0);
    check_length(brands, "beyerDynamic", 0);
    check_length(brands, "Bang & Olufsen", 14);
    check_length(brands, "iBasso 3T", 6);
    check_length(brands, "Ibasso", 6);
    check_length(brands, "AKG,", 3);
    check_length(brands, "Akg", 0);
    check_length(brands, "MoonDrop", 8);
    check_length(brands, "Moondrops", 0);
    check_length(brands, "", 0);
    check_length(NULL, "AKG", 0);
    tare_brands_free(brands);
    tare_brands_free(NULL);
}

static void test_ordinary_words_are_no_brands(void)
{
    static const char* const names[] = {"Drop", "Nothing", "Amazon", "Custom Art", NULL};
    TareBrands* const brands = brands_of(names);
    REQUIRE(brands != NULL);
    check_length(brands, "Drop the treble", 0);
    check_length(brands, "Nothing Ear", 0);
    check_length(brands, "Amazon", 0);
    check_length(brands, "Custom Art FIBAE", 10);
    tare_brands_free(brands);
}

static void test_brands_survive_failed_allocations(void)
{
    static const char* const names[] = {"AKG", "Sony", "Bose", NULL};
    TareCatalogue* const catalogue = catalogue_of(names);
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareBrands* const brands = tare_brands_new(catalogue);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((brands != NULL) == (n_asked < n));
        tare_brands_free(brands);
        if (n_asked < n)
            break;
    }
    tare_catalogue_free(catalogue);
}

static TareStatus say(TareReview* review, const char* words, const TareReviewContext* context)
{
    char text[400];
    const int n = snprintf(text, sizeof text,
                           "---\ntarget_name: \"Acme HX-500\"\ntags: [Headphones]\n---\n"
                           "## Scientific Validity\n\n%s\n",
                           words);
    return tare_review_read_text(review, "a.md", text, (size_t)n, context, NULL);
}

/** What another maker's headphone does is no fault of this one: if the maker is known. */
static void test_reader_sees_other_products_by_given_brands(void)
{
    static const char* const names[] = {"Zorblax", NULL};
    static const char words[] = "The Zorblax has a 6 dB peak at 5 kHz.";
    TareReviewContext context = {.origin = {.name = "x"}};
    TareReview review;
    REQUIRE(say(&review, words, &context) == TARE_OK);
    CHECK(review.n_filters == 1);
    tare_review_clear(&review);
    context.brands = brands_of(names);
    REQUIRE(say(&review, words, &context) == TARE_OK);
    CHECK(review.n_filters == 0 && review.n_left_out == 1);
    CHECK(review.n_left_out && review.left_out[0].reason == TARE_REASON_ANOTHER);
    tare_review_clear(&review);
    tare_brands_free(context.brands);
}

/** Nobody is named whom the caller does not name. */
static void test_origin_is_the_callers(void)
{
    const TareReviewContext context = {.origin = {.name = "blog"}};
    TareReview review;
    REQUIRE(say(&review, "There is a 6 dB peak at 5 kHz.", &context) == TARE_OK);
    CHECK_STR(review.correction.entry.id, "acme-hx-500/blog");
    CHECK_STR(review.correction.entry.author, NULL);
    CHECK_STR(review.correction.entry.source, NULL);
    CHECK_STR(review.correction.entry.licence, NULL);
    tare_review_clear(&review);
}

int main(void)
{
    RUN(test_brands_are_found_as_people_write_them);
    RUN(test_ordinary_words_are_no_brands);
    RUN(test_brands_survive_failed_allocations);
    RUN(test_reader_sees_other_products_by_given_brands);
    RUN(test_origin_is_the_callers);
    return check_done();
}
