/* What the text of a review says in figures, and what of it counts for nothing. */

#ifndef TARE_FACT_H
#define TARE_FACT_H

#include "corrections/evidence.h"
#include "review/reason.h"
#include "tare/band.h"

/** What one clause of a text says: a fault of the headphone or a remedy for it. */
typedef struct TareFact {
    bool is_advice;   ///< the text names the remedy itself
    TareBand filter;  ///< as correction, at the full stated gain
    bool is_q_stated; ///< else q is our assumption
    TareEvidence evidence;
} TareFact;

/** A phrase with figures from which nothing was made, and why. */
typedef struct TareLeftOut {
    unsigned line;
    char* text;
    TareReason reason;
    double place_hz; ///< of which no size is said; else 0
} TareLeftOut;

#endif
