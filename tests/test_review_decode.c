/* Reviews in every encoding that people save them in. */

#include "base/text.h"
#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/decode.h"
#include "review/review.h"

#include <stdlib.h>

/** Decodes into a copy with a NUL behind; NULL when it is refused. */
static char* decoded(const char* bytes, size_t length, ReviewReports* reports)
{
    const TareReporter reporter = review_fixture_reporter(reports);
    TareSpan text;
    TareText buffer = {0};
    const TareStatus status = tare_decode(&text, &buffer, "f.md", bytes, length, &reporter);
    CHECK(status == TARE_OK || status == TARE_BAD_INPUT);
    char* const copy =
        status == TARE_OK ? tare_text_copy(text.first, (size_t)(text.end - text.first)) : NULL;
    tare_text_clear(&buffer);
    return copy;
}

static void check_decoded(const char* bytes, size_t length, const char* wanted)
{
    ReviewReports reports;
    char* const text = decoded(bytes, length, &reports);
    CHECK_STR(text, wanted);
    CHECK(reports.n_reports == 0);
    free(text);
}

#define CHECK_DECODED(bytes, wanted) check_decoded(bytes, sizeof bytes - 1, wanted)

static void test_unicode(void)
{
    CHECK_DECODED("a\xc3\xa9", "a\xc3\xa9");
    CHECK_DECODED("\xef\xbb\xbf"
                  "a",
                  "a");
    CHECK_DECODED("\xff\xfe"
                  "a\0\xe9\0",
                  "a\xc3\xa9");
    CHECK_DECODED("\xfe\xff\0a\0\xe9", "a\xc3\xa9");
    CHECK_DECODED("a\0\x12\x22", "a\xe2\x88\x92"); /* a minus sign */
    CHECK_DECODED("\0a\x22\x12", "a\xe2\x88\x92");
    CHECK_DECODED("a\0\x3d\xd8\x00\xde"
                  "b\0",
                  "a\xf0\x9f\x98\x80"
                  "b");
    CHECK_DECODED("a\0\x3d\xd8"
                  "b\0c",
                  "a\xef\xbf\xbd"
                  "b\xef\xbf\xbd");
}

/** Each byte that is a character is read as one, and said to be. */
static void test_windows(void)
{
    ReviewReports reports;
    const char bytes[] = "caf\xe9\n\x96 3 dB \xb1 1 \x80";
    char* text = decoded(bytes, sizeof bytes - 1, &reports);
    CHECK_STR(text, "caf\xc3\xa9\n\xe2\x80\x93 3 dB \xc2\xb1 1 \xe2\x82\xac");
    CHECK_STR(reports.text,
              "f.md:1:4: characters are not UTF-8; read as Windows-1252, which Latin-1 "
              "is part of");
    free(text);
}

static void check_refused(const char* bytes, size_t length, const char* wanted)
{
    ReviewReports reports;
    CHECK(!decoded(bytes, length, &reports));
    CHECK_STR(reports.text, wanted);
    CHECK(reports.n_reports == 1);
}

static void test_refusals(void)
{
    static const char none[] = "byte is not UTF-8; expected text in UTF-8, UTF-16 or Windows-1252";
    static const struct {
        const char* bytes;
        size_t length;
        const char* place;
    } damaged[] = {
        {"caf\xc3\xa9\nna\xefve", 11, "f.md:2:3"}, /* UTF-8 but for one */
        {"a\x81", 2, "f.md:1:2"},                  /* no character */
        {"a\x01\xff", 3, "f.md:1:3"},              /* no text */
        {"ab\xff\0", 4, "f.md:1:3"},
    };
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; ++i) {
        char wanted[200];
        snprintf(wanted, sizeof wanted, "%s: %s", damaged[i].place, none);
        check_refused(damaged[i].bytes, damaged[i].length, wanted);
    }
    check_refused("ab\0", 3, "f.md:1:3: byte is NUL; expected text");
    check_refused("a\0\0\0b\0", 6, "f.md:1:2: byte is NUL; expected text");
}

static void test_survives_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareSpan text;
        TareText buffer = {0};
        failing_malloc_start(n);
        const TareStatus status = tare_decode(&text, &buffer, "f.md", "a\0b\0", 4, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        tare_text_clear(&buffer);
        if (n_asked < n)
            break;
    }
}

/** The same review in each encoding says the same. */
static void test_whole_review(void)
{
    static const char text[] = "---\ntarget_name: Acme A\ntags: [Headphones]\n---\n## Advice\n\n"
                               "Voil\xe0: apply -3 dB at 3 kHz (Q 2).\n";
    char bytes[2 * sizeof text];
    for (int kind = 0; kind < 3; ++kind) {
        size_t n = 0;
        for (size_t i = 0; i < sizeof text - 1; ++i) {
            if (kind == 2)
                bytes[n++] = '\0';
            bytes[n++] = text[i];
            if (kind == 1)
                bytes[n++] = '\0';
        }
        TareReview review;
        REQUIRE(tare_review_read_text(&review, "f.md", bytes, n, review_fixture_context(), NULL) ==
                TARE_OK);
        REQUIRE(review.n_filters == 1);
        CHECK_NEAR(review.filters[0].gain_db, -3, 1e-9);
        CHECK(review.correction.evidence[0].line == 7);
        tare_review_clear(&review);
    }
}

int main(void)
{
    RUN(test_unicode);
    RUN(test_windows);
    RUN(test_refusals);
    RUN(test_survives_failed_allocations);
    RUN(test_whole_review);
    return check_done();
}
