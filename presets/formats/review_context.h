/* What this program knows besides the text of a review: who makes headphones, and how preamps are
   found. */

#ifndef TARE_REVIEW_CONTEXT_H
#define TARE_REVIEW_CONTEXT_H

#include <stdbool.h>

typedef struct TareReviewContext TareReviewContext;

/** A context of no known origin, with the brands of the catalogue at hand, none when there is no
    catalogue. Nothing is reported. On true the caller clears it; false when memory is short. */
bool tare_review_context_open(TareReviewContext* context);

/** Frees what the context owns and empties it. */
void tare_review_context_clear(TareReviewContext* context);

#endif
