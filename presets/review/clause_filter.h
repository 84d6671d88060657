/* The filter that a clause asks for: its kind, place and width. */

#ifndef TARE_CLAUSE_FILTER_H
#define TARE_CLAUSE_FILTER_H

#include "tare/band.h"

typedef struct TareClause TareClause;

/** The filter of this gain, in dB, where the pair of a clause is: a peak as wide as a range that is
    told, or a shelf where the words or the range say so. */
TareBand tare_clause_filter(const TareClause* clause, double correction_db);

#endif
