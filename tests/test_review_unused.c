/* Nothing is silent: what a text says in figures is either used or told with a reason. */

#include "base/file.h"
#include "base/text.h"
#include "corrections/evidence.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/fact.h"
#include "review/figures.h"

#include <stdlib.h>

static void check_left_out(const char* words, const char* wanted, TareReason reason)
{
    TareReview review;
    bool is_found = false;
    REQUIRE(review_fixture_say(&review, words) == TARE_OK);
    for (size_t i = 0; i < review.n_left_out; ++i) {
        const TareLeftOut* const left_out = &review.left_out[i];
        is_found = is_found || (!strcmp(left_out->text, wanted) && left_out->reason == reason);
    }
    if (!is_found)
        for (size_t i = 0; i < review.n_left_out; ++i)
            fprintf(stderr, "%s: %s\n", review.left_out[i].text,
                    tare_reason_words(review.left_out[i].reason));
    CHECK(is_found);
    tare_review_clear(&review);
}

/** A place whose gain nobody tells. */
static void test_places_without_size(void)
{
    check_left_out("Additional peaks are found around 9 kHz.",
                   "Additional peaks are found around 9 kHz", TARE_REASON_NO_SIZE);
    check_left_out("A +6 dB peak stands at 5 kHz. A roll-off above 12 kHz follows.",
                   "A roll-off above 12 kHz follows", TARE_REASON_NO_SIZE);
    check_left_out("A +6 dB peak stands at 5 kHz, with another near 9 kHz.",
                   "with another near 9 kHz", TARE_REASON_NO_SIZE);
    check_left_out("Consider equalizing the 6-10 kHz region.",
                   "Consider equalizing the 6-10 kHz region", TARE_REASON_NO_SIZE);
    check_left_out("Peaks at 6, 8 and 11 kHz are audible.", "Peaks at 6, 8 and 11 kHz are audible",
                   TARE_REASON_NO_SIZE);
    check_left_out("The HX-400 has a peak near 9 kHz.", "The HX-400 has a peak near 9 kHz",
                   TARE_REASON_ANOTHER);
    check_left_out("The ANC works best at 100 Hz.", "The ANC works best at 100 Hz",
                   TARE_REASON_ISOLATION);
}

/** Figures of another kind. */
static void test_other_figures(void)
{
    check_left_out("It is specified for 5 Hz-50 kHz.", "It is specified for 5 Hz-50 kHz",
                   TARE_REASON_BANDWIDTH);
    check_left_out("It samples at 96 kHz.", "It samples at 96 kHz", TARE_REASON_BANDWIDTH);
    check_left_out("It reaches 108 dB/mW.", "It reaches 108 dB/mW", TARE_REASON_LEVEL);
    check_left_out("It is within \xc2\xb1"
                   "3 dB at 5 kHz.",
                   "It is within \xc2\xb1"
                   "3 dB at 5 kHz",
                   TARE_REASON_PLUS_MINUS);
}

/** What is neither a place nor a level is no matter of ours. */
static void test_other_numbers(void)
{
    static const char* const words[] = {"It costs 300 USD.", "It weighs 250 g.",
                                        "It has 32 ohms and 40 mm drivers.", "Rated 4.5 of 5.",
                                        "Its bass is strong."};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
        TareReview review;
        REQUIRE(review_fixture_say(&review, words[i]) == TARE_OK);
        CHECK(!review.n_left_out && !review.n_facts);
        tare_review_clear(&review);
    }
}

/** A quick look finds whatever could be a figure. */
static void test_quick_look(void)
{
    static const char* const with[] = {
        "5 dB",     "5DB",    "3 decibels", "Decibel", "50 hz",
        "50 Hertz", "cut 3k", "at 5 K",     "5\nk",    "\xef\xbc\x95\xef\xbd\x8b"};
    static const char* const without[] = {"",    "d",      "deci",  "h",    "k",
                                          "a k", "5 hats", "dub 5", "1 000"};
    for (size_t i = 0; i < sizeof with / sizeof *with; ++i)
        CHECK(tare_figures_may_be_in(with[i], strlen(with[i])));
    for (size_t i = 0; i < sizeof without / sizeof *without; ++i)
        CHECK(!tare_figures_may_be_in(without[i], strlen(without[i])));
    CHECK(!tare_figures_may_be_in("5 dB", 3));
}

/** All that a review quotes, used or not. */
static void append_quotes(TareText* text, const TareReview* review)
{
    for (size_t i = 0; i < review->n_facts; ++i)
        tare_text_format(text, "%s\n", review->facts[i].evidence.text);
    for (size_t i = 0; i < review->n_left_out; ++i)
        tare_text_format(text, "%s\n", review->left_out[i].text);
}

/** The first figure in decibels or Hertz of a text that is in no quote; NULL when all are. */
static const char* find_silent(const char* text, const char* quotes)
{
    for (const char* c = text; *c; ++c) {
        const size_t n_number = strspn(c, "0123456789.");
        const char* const unit = c + n_number + (n_number && c[n_number] == ' ');
        const size_t n_kilo = *unit == 'k';
        const bool is_figure =
            n_number && (!strncmp(unit, "dB", 2) || !strncmp(unit + n_kilo, "Hz", 2));
        if (!is_figure) {
            c += n_number ? n_number - 1 : 0;
            continue;
        }
        static char figure[64];
        snprintf(figure, sizeof figure, "%.*s", (int)(unit + n_kilo + 2 - c), c);
        if (!strstr(quotes, figure))
            return figure;
        c = unit;
    }
    return NULL;
}

static void check_nothing_is_silent(const char* words)
{
    TareReview review;
    TareText quotes = {0};
    REQUIRE(review_fixture_say(&review, words) == TARE_OK);
    tare_text_append(&quotes, "", 0);
    append_quotes(&quotes, &review);
    const char* const silent = find_silent(words, quotes.data);
    if (silent)
        fprintf(stderr, "%s: nothing is said of %s\n", words, silent);
    CHECK(!silent);
    tare_text_clear(&quotes);
    tare_review_clear(&review);
}

static void test_no_figure_is_silent(void)
{
    char* text = NULL;
    size_t length = 0, n_sentences = 0;
    REQUIRE(tare_file_read(review_fixture_path("sentences.tsv"), 1u << 20, &text, &length, NULL) ==
            TARE_OK);
    for (char* line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        const char* const tab = strchr(line, '\t');
        if (line[0] == '#' || !tab)
            continue;
        check_nothing_is_silent(tab + 1);
        ++n_sentences;
    }
    CHECK(n_sentences >= 400);
    free(text);
}

int main(void)
{
    RUN(test_places_without_size);
    RUN(test_other_figures);
    RUN(test_other_numbers);
    RUN(test_quick_look);
    RUN(test_no_figure_is_silent);
    return check_done();
}
