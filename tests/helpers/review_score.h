/* How much of labelled reviews is understood: a folder with gold.json and the reviews in md/. A
   label holds what the text states of the headphone, not what is made of it; the tolerances are 5 %
   of frequency and Q, 0.5 dB, half an octave at the edge of a shelf. */

#ifndef TARE_TESTS_REVIEW_SCORE_H
#define TARE_TESTS_REVIEW_SCORE_H

#include "helpers/check.h"

#include <stdbool.h>

typedef struct {
    unsigned n_reviews, n_right, n_wrong, n_missed;
    unsigned n_wrong_signs, n_false_presets, n_advice, n_advice_found, n_q, n_q_found;
    unsigned n_unread; ///< reviews that were refused
    double precision, recall;
} ReviewScore;

/** Reads all reviews of a folder; prints what is wrong or missed, and the sums. False without a
    gold.json. */
bool review_score(const char* folder, ReviewScore* score);

/** What no review may get wrong: signs, advice, widths that are stated, a filter out of nothing.
   Here, so that the checks count in the program that asks. */
static inline void review_score_check(const ReviewScore* score)
{
    CHECK(score->n_unread == 0);
    CHECK(score->n_wrong_signs == 0);
    CHECK(score->n_false_presets == 0);
    CHECK(score->n_advice_found == score->n_advice && score->n_advice > 0);
    CHECK(score->n_q_found == score->n_q && score->n_q > 0);
}

#endif
