/* How much is understood of the labelled reviews in TARE_DATA/reviews. The bars are those that the
   reader has reached. Ends with 1 when one is missed. */

#include "helpers/check.h"
#include "helpers/review_score.h"

#include <stdlib.h>

#define MIN_PRECISION 0.98
#define MIN_RECALL 0.96

static void test_labelled_reviews(void)
{
    char folder[2048];
    const char* const data = getenv("TARE_DATA");
    ReviewScore score;
    snprintf(folder, sizeof folder, "%s/reviews", data ? data : "");
    if (!review_score(folder, &score))
        SKIP("TARE_DATA names no folder with reviews/gold.json");
    CHECK(score.n_reviews >= 90);
    CHECK(score.precision >= MIN_PRECISION && score.recall >= MIN_RECALL);
    review_score_check(&score);
}

int main(void)
{
    RUN(test_labelled_reviews);
    return check_done();
}
