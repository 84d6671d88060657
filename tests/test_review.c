/* Whole reviews: what comes out, and what bad input is told. */

#include "base/file.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/fact.h"
#include "review/review.h"

#include <stdlib.h>

/** Fault and remedy told with a stated Q: one filter, as the text has it. */
static void test_advice(void)
{
    TareReview review;
    REQUIRE(review_fixture_read(&review, "advice.md", NULL) == TARE_OK);
    CHECK_STR(review.file, "advice.md");
    CHECK_STR(review.model, "Example EX-1+");
    CHECK(review.is_headphone);
    CHECK(review.n_facts == 3); /* summary, measurement, advice */
    REQUIRE(review.n_filters == 1);
    CHECK(review.filters[0].type == TARE_BAND_PEAK);
    CHECK_NEAR(review.filters[0].freq_hz, 6200, 1e-9);
    CHECK_NEAR(review.filters[0].gain_db, -7, 1e-9);
    CHECK_NEAR(review.filters[0].q, 5, 1e-9);
    tare_review_clear(&review);
}

static void test_correction(void)
{
    TareReview review;
    REQUIRE(review_fixture_read(&review, "advice.md", NULL) == TARE_OK);
    REQUIRE(review.has_correction);
    const TareCorrection* const correction = &review.correction;
    CHECK_STR(correction->entry.id, "example-ex-1-plus/tester");
    CHECK_STR(correction->entry.brand, "Example");
    CHECK_STR(correction->entry.model, "EX-1+");
    CHECK(correction->entry.variant == NULL);
    CHECK(correction->entry.form == TARE_FORM_IN_EAR);
    CHECK(correction->entry.kind == TARE_KIND_REVIEW);
    CHECK_STR(correction->entry.author, "A Tester");
    CHECK_STR(correction->entry.source, "https://example.org");
    CHECK_STR(correction->entry.licence, "CC0-1.0");
    CHECK_STR(correction->entry.date, "2024-02-29");
    REQUIRE(correction->set.n_bands == 1);
    CHECK_NEAR(correction->set.bands[0].gain_db, -7, 1e-9);
    CHECK(correction->set.bands[0].channel == TARE_CHANNEL_BOTH);
    CHECK(correction->set.preamp_db == 0.0);
    CHECK(correction->set.reference_rate_hz == 0.0);
    tare_review_clear(&review);
}

static void test_evidence(void)
{
    TareReview review;
    REQUIRE(review_fixture_read(&review, "advice.md", NULL) == TARE_OK);
    REQUIRE(review.correction.n_evidence == 1);
    const TareEvidence* const evidence = &review.correction.evidence[0];
    CHECK_STR(evidence->file, "advice.md");
    CHECK_STR(evidence->section, "Advice");
    CHECK(evidence->line == 36);
    CHECK_STR(evidence->text,
              "Who owns it gets better sound by an equalizer adjustment of \xe2\x88\x92"
              "7 dB in the 6.2 kHz band (Q=5)");
    CHECK(evidence->note == NULL);
    CHECK_STR(review.facts[0].evidence.section, "Summary");
    CHECK(review.facts[0].evidence.line == 11);
    CHECK(review.facts[1].evidence.line == 23);
    tare_review_clear(&review);
}

/** Reads a text that tells these keys of itself; `origin` is what is known besides. */
static TareEntry entry_of(TareReview* review, const char* keys, TareReviewOrigin origin)
{
    char text[1000];
    const TareReviewContext context = {.origin = origin};
    snprintf(text, sizeof text, "---\n%s---\n## Advice\n\nApply -3 dB at 3 kHz (Q 2).\n", keys);
    CHECK(tare_review_read_text(review, "t.md", text, strlen(text), &context, NULL) == TARE_OK);
    CHECK(review->has_correction);
    return review->correction.entry;
}

/** A review is signed by its author, or by nobody. */
static void test_own_origin(void)
{
    TareReview review;
    TareEntry entry =
        entry_of(&review,
                 "target_name: Acme HX-500\ntags: [Headphones]\nauthor: [Jane Doe, \"J.\\n Roe\"]\n"
                 "source: https://a.example/hx\nlicense: CC-BY-4.0\ndate: 2024-05-06\n",
                 (TareReviewOrigin){0});
    CHECK_STR(entry.author, "Jane Doe, J. Roe");
    CHECK_STR(entry.source, "https://a.example/hx");
    CHECK_STR(entry.licence, "CC-BY-4.0");
    CHECK_STR(entry.date, "2024-05-06");
    CHECK_STR(entry.id, "acme-hx-500/jane-doe-j-roe");
    tare_review_clear(&review);
    entry = entry_of(&review, "target_name: Acme HX-500\ntags: [Headphones]\nauthor:\n",
                     (TareReviewOrigin){0});
    CHECK(!entry.author && !entry.source && !entry.licence && !entry.date);
    CHECK_STR(entry.id, "acme-hx-500/review");
    tare_review_clear(&review);
}

/** What is known of a collection stands in for what a text of it does not tell. */
static void test_origin_of_a_collection(void)
{
    TareReview review;
    const TareReviewOrigin origin = {"them", "They", "https://them.example", "MIT"};
    TareEntry entry =
        entry_of(&review, "target_name: Acme HX-500\ntags: [Headphones]\nurl: u\n", origin);
    CHECK_STR(entry.author, "They");
    CHECK_STR(entry.source, "u");
    CHECK_STR(entry.licence, "MIT");
    CHECK_STR(entry.id, "acme-hx-500/them");
    tare_review_clear(&review);
}

/** Brand and model apart are a name too. */
static void test_brand_and_model(void)
{
    TareReview review;
    TareEntry entry = entry_of(&review, "brand: Kiwi Ears\nmodel: Quintet\ntags: [In-ear]\n",
                               (TareReviewOrigin){0});
    CHECK_STR(review.model, "Kiwi Ears Quintet");
    CHECK_STR(entry.brand, "Kiwi Ears");
    CHECK_STR(entry.model, "Quintet");
    tare_review_clear(&review);
    entry =
        entry_of(&review, "brand: Acme\nmodel: Acme One\ntags: [In-ear]\n", (TareReviewOrigin){0});
    CHECK_STR(entry.brand, "Acme");
    CHECK_STR(entry.model, "One");
    tare_review_clear(&review);
}

static void check_filter(const TareBand* band, TareBandType type, double freq_hz, double gain_db)
{
    CHECK(band->type == type);
    CHECK_NEAR(band->freq_hz, freq_hz, 0.01 * freq_hz);
    CHECK_NEAR(band->gain_db, gain_db, 1e-9);
}

/** Two sources and a repeat: one filter for each fault, a part of it applied. */
static void test_deviations(void)
{
    TareReview review;
    REQUIRE(review_fixture_read(&review, "deviations.md", NULL) == TARE_OK);
    CHECK(review.n_facts == 7);
    REQUIRE(review.n_filters == 4);
    check_filter(&review.filters[0], TARE_BAND_PEAK, 120, -6);
    check_filter(&review.filters[1], TARE_BAND_PEAK, 1500, 5);
    check_filter(&review.filters[2], TARE_BAND_PEAK, 5916, -9);
    check_filter(&review.filters[3], TARE_BAND_LOW_SHELF, 40, 9);
    REQUIRE(review.correction.set.n_bands == 3); /* no boost of the roll-off */
    check_filter(&review.correction.set.bands[0], TARE_BAND_PEAK, 120, -2.1);
    check_filter(&review.correction.set.bands[1], TARE_BAND_PEAK, 1500, 1.75);
    check_filter(&review.correction.set.bands[2], TARE_BAND_PEAK, 5916, -4.5);
    CHECK(review.correction.set.preamp_db < 0.0 && review.correction.set.preamp_db >= -1.85);
    CHECK_STR(review.correction.entry.brand, "EXAMPLE");
    CHECK_STR(review.correction.entry.model, "Open One");
    CHECK_STR(review.correction.evidence[0].note, "Q assumed; 35 % of the stated 6 dB");
    tare_review_clear(&review);
}

static void test_traps(void)
{
    TareReview review;
    REQUIRE(review_fixture_read(&review, "traps.md", NULL) == TARE_OK);
    CHECK(review.is_headphone);
    CHECK(review.n_facts == 0);
    CHECK(review.n_filters == 0);
    CHECK(!review.has_correction);
    CHECK(review.correction.entry.id == NULL);
    CHECK(review.n_left_out >= 12); /* every gain in it is accounted for */
    tare_review_clear(&review);
}

/** A thing that is no headphone gets nothing, whatever its review says. */
static void test_amplifier(void)
{
    TareReview review;
    REQUIRE(review_fixture_read(&review, "amplifier.md", NULL) == TARE_OK);
    CHECK(!review.is_headphone);
    CHECK(review.n_filters == 0);
    CHECK(!review.has_correction);
    tare_review_clear(&review);
}

static void check_file(const char* name, TareStatus wanted, const char* wanted_report)
{
    TareReview review;
    ReviewReports reports;
    const TareReporter reporter = review_fixture_reporter(&reports);
    CHECK(review_fixture_read(&review, name, &reporter) == wanted);
    const char* const end = strstr(reports.text, wanted_report);
    CHECK_STR(end ? end : reports.text, wanted_report);
    CHECK(reports.n_reports == 1);
    CHECK(!review.file && !review.facts && !review.has_correction);
}

static void test_bad_files(void)
{
    check_file(
        "no_front_matter.md", TARE_BAD_INPUT,
        "no_front_matter.md:1:1: no front matter names the product; expected a line \"---\" at "
        "the beginning, or \"Brand Model\" by --name");
    check_file("broken_front_matter.md", TARE_BAD_INPUT,
               "broken_front_matter.md:4:8: front matter is no YAML: did not find expected ',' or "
               "']'; expected \"key: value\" lines");
    check_file("no-such-file.md", TARE_IO_ERROR,
               "no-such-file.md:0:0: cannot be opened: No such file or directory; expected a file "
               "that can be read");
    check_file("", TARE_IO_ERROR, "expected a file that can be read");
}

static void check_text(const char* text, size_t length, const char* wanted_report)
{
    TareReview review;
    ReviewReports reports;
    const TareReporter reporter = review_fixture_reporter(&reports);
    CHECK(tare_review_read_text(&review, "t.md", text, length, review_fixture_context(),
                                &reporter) == TARE_BAD_INPUT);
    CHECK_STR(reports.text, wanted_report);
    CHECK(!review.file && !review.facts && !review.left_out);
}

static void test_bad_texts(void)
{
    check_text("", 0, "t.md:0:0: file is empty; expected a review");
    check_text("---\ntarget_name: a\0b\n---\n", 24, "t.md:2:15: byte is NUL; expected text");
    check_text("---\n\x81", 5,
               "t.md:2:1: byte is not UTF-8; expected text in UTF-8, UTF-16 or Windows-1252");
    char* const large = calloc(TARE_REVIEW_MAX_BYTES + 1, 1);
    REQUIRE(large);
    memset(large, 'a', TARE_REVIEW_MAX_BYTES + 1);
    check_text(large, TARE_REVIEW_MAX_BYTES + 1,
               "t.md:0:0: review is too long; expected at most 1048576 bytes");
    free(large);
}

/** Byte-order mark, blanks behind the fence, and CRLF are no reason to refuse. */
static void test_tolerated(void)
{
    const char* const text = "\xef\xbb\xbf--- \r\ntarget_name: \"Acme A\"\r\ntags: [Headphones]\r\n"
                             "--- \r\n## Advice\r\n\r\nA +6 dB peak at\r\n5 kHz.\r\n";
    TareReview review;
    REQUIRE(tare_review_read_text(&review, "t.md", text, strlen(text), review_fixture_context(),
                                  NULL) == TARE_OK);
    REQUIRE(review.n_filters == 1);
    CHECK_NEAR(review.filters[0].freq_hz, 5000, 1e-9);
    CHECK(review.facts[0].evidence.line == 7);
    CHECK_STR(review.facts[0].evidence.text, "A +6 dB peak at 5 kHz");
    tare_review_clear(&review);
}

/** More faults than bands: the rest is named. */
static void test_more_faults_than_bands(void)
{
    TareReview review;
    char words[2000] = "Peaks:";
    int freq_hz = 100;
    for (int i = 0; i < 30; ++i) {
        char item[64];
        snprintf(item, sizeof item, " +4 dB at %d Hz;", freq_hz);
        strcat(words, item);
        freq_hz = freq_hz * 118 / 100;
    }
    REQUIRE(review_fixture_say(&review, words) == TARE_OK);
    CHECK(review.n_facts == 30);
    CHECK(review.n_filters == TARE_MAX_BANDS);
    CHECK(review.correction.set.n_bands == TARE_MAX_BANDS);
    CHECK(review.n_left_out == 10);
    tare_review_clear(&review);
}

static void test_survives_failed_allocations(void)
{
    char* text = NULL;
    size_t length = 0;
    REQUIRE(tare_file_read(review_fixture_path("deviations.md"), 1u << 20, &text, &length, NULL) ==
            TARE_OK);
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareReview review;
        const TareStatus status =
            tare_review_read_text(&review, "d.md", text, length, review_fixture_context(), NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK((review.n_filters == 4) == (status == TARE_OK));
        tare_review_clear(&review);
        if (n_asked < n)
            break;
    }
    free(text);
}

int main(void)
{
    RUN(test_advice);
    RUN(test_correction);
    RUN(test_evidence);
    RUN(test_own_origin);
    RUN(test_origin_of_a_collection);
    RUN(test_brand_and_model);
    RUN(test_deviations);
    RUN(test_traps);
    RUN(test_amplifier);
    RUN(test_bad_files);
    RUN(test_bad_texts);
    RUN(test_tolerated);
    RUN(test_more_faults_than_bands);
    RUN(test_survives_failed_allocations);
    return check_done();
}
