/* What a headphone needs, and how we know: the one type that readers make, the catalogue stores,
   search finds and writers write. */

#ifndef TARE_CORRECTION_H
#define TARE_CORRECTION_H

#include "band_set.h"
#include "corrections/form.h"

#include <stddef.h>

typedef enum {
    TARE_KIND_REVIEW,      ///< words of a review
    TARE_KIND_MEASUREMENT, ///< fitted by us to a measured response
    TARE_KIND_PRESET,      ///< published as bands by somebody else
    TARE_KIND_USER,        ///< made by the listener
    TARE_N_KINDS
} TareKind;

/** Words or a file on which a correction rests. Of a review each band has one, in their order. */
typedef struct {
    const char* file;    ///< as named by the source, "sony/sony-mdr-ex1000.md"
    const char* section; ///< heading; NULL if none
    unsigned line;       ///< from 1; 0 if none
    const char* text;    ///< the words themselves; NULL if none
    const char* note;    ///< for people: what was assumed or changed; NULL if nothing
    bool is_advice;      ///< the words name a remedy; else a fault, or nothing that is known
    double stated_db; ///< gain of the remedy that the words ask for in full; 0: as the band has it
} TareEvidence;

/** Who a correction is for and whose it is, without what it does: all that lists and searches need.
    The texts are UTF-8 and belong to whoever made the entry; NULL where nothing is known, but id,
    brand and model are always there. */
typedef struct {
    const char* id;      ///< stable and unique: "sony-mdr-ex1000/audioreview"
    const char* brand;   ///< "Sony"
    const char* model;   ///< "MDR-EX1000"
    const char* variant; ///< "ANC on"
    const char* author;  ///< who measured or wrote it
    const char* rig;
    const char* target;
    const char* source;  ///< address
    const char* date;    ///< "2025-07-22"
    const char* licence; ///< SPDX name: "MIT"
    TareForm form;
    TareKind kind;
} TareEntry;

/** What a headphone needs. Evidence and texts belong to the correction, which sets them by
    tare_text_set(); those of one that a catalogue gave belong to the catalogue. */
typedef struct {
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

/** Frees the texts of an evidence and empties it. */
void tare_evidence_clear(TareEvidence* evidence);

/** "review"; NULL when out of range. */
const char* tare_kind_name(TareKind kind);

/** Writes the name a person reads: "Sony MDR-EX1000 (variant)". Truncates between
    characters to fit. */
void tare_entry_display_name(const TareEntry* entry, char* name, size_t size);

/** Gives a set the preamp that keeps its summed response from 5 Hz to Nyquist at or below 0 dB at
    44.1, 48, 96 and 192 kHz, rounded down to 0.1 dB: 0 when nothing is boosted, and never below
    TARE_PREAMP_MIN_DB. False, and no change, when memory is short. */
bool tare_correction_set_safe_preamp(TareBandSet* set);

#endif
