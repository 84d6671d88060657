/* What becomes of findings: advice with its width as it stands, a third of a fault at a point, half
   of all else; what is never boosted, and what undoes each other. */

#include "base/text.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "review/findings.h"
#include "review/product.h"
#include "review/review_policy.h"

static TareFinding peak(double freq_hz, double gain_db)
{
    return (TareFinding){.fact = {.filter = {.type = TARE_BAND_PEAK,
                                             .freq_hz = freq_hz,
                                             .gain_db = gain_db,
                                             .q = 2.0},
                                  .is_q_stated = true,
                                  .evidence = {.text = "words", .line = 7}},
                         .lo_hz = freq_hz,
                         .hi_hz = freq_hz,
                         .names_target = true};
}

static TareFinding shelf(TareBandType type, double freq_hz, double gain_db)
{
    TareFinding finding = peak(freq_hz, gain_db);
    finding.fact.filter.type = type;
    return finding;
}

static TareFinding advice(TareFinding finding)
{
    finding.fact.is_advice = true;
    return finding;
}

/** Applies the policy to findings as they stand; the caller clears the correction and what was left
    out. The findings' texts are literals. */
static bool apply(TareFinding* items, size_t n, bool is_open, TareFindings* findings,
                  TareCorrection* correction)
{
    const TareProduct product = {.is_headphone = true, .is_open = is_open};
    size_t chosen[2 * TARE_MAX_BANDS] = {0};
    for (size_t i = 0; i < n; ++i)
        chosen[i] = i;
    *findings = (TareFindings){.findings = items, .n_findings = n};
    *correction = (TareCorrection){0};
    return tare_review_policy_apply(findings, chosen, n, &product, NULL, correction);
}

static void clear(TareFindings* findings, TareCorrection* correction)
{
    findings->findings = NULL;
    findings->n_findings = 0;
    tare_findings_clear(findings);
    tare_correction_clear(correction);
}

static void check_gain(TareFinding finding, double wanted_db, const char* wanted_note)
{
    TareFindings findings;
    TareCorrection c;
    REQUIRE(apply(&finding, 1, false, &findings, &c));
    REQUIRE(c.set.n_bands == 1 && c.n_evidence == 1 && findings.n_left_out == 0);
    CHECK_NEAR(c.set.bands[0].gain_db, wanted_db, 1e-9);
    CHECK_STR(c.evidence[0].note, wanted_note);
    CHECK(c.evidence[0].is_advice == finding.fact.is_advice);
    CHECK_NEAR(c.evidence[0].stated_db, finding.fact.filter.gain_db, 0.0);
    clear(&findings, &c);
}

static void test_half_of_a_deviation(void)
{
    check_gain(peak(500, -3), -1.5, "half of the stated 3 dB");
    check_gain(peak(500, 3), 1.5, "half of the stated 3 dB");
    check_gain(peak(500, -12), -6, "half of the stated 12 dB");
    check_gain(peak(500, -12.5), -6, "half of the stated 12.5 dB; limited to 6 dB");
    check_gain(peak(500, 12), 6, "half of the stated 12 dB");
    check_gain(peak(500, 14), 6, "half of the stated 14 dB; limited to 6 dB");
}

/** Of a fault at one place, told without a width; a range and a shelf have a width. */
static void test_less_of_a_point(void)
{
    TareFinding finding = peak(500, -4);
    finding.fact.is_q_stated = false;
    check_gain(finding, -1.4, "Q assumed; 35 % of the stated 4 dB");
    finding.fact.filter.gain_db = 4;
    check_gain(finding, 1.4, "Q assumed; 35 % of the stated 4 dB");
    finding.fact.filter.gain_db = -15;
    check_gain(finding, -2.5, "Q assumed; 35 % of the stated 15 dB; limited to 2.5 dB");
    finding.fact.filter.gain_db = 15;
    check_gain(finding, 2.5, "Q assumed; 35 % of the stated 15 dB; limited to 2.5 dB");
    finding.hi_hz = 600;
    check_gain(finding, 6, "Q assumed; half of the stated 15 dB; limited to 6 dB");
    finding.hi_hz = finding.lo_hz;
    finding.fact.filter.type = TARE_BAND_LOW_SHELF;
    check_gain(finding, 6, "Q assumed; half of the stated 15 dB; limited to 6 dB");
}

/** An assumed width above 10 kHz does not reach below; a stated one is a stated one. */
static void test_assumed_widths_at_the_end(void)
{
    static const struct {
        TareBandType type;
        double freq_hz, q;
        bool is_q_stated;
        double wanted_q;
    } cases[] = {
        {TARE_BAND_PEAK, 12000, 1.41, false, 3},        {TARE_BAND_PEAK, 12000, 4, false, 4},
        {TARE_BAND_PEAK, 12000, 1.41, true, 1.41},      {TARE_BAND_PEAK, 10000, 1.41, false, 1.41},
        {TARE_BAND_HIGH_SHELF, 12000, 0.7, false, 0.7},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        TareFinding finding = advice(shelf(cases[i].type, cases[i].freq_hz, -6));
        finding.fact.filter.q = cases[i].q;
        finding.fact.is_q_stated = cases[i].is_q_stated;
        TareFindings findings;
        TareCorrection c;
        REQUIRE(apply(&finding, 1, false, &findings, &c));
        CHECK_NEAR(c.set.bands[0].q, cases[i].wanted_q, 1e-12);
        clear(&findings, &c);
    }
}

static void test_advice_with_its_q_counts_as_written_but_for_boosts(void)
{
    check_gain(advice(peak(500, -12)), -12, NULL);
    check_gain(advice(peak(500, 6)), 6, NULL);
    check_gain(advice(peak(500, 9)), 6, "limited to 6 dB");
    check_gain(advice(peak(20, 4)), 4, NULL);
    check_gain(advice(peak(9000, 4)), 4, NULL);
    check_gain(advice(peak(3000, -9)), -9, NULL);
}

/** Nobody has tried a filter of which the width is our guess. */
static void test_advice_without_q_counts_by_half(void)
{
    static const struct {
        double stated_db, wanted_db;
        const char* note;
    } cases[] = {
        {-4, -2, "Q assumed; half of the stated 4 dB"},
        {-13, -6.5, "Q assumed; half of the stated 13 dB"},
        {6.9, 3.45, "Q assumed; half of the stated 6.9 dB"},
        {12, 6, "Q assumed; half of the stated 12 dB"},
        {14, 6, "Q assumed; half of the stated 14 dB; limited to 6 dB"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        TareFinding finding = advice(peak(500, cases[i].stated_db));
        finding.fact.is_q_stated = false;
        check_gain(finding, cases[i].wanted_db, cases[i].note);
        finding.fact.filter.type = TARE_BAND_LOW_SHELF;
        check_gain(finding, cases[i].wanted_db, cases[i].note);
    }
}

/** Calculated digits go: whole Hz, hundredths of dB and Q. */
static void test_values_are_plain(void)
{
    TareFinding finding = advice(peak(1234.56, -3.33333));
    finding.fact.filter.q = 1.41421;
    TareFindings findings;
    TareCorrection c;
    REQUIRE(apply(&finding, 1, false, &findings, &c));
    CHECK(c.set.bands[0].freq_hz == 1235.0);
    CHECK_NEAR(c.set.bands[0].gain_db, -3.33, 1e-12);
    CHECK_NEAR(c.set.bands[0].q, 1.41, 1e-12);
    clear(&findings, &c);
}

static void check_refused(TareFinding finding, bool is_open, TareReason wanted)
{
    TareFindings findings;
    TareCorrection c;
    REQUIRE(apply(&finding, 1, is_open, &findings, &c));
    CHECK(c.set.n_bands == (wanted == TARE_REASON_NONE) && c.n_evidence == c.set.n_bands);
    CHECK(findings.n_left_out == (wanted != TARE_REASON_NONE));
    if (findings.n_left_out) {
        CHECK(findings.left_out[0].reason == wanted);
        CHECK(findings.left_out[0].line == 7);
        CHECK_STR(findings.left_out[0].text, "words");
    }
    clear(&findings, &c);
}

/** Each rule on both sides of its border; a cut at the same place, and advice, are no boost. */
static void test_what_is_not_boosted(void)
{
    const TareReason none = TARE_REASON_NONE;
    TareFinding rolloff = peak(500, 4);
    rolloff.is_rolloff = true;
    check_refused(rolloff, false, TARE_REASON_POLICY_ROLLOFF);
    rolloff.fact.filter.gain_db = -4;
    check_refused(rolloff, false, none);

    check_refused(peak(40, 4), false, TARE_REASON_POLICY_LOW_END);
    check_refused(peak(40.1, 4), false, none);
    check_refused(peak(40, -4), false, none);

    check_refused(peak(10000, 4), false, TARE_REASON_POLICY_HIGH_END);
    check_refused(peak(10001, 4), false, TARE_REASON_POLICY_HIGH_END);
    check_refused(shelf(TARE_BAND_HIGH_SHELF, 3000, 4), false, TARE_REASON_POLICY_HIGH_END);
    check_refused(shelf(TARE_BAND_HIGH_SHELF, 3000, -4), false, none);
    check_refused(peak(12000, -4), false, none);

    check_refused(peak(100, 4), true, TARE_REASON_POLICY_OPEN_BASS);
    check_refused(peak(101, 4), true, none);
    check_refused(peak(100, 4), false, none);
    check_refused(shelf(TARE_BAND_LOW_SHELF, 100, 4), true, TARE_REASON_POLICY_OPEN_BASS);

    check_refused(peak(8000, 4), false, TARE_REASON_POLICY_SIMULATOR);
    check_refused(peak(9999, 4), false, TARE_REASON_POLICY_SIMULATOR);
    check_refused(peak(7999, 4), false, none);
    check_refused(advice(peak(9000, 4)), false, none);
}

/** The gain of the ear is kept unless the text says what the deviation is from. */
static void test_what_is_not_cut(void)
{
    TareFinding raw = peak(3000, -6);
    raw.names_target = false;
    check_refused(raw, false, TARE_REASON_POLICY_EAR_GAIN);
    raw.fact.filter.gain_db = -5.9;
    check_refused(raw, false, TARE_REASON_NONE);
    raw = peak(2000, -8);
    check_refused(raw, false, TARE_REASON_NONE); /* it names a target */
    raw.names_target = false;
    check_refused(raw, false, TARE_REASON_POLICY_EAR_GAIN);
    raw.fact.filter.freq_hz = 1999;
    check_refused(raw, false, TARE_REASON_NONE);
    raw.fact.filter.freq_hz = 4000;
    check_refused(raw, false, TARE_REASON_POLICY_EAR_GAIN);
    raw.fact.filter.freq_hz = 4001;
    check_refused(raw, false, TARE_REASON_NONE);
}

static TareFinding guess(TareFinding finding)
{
    finding.fact.is_q_stated = false;
    return finding;
}

/** How many of two are applied; what is not, is told as undone or by a rule of its own. */
static uint32_t n_applied(TareFinding a, TareFinding b, TareReason wanted)
{
    TareFinding items[] = {a, b};
    TareFindings findings;
    TareCorrection c;
    CHECK(apply(items, 2, false, &findings, &c));
    const uint32_t n = c.set.n_bands;
    CHECK(n + findings.n_left_out == 2 && c.n_evidence == n);
    for (size_t i = 0; i < findings.n_left_out; ++i)
        CHECK(findings.left_out[i].reason == wanted);
    clear(&findings, &c);
    return n;
}

static void test_what_undoes_each_other(void)
{
    const TareReason undone = TARE_REASON_POLICY_UNDONE;
    CHECK(n_applied(peak(93, -5.9), peak(105, 6.9), undone) == 0);
    CHECK(n_applied(guess(advice(peak(105, 6.9))), guess(advice(peak(93, -5.9))), undone) == 0);
    CHECK(n_applied(peak(1000, -4), peak(1259, 4), undone) == 0);
    CHECK(n_applied(peak(1000, -4), peak(1260, 4), undone) == 2);
    CHECK(n_applied(peak(1000, -4), peak(1100, -4), undone) == 2);
    CHECK(n_applied(peak(100, -4), shelf(TARE_BAND_LOW_SHELF, 100, 4), undone) == 2);
    /* what somebody has tried stays: alone, or both as they were set */
    CHECK(n_applied(advice(peak(93, -5.9)), peak(105, 6.9), undone) == 1);
    CHECK(n_applied(advice(peak(93, -5.9)), advice(peak(105, 6.9)), undone) == 2);
    /* what is refused undoes nothing */
    CHECK(n_applied(peak(42, -4), peak(40, 4), TARE_REASON_POLICY_LOW_END) == 1);
}

static void test_bands_come_by_frequency_then_as_they_stand(void)
{
    TareFinding items[] = {advice(peak(3000, -1)), advice(peak(200, -2)), advice(peak(3000, -3)),
                           advice(peak(90, -4)), advice(peak(200, -5))};
    static const double wanted_db[] = {-4, -2, -5, -1, -3};
    TareFindings findings;
    TareCorrection c;
    REQUIRE(apply(items, 5, false, &findings, &c));
    REQUIRE(c.set.n_bands == 5 && c.n_evidence == 5);
    for (uint32_t i = 0; i < 5; ++i) {
        CHECK(c.set.bands[i].gain_db == wanted_db[i]);
        CHECK(c.evidence[i].stated_db == wanted_db[i]);
    }
    CHECK(c.set.preamp_db == 0.0); /* nothing is boosted */
    clear(&findings, &c);
}

static void test_more_than_all_bands(void)
{
    TareFinding items[TARE_MAX_BANDS + 2];
    for (unsigned i = 0; i < TARE_MAX_BANDS + 2; ++i)
        items[i] = peak(100.0 + 50 * i, -2);
    TareFindings findings;
    TareCorrection c;
    REQUIRE(apply(items, TARE_MAX_BANDS + 2, false, &findings, &c));
    CHECK(c.set.n_bands == TARE_MAX_BANDS && findings.n_left_out == 2);
    CHECK(findings.left_out[0].reason == TARE_REASON_NO_BAND_LEFT);
    CHECK(findings.left_out[1].reason == TARE_REASON_NO_BAND_LEFT);
    clear(&findings, &c);
}

static void test_nothing_chosen(void)
{
    TareFindings findings;
    TareCorrection c;
    CHECK(apply(NULL, 0, false, &findings, &c));
    CHECK(c.set.n_bands == 0 && c.set.preamp_db == 0.0 && !c.evidence);
    clear(&findings, &c);
}

static void test_boosts_get_a_preamp(void)
{
    TareFinding finding = advice(peak(1000, 5));
    TareFindings findings;
    TareCorrection c;
    REQUIRE(apply(&finding, 1, false, &findings, &c));
    CHECK(c.set.preamp_db <= -5.0 && c.set.preamp_db >= -5.2);
    clear(&findings, &c);
}

static void test_more_findings_than_a_review_has(void)
{
    TareFindings findings = {0};
    for (unsigned i = 0; i < TARE_MAX_FINDINGS + 3; ++i) {
        TareFinding finding = peak(1000, -3);
        finding.fact.evidence = (TareEvidence){.text = tare_text_copy("abc", 3), .line = i};
        tare_findings_add(&findings, finding);
    }
    CHECK(findings.n_findings == TARE_MAX_FINDINGS && findings.n_left_out == 3);
    for (size_t i = 0; i < findings.n_left_out; ++i) {
        CHECK(findings.left_out[i].reason == TARE_REASON_TOO_MANY);
        CHECK(findings.left_out[i].line == TARE_MAX_FINDINGS + i);
        CHECK_STR(findings.left_out[i].text, "abc");
    }
    CHECK(!findings.failed);
    tare_findings_clear(&findings);
    CHECK(!findings.findings && !findings.left_out && findings.n_findings == 0);
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareFinding items[] = {peak(500, -4), peak(30, 4), advice(peak(900, 3))};
        TareFindings findings;
        TareCorrection c;
        failing_malloc_start(n);
        const bool is_good = apply(items, 3, false, &findings, &c);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        CHECK(!is_good || (c.set.n_bands == 2 && findings.n_left_out == 1));
        clear(&findings, &c);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_half_of_a_deviation);
    RUN(test_less_of_a_point);
    RUN(test_assumed_widths_at_the_end);
    RUN(test_advice_with_its_q_counts_as_written_but_for_boosts);
    RUN(test_advice_without_q_counts_by_half);
    RUN(test_values_are_plain);
    RUN(test_what_is_not_boosted);
    RUN(test_what_is_not_cut);
    RUN(test_what_undoes_each_other);
    RUN(test_bands_come_by_frequency_then_as_they_stand);
    RUN(test_more_than_all_bands);
    RUN(test_nothing_chosen);
    RUN(test_boosts_get_a_preamp);
    RUN(test_more_findings_than_a_review_has);
    RUN(test_failed_allocations);
    return check_done();
}
