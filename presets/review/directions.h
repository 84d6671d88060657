/* Too loud or too quiet, fault or remedy: what the words of a clause say about its gain. */

#ifndef TARE_DIRECTIONS_H
#define TARE_DIRECTIONS_H

#include "review/clauses.h"
#include "review/reason.h"

typedef struct TareDirection {
    TarePair pair;        ///< that it was found for
    bool is_advice;       ///< the text names the remedy
    double correction_db; ///< the middle of a stated interval, with the sign that corrects
} TareDirection;

/** Finds the direction of a pair. `before` is that of the pair before it in the sentence,
    which holds on in a list where the words here say nothing else; NULL when there is none. Returns
    why there is no direction, TARE_REASON_NONE when there is one. */
TareReason tare_direction_find(const TareClause* clause, const TareDirection* before,
                               TareDirection* direction);

#endif
