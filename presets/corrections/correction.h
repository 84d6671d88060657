/* What a headphone needs, and how we know: the one type that readers make, the catalogue stores,
   search finds and writers write. */

#ifndef TARE_CORRECTION_H
#define TARE_CORRECTION_H

#include "band_set.h"
#include "corrections/entry.h"

typedef struct TareEvidence TareEvidence;

/** What a headphone needs. Evidence and texts belong to the correction, which sets them by
    tare_text_set(); those of one that a catalogue gave belong to the catalogue. */
typedef struct TareCorrection {
    TareEntry entry;
    TareBandSet set;
    TareEvidence* evidence;
    size_t n_evidence;
} TareCorrection;

/** Frees all that a correction owns and empties it; the struct itself is the caller's. */
void tare_correction_clear(TareCorrection* correction);

/** Appends a copy of the evidence. False when memory is short. */
bool tare_correction_add_evidence(TareCorrection* correction, const TareEvidence* evidence);

/** Makes a copy that owns all it holds. False, with an empty copy, when memory is short. */
bool tare_correction_copy(TareCorrection* copy, const TareCorrection* correction);

#endif
