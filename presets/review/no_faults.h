/* Figures that are no faults by the way they are said: limits, bandwidths, slopes, denials. */

#ifndef TARE_NO_FAULTS_H
#define TARE_NO_FAULTS_H

#include "review/clauses.h"

/** Why a pair is no fault; NULL when it may be one. */
const char* tare_no_fault_reason(const TareClause* clause);

/** Whether the words beside a gain make it a limit: "within 3 dB", "the 5 dB threshold". */
bool tare_is_limit(const TareClause* clause);

#endif
