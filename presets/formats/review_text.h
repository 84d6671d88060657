/* A product review, of which the correction follows that its words ask for. */

#ifndef TARE_REVIEW_TEXT_H
#define TARE_REVIEW_TEXT_H

typedef struct TareFormat TareFormat;

/** "review". A review without a correction is TARE_NOT_FOUND. */
extern const TareFormat tare_review_text_format;

#endif
