/* On what a correction rests. */

#ifndef TARE_EVIDENCE_H
#define TARE_EVIDENCE_H

#include <stdbool.h>

/** Words or a file on which a correction rests. Of a review each band has one, in their order. */
typedef struct TareEvidence {
    const char* file;    ///< as named by the source, "sony/sony-mdr-ex1000.md"
    const char* section; ///< heading; NULL if none
    unsigned line;       ///< from 1; 0 if none
    const char* text;    ///< the words themselves; NULL if none
    const char* curve;   ///< the measured levels, see curves/stored_curve.h; NULL if none
    const char* note;    ///< for people: what was assumed or changed; NULL if nothing
    bool is_advice;      ///< the words name a remedy; else a fault, or nothing that is known
    double stated_db; ///< gain of the remedy that the words ask for in full; 0: as the band has it
} TareEvidence;

/** Frees the texts of an evidence and empties it. */
void tare_evidence_clear(TareEvidence* evidence);

#endif
