/* Reviews made up for tests. */

#ifndef TARE_REVIEW_FIXTURE_H
#define TARE_REVIEW_FIXTURE_H

#include "review/review.h"

/** A made-up origin, and the brands of the catalogue. Lives until the end; memory is
    taken at the first call. */
const TareReviewContext* review_fixture_context(void);

/** Reads tests/data/reviews/NAME, called NAME in reports and evidence. */
TareStatus review_fixture_read(TareReview* review, const char* name, const TareReporter* reporter);

/** Reads a review of the headphone "Acme HX-500" that consists of these words. */
TareStatus review_fixture_say(TareReview* review, const char* words);

/** Reads a note about that headphone that consists of nothing but these words; its name is known.
 */
TareStatus review_fixture_note(TareReview* review, const char* words);

/** Path of a file in tests/data/reviews; lives until the next call. */
const char* review_fixture_path(const char* name);

/** Keeps the last report as "file:line:column: message". */
typedef struct {
    char text[512];
    unsigned n_reports;
} ReviewReports;

/** A reporter that writes to `reports`, which starts empty. */
TareReporter review_fixture_reporter(ReviewReports* reports);

#endif
