/* Figures that are no faults by the way they are said: limits, bandwidths, slopes, denials. */

#ifndef TARE_NO_FAULTS_H
#define TARE_NO_FAULTS_H

#include "review/reason.h"

#include <stdbool.h>

typedef struct TareClause TareClause;

/** Why a pair is no fault; TARE_REASON_NONE when it may be one. */
TareReason tare_no_fault_reason(const TareClause* clause);

/** Whether the words beside a gain make it a limit: "within 3 dB", "the 5 dB threshold". */
bool tare_is_limit(const TareClause* clause);

#endif
