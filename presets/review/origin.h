/* Whose a review is. */

#ifndef TARE_REVIEW_ORIGIN_H
#define TARE_REVIEW_ORIGIN_H

/** What is known of the collection that a review comes from, and counts where the text does not
   tell it of itself. Texts are NULL where nobody knows. */
typedef struct TareReviewOrigin {
    const char* name; ///< ends the ids of corrections: "audioreview"; NULL: the author does
    const char* author;
    const char* source;  ///< address
    const char* licence; ///< SPDX name
} TareReviewOrigin;

#endif
