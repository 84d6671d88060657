/* Whole reviews, in words of our own, with labels that say what is in them. */

#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "helpers/review_score.h"

static void test_labelled_reviews(void)
{
    ReviewScore score;
    REQUIRE(review_score(review_fixture_path("gold"), &score));
    CHECK(score.n_reviews == 8 && score.n_right == 9);
    CHECK(score.n_wrong == 0 && score.n_missed == 0);
    review_score_check(&score);
}

int main(void)
{
    RUN(test_labelled_reviews);
    return check_done();
}
