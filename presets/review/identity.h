/* Whose a review is, what headphone it is of, and the id that follows. */

#ifndef TARE_REVIEW_IDENTITY_H
#define TARE_REVIEW_IDENTITY_H

#include "corrections/entry.h"

typedef struct TareFrontMatter TareFrontMatter;
typedef struct TareReviewOrigin TareReviewOrigin;

/** Sets name, origin, id, kind and form of an empty entry, whose texts belong to it as those of a
    correction do. What a text tells of its origin comes before what is known of where it lies.
   False when memory is short. */
bool tare_identity_set(TareEntry* entry, const TareFrontMatter* front,
                       const TareReviewOrigin* origin, TareForm form);

#endif
