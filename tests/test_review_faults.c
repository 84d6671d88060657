/* One fault, one filter; and what policy makes of the filters. */

#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/faults.h"
#include "review/findings.h"

static TareFinding make_finding(double freq_hz, double gain_db, unsigned sentence, uint64_t sources)
{
    return (TareFinding){
        .fact = {.filter = {.freq_hz = freq_hz, .gain_db = gain_db, .q = 1.41}},
        .lo_hz = freq_hz,
        .hi_hz = freq_hz,
        .sentence = sentence,
        .sources = sources,
    };
}

static void test_repeats_are_one(void)
{
    TareFinding findings[] = {make_finding(5500, -6, 0, 0), make_finding(5500, -6, 1, 0)};
    size_t chosen[2];
    REQUIRE(tare_faults_choose(findings, 2, chosen) == 1);
    CHECK(chosen[0] == 0);
}

static void test_items_of_one_list_are_several(void)
{
    TareFinding findings[] = {make_finding(4000, 7, 0, 2), make_finding(5000, 7, 0, 2)};
    size_t chosen[2];
    CHECK(tare_faults_choose(findings, 2, chosen) == 2);
}

/** Two sources disagree by an octave about one bass; one source does not repeat itself so. */
static void test_two_sources(void)
{
    TareFinding findings[] = {make_finding(200, -10, 0, 2), make_finding(100, -12, 1, 8)};
    size_t chosen[2];
    REQUIRE(tare_faults_choose(findings, 2, chosen) == 1);
    CHECK(chosen[0] == 0);
    findings[1].sources = 2;
    CHECK(tare_faults_choose(findings, 2, chosen) == 2);
    findings[1] = make_finding(90, -12, 1, 8);
    CHECK(tare_faults_choose(findings, 2, chosen) == 2);
    findings[1] = make_finding(100, 12, 1, 8);
    CHECK(tare_faults_choose(findings, 2, chosen) == 2);
}

static void test_remedy_wins(void)
{
    TareFinding findings[] = {make_finding(80, -5, 0, 0), make_finding(93, -5.9, 1, 0)};
    size_t chosen[2];
    findings[1].fact.is_advice = true;
    REQUIRE(tare_faults_choose(findings, 2, chosen) == 1);
    CHECK(chosen[0] == 1);
    findings[0].fact.is_advice = true; /* two pieces of advice are two */
    CHECK(tare_faults_choose(findings, 2, chosen) == 2);
}

/** Nobody can tell which of two is right, whatever repeats the one or the other. */
static void test_opposite_signs_at_one_place(void)
{
    TareFinding findings[] = {make_finding(5500, -6, 0, 0), make_finding(5500, 6, 1, 0),
                              make_finding(5500, -6, 2, 0)};
    size_t chosen[3];
    CHECK(tare_faults_choose(findings, 3, chosen) == 0);
    CHECK(findings[0].is_contradicted && findings[1].is_contradicted);
}

/** Filters that were set together stay together, beside one another and against a fault. */
static void test_list_of_settings_stays_whole(void)
{
    TareFinding findings[] = {make_finding(100, -3, 0, 0), make_finding(100, 5, 1, 0),
                              make_finding(105, -4, 2, 0)};
    size_t chosen[3];
    for (size_t i = 1; i < 3; ++i) {
        findings[i].recipe = 1;
        findings[i].fact.is_advice = true;
    }
    REQUIRE(tare_faults_choose(findings, 3, chosen) == 2);
    CHECK(chosen[0] == 1 && chosen[1] == 2);
    CHECK(findings[0].is_contradicted);
}

static void test_stated_q_is_handed_over(void)
{
    TareFinding findings[] = {make_finding(5500, -6, 0, 0), make_finding(5500, -6, 1, 0)};
    size_t chosen[2];
    findings[0].fact.filter.q = 8;
    findings[0].fact.is_q_stated = true;
    findings[1].fact.is_advice = true;
    REQUIRE(tare_faults_choose(findings, 2, chosen) == 1);
    CHECK(chosen[0] == 1);
    CHECK(findings[1].fact.filter.q == 8);
    CHECK(findings[1].fact.is_q_stated);
}

/** The gain that policy applies where the words say one thing; 0 when it refuses. */
static double applied_db(const char* words)
{
    TareReview review;
    if (review_fixture_say(&review, words) != TARE_OK)
        return NAN;
    const TareBandSet* const set = &review.correction.set;
    const double gain_db = set->n_bands == 1 ? set->bands[0].gain_db : set->n_bands ? NAN : 0.0;
    CHECK(review.has_correction == (set->n_bands > 0));
    tare_review_clear(&review);
    return gain_db;
}

static void test_gains(void)
{
    CHECK_NEAR(applied_db("A +6 dB peak at 5 kHz."), -2.1, 1e-9);
    CHECK_NEAR(applied_db("A -4 dB dip at 500 Hz."), 1.4, 1e-9);
    CHECK_NEAR(applied_db("A +14 dB peak at 5 kHz."), -2.5, 1e-9);
    CHECK_NEAR(applied_db("A -14 dB dip at 500 Hz."), 2.5, 1e-9);
    CHECK_NEAR(applied_db("A +6 dB peak at 5 kHz with Q=8."), -3, 1e-9);
    CHECK_NEAR(applied_db("Apply EQ of -14 dB at 5 kHz with Q=8."), -14, 1e-9);
    CHECK_NEAR(applied_db("Apply EQ of +4 dB at 500 Hz with a Q of 2."), 4, 1e-9);
    CHECK_NEAR(applied_db("Apply EQ of +9 dB at 500 Hz (Q 2)."), 6, 1e-9);
    CHECK_NEAR(applied_db("Apply EQ of -14 dB at 5 kHz."), -7, 1e-9);
    CHECK_NEAR(applied_db("Apply EQ of +4 dB at 500 Hz."), 2, 1e-9);
    CHECK_NEAR(applied_db("Apply EQ of +13 dB at 500 Hz."), 6, 1e-9);
}

static void test_refusals(void)
{
    CHECK_NEAR(applied_db("A roll-off of 8 dB at 60 Hz."), 0, 0);
    CHECK_NEAR(applied_db("A -8 dB dip at 30 Hz."), 0, 0);
    CHECK_NEAR(applied_db("A -8 dB dip at 12 kHz."), 0, 0);
    CHECK_NEAR(applied_db("Treble above 6 kHz is 8 dB below the target."), 0, 0);
    CHECK_NEAR(applied_db("Treble above 6 kHz is 8 dB above the target."), -4, 1e-9);
    CHECK_NEAR(applied_db("A -8 dB dip at 9 kHz."), 0, 0);
    CHECK_NEAR(applied_db("A +8 dB peak at 3 kHz."), 0, 0);
    CHECK_NEAR(applied_db("A +8 dB peak at 3 kHz versus the target."), -2.5, 1e-9);
    CHECK_NEAR(applied_db("A +8 dB peak at 30 Hz."), -2.5, 1e-9);
    CHECK_NEAR(applied_db("A +8 dB peak at 12 kHz."), -2.5, 1e-9);
    CHECK_NEAR(applied_db("It needs EQ of +4 dB at 9 kHz with Q=8."), 4, 1e-9);
    CHECK_NEAR(applied_db("It needs EQ of +4 dB at 9 kHz."), 2, 1e-9);
}

/** The correction tells what was assumed and changed, and why something is missing. */
static void test_notes(void)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, "A +14 dB peak at 5 kHz and a -8 dB dip at 12 kHz.") ==
            TARE_OK);
    CHECK(review.n_filters == 2);
    REQUIRE(review.correction.n_evidence == 1);
    CHECK_STR(review.correction.evidence[0].note,
              "Q assumed; 35 % of the stated 14 dB; limited to 2.5 dB");
    REQUIRE(review.n_left_out == 1);
    CHECK(review.left_out[0].reason == TARE_REASON_POLICY_HIGH_END);
    tare_review_clear(&review);
}

/** What the evidence of the only band says besides its words: a program asks these, never the note.
 */
static void check_facts(const char* words, bool is_advice, double stated_db)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, words) == TARE_OK);
    REQUIRE(review.correction.n_evidence == 1);
    CHECK(review.correction.evidence[0].is_advice == is_advice);
    CHECK_NEAR(review.correction.evidence[0].stated_db, stated_db, 1e-9);
    tare_review_clear(&review);
}

static void test_evidence_tells_advice_from_faults(void)
{
    check_facts("Apply EQ of -14 dB at 5 kHz.", true, -14);
    check_facts("Apply EQ of +9 dB at 500 Hz.", true, 9);
    check_facts("Apply EQ of -6 dB at 5 kHz with Q=8.", true, -6);
    check_facts("A +6 dB peak at 5 kHz.", false, -6);
    check_facts("A +14 dB peak at 5 kHz with Q=8.", false, -14);
}

/** Nothing above 0 dB: bands that only cut need no preamp, a boost of 2.5 dB needs some 2.5 dB. */
static void test_preamp_is_safe(void)
{
    TareReview review;
    REQUIRE(review_fixture_say(&review, "A +6 dB peak at 5 kHz.") == TARE_OK);
    CHECK(review.correction.set.preamp_db == 0.0);
    CHECK(review.correction.set.reference_rate_hz == 0.0);
    tare_review_clear(&review);
    REQUIRE(review_fixture_say(&review, "A -8 dB dip at 500 Hz.") == TARE_OK);
    CHECK_NEAR(review.correction.set.preamp_db, -2.5, 0.11);
    tare_review_clear(&review);
}

static void test_bands_in_order_of_frequency(void)
{
    TareReview review;
    REQUIRE(review_fixture_say(
                &review, "Peaks: +6 dB at 8 kHz, +5 dB at 100 Hz, +4 dB at 1 kHz.") == TARE_OK);
    REQUIRE(review.correction.set.n_bands == 3 && review.correction.n_evidence == 3);
    CHECK(review.correction.set.bands[0].freq_hz == 100);
    CHECK(review.correction.set.bands[1].freq_hz == 1000);
    CHECK(review.correction.set.bands[2].freq_hz == 8000);
    CHECK(strstr(review.correction.evidence[0].text, "100 Hz"));
    tare_review_clear(&review);
}

int main(void)
{
    RUN(test_repeats_are_one);
    RUN(test_items_of_one_list_are_several);
    RUN(test_two_sources);
    RUN(test_remedy_wins);
    RUN(test_opposite_signs_at_one_place);
    RUN(test_list_of_settings_stays_whole);
    RUN(test_stated_q_is_handed_over);
    RUN(test_gains);
    RUN(test_refusals);
    RUN(test_notes);
    RUN(test_evidence_tells_advice_from_faults);
    RUN(test_preamp_is_safe);
    RUN(test_bands_in_order_of_frequency);
    return check_done();
}
