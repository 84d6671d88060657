/* Whether a clause tells of a target's own curve, or of one that somebody aims at. */

#ifndef TARE_TARGET_CURVES_H
#define TARE_TARGET_CURVES_H

#include <stdbool.h>

typedef struct TareClause TareClause;

/** "The diffuse-field curve peaks by 14 dB", "at 100 Hz Harman lies 5 dB lower", "the house curve
    that we use has a boost of 3 dB". */
bool tare_clause_is_of_target(const TareClause* clause);

#endif
