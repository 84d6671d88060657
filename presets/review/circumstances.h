/* What a clause is said under: with another part, of another issue of the product, of the target,
   or only if something happens. Told by classes of words and how they stand together. */

#ifndef TARE_CIRCUMSTANCES_H
#define TARE_CIRCUMSTANCES_H

#include "review/reason.h"

#include <stdbool.h>

typedef struct TareClause TareClause;

/** Why a clause is not about the headphone as it is; TARE_REASON_NONE when nothing says so. */
TareReason tare_circumstance_reason(const TareClause* clause);

/** Whether the clause tells what comes of something that need not be: "if the seal breaks, you lose
    10 dB". */
bool tare_is_conditional(const TareClause* clause);

#endif
