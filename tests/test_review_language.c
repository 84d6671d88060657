/* What texts mean: the tables in tests/data/reviews, and some that ask for more than filters.
 */

#include "base/file.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "helpers/review_sentence.h"
#include "review/fact.h"

#include <stdlib.h>

/** Puts a line feed in the place of each "\\n". */
static void break_lines(char* text)
{
    char* out = text;
    for (; *text; ++text) {
        const bool is_break = text[0] == '\\' && text[1] == 'n';
        *out++ = is_break ? '\n' : *text;
        text += is_break;
    }
    *out = '\0';
}

static void check_sentence(const char* wanted, const char* sentence)
{
    CHECK(review_gives(sentence, wanted));
}

/** Checks each line of a table; returns how many there are. */
static size_t check_table(const char* name, bool (*gives)(const char*, const char*))
{
    char* text = NULL;
    size_t length = 0, n_sentences = 0;
    if (tare_file_read(review_fixture_path(name), 1u << 20, &text, &length, NULL) != TARE_OK)
        return 0;
    for (char* line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        char* const tab = strchr(line, '\t');
        if (line[0] == '#' || !tab)
            continue;
        *tab = '\0';
        break_lines(tab + 1);
        CHECK(gives(tab + 1, line));
        ++n_sentences;
    }
    free(text);
    return n_sentences;
}

static void test_sentences(void)
{
    CHECK(check_table("sentences.tsv", review_gives) >= 400);
}

/** What an equaliser is set to, in words, lists, tables and lines of its language. */
static void test_settings(void)
{
    CHECK(check_table("settings.tsv", review_gives) >= 300);
}

/** Whole notes of figures. */
static void test_notes(void)
{
    CHECK(check_table("notes.tsv", review_note_gives) >= 25);
}

/** The same words in other characters say the same. */
static void test_characters_do_not_count(void)
{
    static const char* const same[] = {
        "There is a -6 dB dip around 5 kHz.",
        "There is a \xe2\x88\x92"
        "6 dB dip around 5 kHz.", /* minus sign */
        "There is a \xe2\x80\x93"
        "6 dB dip around 5 kHz.", /* en dash */
        "There is a -6\xc2\xa0"
        "dB dip around 5\xe2\x80\xaf"
        "kHz.", /* no-break blanks */
        "There is a -6dB dip around 5kHz.",
        "There is a -6 db dip around 5 Khz.",
        "There is a **-6 dB** dip around **5 kHz**.",
        "There is a -6 dB dip around 5,000 Hz.",
        "There is a -6 dB dip around 5\xe2\x80\x89"
        "000 Hz.", /* thin blank */
        "There is a \xe2\x89\x88"
        "-6 dB dip around ~5 kHz [1][2].",
        "There is a -6 dB\ndip around\n5 kHz.",
        "There is a \xef\xbc\x8d\xef\xbc\x96 dB dip around 5 kHz\xe3\x80\x82", /* full width */
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; ++i)
        check_sentence("P5000:+6", same[i]);
}

static void test_ranges_and_intervals(void)
{
    check_sentence("P5000:-5", "A 4-6 dB peak at 5 kHz.");
    check_sentence("P5000:-5", "A +4 to +6 dB peak at 5 kHz.");
    check_sentence("P5000:-5", "A +4\xe2\x80\x93"
                               "6dB peak at 5 kHz.");
    check_sentence("P5000:+5", "A -4 to -6 dB dip at 5 kHz.");
    check_sentence("P4000:-5", "A 5 dB peak at 2-8 kHz.");
    check_sentence("P4000:-5", "A 5 dB peak at 2kHz-8kHz.");
    check_sentence("P4000:-5", "A 5 dB peak between 2 and 8 kHz.");
    check_sentence("-", "A -2 to +2 dB wobble at 5 kHz.");
    check_sentence("-", "A +0/-3 dB figure at 5 kHz.");
    check_sentence("L100:-5", "A 5 dB rise from 20 Hz to 100 Hz.");
    check_sentence("H8000:-5", "A 5 dB rise from 8 kHz to 20 kHz.");
    check_sentence("-", "A 5 dB rise across 20 Hz to 20 kHz.");
}

/** A range gives its width to the filter: f / (hi - lo). */
static void test_q_of_a_range(void)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, "A 5 dB peak at 2-8 kHz.") == TARE_OK);
    REQUIRE(review.n_filters == 1);
    CHECK_NEAR(review.filters[0].q, 4000.0 / 6000.0, 1e-9);
    CHECK(!review.facts[0].is_q_stated);
    tare_review_clear(&review);
}

/** One octave is Q 1.414 (1 / (2 sinh(ln 2 / 2))), a third of it 4.318. */
static void test_q_of_octaves(void)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, "A 5 dB dip at 2 kHz, one octave wide.") == TARE_OK);
    REQUIRE(review.n_filters == 1);
    CHECK_NEAR(review.filters[0].q, 1.4142, 0.0005);
    CHECK(review.facts[0].is_q_stated);
    tare_review_clear(&review);
    REQUIRE(review_fixture_say(&review, "A 5 dB dip at 2 kHz, 1/3 octave wide.") == TARE_OK);
    REQUIRE(review.n_filters == 1);
    CHECK_NEAR(review.filters[0].q, 4.318, 0.001);
    tare_review_clear(&review);
}

static void check_advice(bool wanted, const char* sentence)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, sentence) == TARE_OK);
    REQUIRE(review.n_facts == 1);
    CHECK(review.facts[0].is_advice == wanted);
    tare_review_clear(&review);
}

static void test_advice_is_told_from_fault(void)
{
    check_advice(true, "Use an equalizer adjustment of -6 dB at 5 kHz.");
    check_advice(true, "The 5 kHz peak requires a 6 dB correction.");
    check_advice(true, "It requires +3 dB at 100 Hz.");
    check_advice(true, "Cut 4 dB at 5 kHz for a smoother treble.");
    check_advice(true, "Users should attenuate the 5 kHz peak by 4 dB.");
    check_advice(true, "A 4 dB cut at 5 kHz with parametric EQ helps.");
    check_advice(true, "AutoEq prescribes -6 dB at 5 kHz.");
    check_advice(false, "The AutoEq data shows a response of -6 dB at 5 kHz.");
    check_advice(false, "The peak was tamed to +3 dB at 5 kHz.");
    check_advice(false, "A +6 dB peak at 5 kHz requires correction.");
    check_advice(false, "It requires awareness of its 6 dB peak at 5 kHz.");
    check_advice(false, "Without EQ there is a +6 dB peak at 5 kHz.");
}

static void check_reason(TareReason wanted, const char* sentence)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, sentence) == TARE_OK);
    REQUIRE(review.n_left_out == 1);
    CHECK(review.left_out[0].reason == wanted);
    CHECK(review.left_out[0].line == 8);
    tare_review_clear(&review);
}

static void test_reasons(void)
{
    check_reason(TARE_REASON_PLUS_MINUS, "It is within \xc2\xb1"
                                         "3 dB at 5 kHz.");
    check_reason(TARE_REASON_ISOLATION, "It isolates 20 dB at 1 kHz.");
    check_reason(TARE_REASON_ANOTHER, "The HX-400 has a +6 dB peak at 5 kHz.");
    check_reason(TARE_REASON_NO_DIRECTION, "It deviates 6 dB at 5 kHz.");
    check_reason(TARE_REASON_NO_FREQUENCY, "It has a +6 dB peak.");
    check_reason(TARE_REASON_CONTRADICTION, "It has a +6 dB dip at 5 kHz.");
    check_reason(TARE_REASON_DECAY, "The waterfall shows -6 dB at 5 kHz.");
    check_reason(TARE_REASON_DOUBTFUL, "It benefits from a low shelf of +5 dB at 80 Hz.");
    check_reason(TARE_REASON_SLOPE, "It falls 6 dB from 2 to 5 kHz.");
}

static void check_second_reason(TareReason wanted, const char* text)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, text) == TARE_OK);
    CHECK(review.n_filters == 0);
    REQUIRE(review.n_left_out == 2);
    CHECK(review.left_out[0].reason == wanted && review.left_out[1].reason == wanted);
    tare_review_clear(&review);
}

/** Nobody can tell which of them is right: both are told, none is used. */
static void test_opposites(void)
{
    check_second_reason(TARE_REASON_OPPOSITE,
                        "There is a 6 dB peak at 5 kHz. Boost 5 kHz by 6 dB.");
    check_second_reason(TARE_REASON_OPPOSITE,
                        "There is a 6 dB peak at 5 kHz. A dip of 4 dB is seen at 5.1 kHz.");
    check_second_reason(TARE_REASON_OPPOSITE,
                        "You should cut 5 kHz by 3 dB. I boost 5 kHz by 3 dB.");
}

static void test_each_reason_has_words_of_its_own(void)
{
    CHECK(!tare_reason_words(TARE_REASON_NONE) && !tare_reason_words(TARE_N_REASONS));
    for (unsigned i = 1; i < TARE_N_REASONS; ++i) {
        REQUIRE(tare_reason_words((TareReason)i) != NULL);
        for (unsigned k = 1; k < i; ++k)
            CHECK(strcmp(tare_reason_words((TareReason)i), tare_reason_words((TareReason)k)) != 0);
    }
}

int main(void)
{
    RUN(test_sentences);
    RUN(test_settings);
    RUN(test_notes);
    RUN(test_characters_do_not_count);
    RUN(test_ranges_and_intervals);
    RUN(test_q_of_a_range);
    RUN(test_q_of_octaves);
    RUN(test_advice_is_told_from_fault);
    RUN(test_reasons);
    RUN(test_opposites);
    RUN(test_each_reason_has_words_of_its_own);
    return check_done();
}
