/* Which gain of a sentence belongs to which frequency: lists, brackets, marks and comparisons. */

#include "helpers/check.h"
#include "helpers/review_sentence.h"
#include "review/joints.h"
#include "review/lists.h"
#include "review/normalise.h"
#include "review/orphans.h"
#include "review/pairs.h"
#include "review/sentences.h"
#include "review/ties.h"
#include "review/token.h"

typedef struct {
    const char* filters;
    const char* sentence;
} Case;

static void check_cases(const Case* cases, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        CHECK(review_gives(cases[i].sentence, cases[i].filters));
}

#define CHECK_CASES(cases) check_cases((cases), sizeof(cases) / sizeof *(cases))

static void test_each_gain_has_its_place(void)
{
    static const Case cases[] = {
        {"P3000:-6 P9000:+4", "A 6 dB peak at 3 kHz and a 4 dB dip at 9 kHz."},
        {"P3000:-6 P9000:+4", "At 3 kHz there is a 6 dB peak, at 9 kHz a 4 dB dip."},
        {"P3000:-6 P9000:-4", "Peaks at 3 kHz (6 dB) and 9 kHz (4 dB)."},
        {"P3000:-6 P9000:-4", "Peaks: 6 dB at 3 kHz; 4 dB at 9 kHz."},
        {"P3000:-6 P9000:-6", "There are 6 dB peaks at 3 kHz and 9 kHz."},
        {"P3000:-6 P5000:-6 P9000:-6", "There are 6 dB peaks at 3, 5 and 9 kHz."},
        {"P3000:-6", "A 6 dB peak at 3 kHz while the rest up to 9 kHz is even."},
        {"-", "A 6 dB peak stands out. The rest up to 9 kHz is even."},
        {"P3000:-6", "The peak at 3 kHz, relative to target, is 6 dB."},
        {"P3000:-6", "The peak at 3 kHz; it rises 6 dB."},
    };
    CHECK_CASES(cases);
}

/** A bracket that is not closed, or not opened, ends the clause and nothing else. */
static void test_brackets_without_a_partner(void)
{
    static const Case cases[] = {
        {"P5000:-6", "It has a 6 dB peak at 5 kHz (and more."},
        {"P5000:-6", "It has) a 6 dB peak at 5 kHz."},
        {"P5000:-6", "It has a 6 dB peak (at 5 kHz."},
        {"P5000:-6", "It has (see above) a 6 dB peak at 5 kHz (see below)."},
        {"P5000:-6", "The peak (about 6 dB) at 5 kHz is audible."},
        {"P5000:-6", "The peak at 5 kHz (about 6 dB) is audible."},
        {"P5000:-6", "A 6 dB (audible) peak (sharp) at 5 kHz."},
    };
    CHECK_CASES(cases);
}

/** A place that others are compared with is no fault. */
static void test_places_of_comparison(void)
{
    static const Case cases[] = {
        {"P5000:-6", "At 5 kHz it is 6 dB louder relative to 500 Hz."},
        {"P5000:-6", "At 5 kHz it is 6 dB above the level at 1 kHz."},
        {"P5000:-6", "Normalised at 1 kHz, there is a 6 dB peak at 5 kHz."},
        {"-", "The response is normalised at 1 kHz, 6 dB up."},
        {"P80:-6", "80 Hz lies 6 dB above 1 kHz."},
    };
    CHECK_CASES(cases);
}

/** Where the cause of a fault is, the fault need not be. */
static void test_causes(void)
{
    static const Case cases[] = {
        {"-", "It is 6 dB too loud due to a dip at 5 kHz."},
        {"-", "It is 6 dB too loud because of 5 kHz."},
        {"P5000:-6", "It is 6 dB too loud at 5 kHz due to a resonance."},
    };
    CHECK_CASES(cases);
}

static TareSentence sentence;
static TareNormalised normalised;

static bool cut(const char* text)
{
    size_t position = 0;
    return tare_normalise(&normalised, text, strlen(text)) &&
           tare_sentence_next(&normalised, &position, &sentence);
}

/** The index of the n-th figure of a kind, from 0. */
static size_t figure(TareTokenKind kind, size_t n)
{
    for (size_t i = 0; i < sentence.n_tokens; ++i)
        if (sentence.tokens[i].kind == kind && n-- == 0)
            return i;
    return sentence.n_tokens;
}

/** Walks each list from each of its figures, against what is written. */
static void check_list(const char* text, TareTokenKind kind, size_t first, size_t n)
{
    REQUIRE(cut(text));
    for (size_t i = first; i < first + n; ++i) {
        const size_t here = figure(kind, i);
        CHECK(tare_list_start(&sentence, here) == figure(kind, first));
        CHECK(tare_list_length(&sentence, here) == first + n - i);
        CHECK(tare_list_next(&sentence, here) ==
              (i + 1 < first + n ? figure(kind, i + 1) : sentence.n_tokens));
    }
    tare_normalised_clear(&normalised);
}

static void test_lists(void)
{
    check_list("3 kHz", TARE_TOKEN_FREQ, 0, 1);
    check_list("3 and 9 kHz", TARE_TOKEN_FREQ, 0, 2);
    check_list("3, 5, and around 9 kHz rise", TARE_TOKEN_FREQ, 0, 3);
    check_list("3 kHz, 5 kHz and at 9 kHz", TARE_TOKEN_FREQ, 0, 3);
    check_list("3 kHz or the 9 kHz band", TARE_TOKEN_FREQ, 0, 2);
    check_list("3 kHz plus 6 dB at 9 kHz", TARE_TOKEN_FREQ, 0, 1);
    check_list("3 kHz plus 6 dB at 9 kHz", TARE_TOKEN_FREQ, 1, 1);
    check_list("4, 5 and 6 dB", TARE_TOKEN_GAIN, 0, 3);
    check_list("4 dB and 9 kHz, 12 kHz", TARE_TOKEN_FREQ, 0, 2);
    check_list("4 dB and 9 kHz, 12 kHz", TARE_TOKEN_GAIN, 0, 1);
    check_list("3 kHz dips, 9 kHz", TARE_TOKEN_FREQ, 0, 1);
}

/** Two figures of a sentence are one when a pronoun, a relative or an apposition ties them. */
static void test_ties_within_a_sentence(void)
{
    static const struct {
        const char* text;
        bool are_tied;
    } cases[] = {
        {"There is a dip at 3 kHz, and I say it's worth 5 dB", true},
        {"There is a dip at 3 kHz, where the graph falls to -5 dB", true},
        {"There is a dip at 3 kHz, by eye 5 dB", true},
        {"There is a dip at 3 kHz, where Harman rises by 5 dB", false},
        {"There is a dip at 3 kHz but it is not 5 dB", false},
        {"There is a dip relative to 3 kHz, by eye 5 dB", false},
        {"The tone is at 3 kHz, by eye 5 dB", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        REQUIRE(cut(cases[i].text));
        CHECK(tare_are_tied(&sentence, figure(TARE_TOKEN_FREQ, 0), figure(TARE_TOKEN_GAIN, 0)) ==
              cases[i].are_tied);
        tare_normalised_clear(&normalised);
    }
}

/** What is paired already stays so, and no more pairs are made than there is room for. */
static void test_orphans(void)
{
    TarePair pairs[2] = {{0}};
    REQUIRE(cut("There is a dip at 3 kHz, by eye 5 dB"));
    CHECK(tare_orphans_pair(&sentence, pairs, 0, 0) == 0);
    CHECK(tare_orphans_pair(&sentence, pairs, 0, 2) == 1);
    CHECK(pairs[0].freq == figure(TARE_TOKEN_FREQ, 0));
    CHECK(tare_orphans_pair(&sentence, pairs, 1, 2) == 1);
    tare_normalised_clear(&normalised);
}

static void test_joints(void)
{
    static TareSentence next;
    static TareJoint joint;
    size_t position = 0;
    const char* const text = "There is a peak at 8 kHz. It measures 6 dB.";
    REQUIRE(tare_normalise(&normalised, text, strlen(text)));
    REQUIRE(tare_sentence_next(&normalised, &position, &sentence));
    REQUIRE(tare_sentence_next(&normalised, &position, &next));
    CHECK(tare_joint_may_be(&sentence, NULL, 0));
    REQUIRE(tare_joint_find(&sentence, NULL, 0, &next, &joint));
    CHECK(!tare_joint_may_be(&joint.sentence, &joint.pair, 1));
    CHECK(joint.sentence.n_tokens == sentence.n_tokens + 1 + next.n_tokens);
    CHECK(joint.pair.freq == joint.last && joint.sentence.tokens[joint.pair.gain].hi == 6.0);
    CHECK(next.tokens[joint.first].hi == 6.0);
    CHECK(!tare_joint_find(&sentence, &joint.pair, 1, &next, &joint)); /* it has a size */
    CHECK(!tare_joint_find(&next, NULL, 0, &sentence, &joint));
    tare_normalised_clear(&normalised);
}

/** One token in the place of several keeps the bytes of all. */
static void test_tokens_in_the_place_of_others(void)
{
    REQUIRE(cut("a peak near 5 kHz here"));
    REQUIRE(sentence.n_tokens == 5);
    const uint32_t start = sentence.tokens[1].start, end = sentence.tokens[3].end;
    tare_token_replace(&sentence, 1, 3, (TareToken){.kind = TARE_TOKEN_MARK, .mark = ';'});
    CHECK(sentence.n_tokens == 3 && tare_token_is_mark(&sentence, 1, ';'));
    CHECK(sentence.tokens[1].start == start && sentence.tokens[1].end == end);
    CHECK(tare_token_is(&sentence, 2, "here"));
    tare_token_replace(&sentence, 0, 2, (TareToken){.kind = TARE_TOKEN_MARK, .mark = ','});
    CHECK(sentence.n_tokens == 1 && sentence.tokens[0].start == 0);
    CHECK(!tare_token_is(&sentence, 1, "here") && !tare_token_is_mark(&sentence, 1, ','));
    CHECK(!tare_token_means(&sentence, 9, ~(TareWordMeaning)0));
    CHECK(!tare_token_has_role(&sentence, 9, ~(TareRoles)0));
    CHECK(tare_token_skip_about(&sentence, 9) == sentence.n_tokens);
    tare_normalised_clear(&normalised);
}

int main(void)
{
    RUN(test_each_gain_has_its_place);
    RUN(test_brackets_without_a_partner);
    RUN(test_places_of_comparison);
    RUN(test_causes);
    RUN(test_lists);
    RUN(test_ties_within_a_sentence);
    RUN(test_orphans);
    RUN(test_joints);
    RUN(test_tokens_in_the_place_of_others);
    return check_done();
}
