/* What a headphone needs, and how we know: the one type that readers make, the catalogue stores,
   search finds and writers write. */

#ifndef TARE_CORRECTION_H
#define TARE_CORRECTION_H

#include "band_set.h"

#include <stddef.h>

typedef enum {
    TARE_FORM_UNKNOWN,
    TARE_FORM_OVER_EAR,
    TARE_FORM_ON_EAR,
    TARE_FORM_IN_EAR,
    TARE_FORM_EARBUD,
    TARE_N_FORMS
} TareForm;

typedef enum {
    TARE_KIND_REVIEW,      ///< words of a review
    TARE_KIND_MEASUREMENT, ///< fitted by us to a measured response
    TARE_KIND_PRESET,      ///< published as bands by somebody else
    TARE_KIND_USER,        ///< made by the listener
    TARE_N_KINDS
} TareKind;

/** Words or a file on which a correction rests. */
typedef struct {
    char* file;    ///< as named by the source, "sony/sony-mdr-ex1000.md"
    char* section; ///< heading; NULL if none
    unsigned line; ///< from 1; 0 if none
    char* text;    ///< the words themselves; NULL if none
    char* note;    ///< what was assumed or changed: "Q assumed", "half of +6 dB"; NULL if nothing
} TareEvidence;

/** All texts are UTF-8 and owned by the correction; NULL where nothing is known, but id, brand and
    model are always there. */
typedef struct {
    char* id;      ///< stable and unique: "sony-mdr-ex1000/audioreview"
    char* brand;   ///< "Sony"
    char* model;   ///< "MDR-EX1000"
    char* variant; ///< "ANC on"
    TareForm form;
    TareKind kind;
    char* author; ///< who measured or wrote it
    char* rig;
    char* target;
    char* source;  ///< address
    char* date;    ///< "2025-07-22"
    char* licence; ///< SPDX name: "MIT"
    TareBandSet set;
    TareEvidence* evidence;
    size_t n_evidence;
} TareCorrection;

/** Who a correction is for and whose it is, without what it does: all that lists and searches need.
    The texts belong to whoever made the entry; NULL where nothing is known. */
typedef struct {
    const char *id, *brand, *model, *variant;
    const char *author, *rig, *target, *source, *date, *licence;
    TareForm form;
    TareKind kind;
} TareEntry;

/** The entry of a correction; its texts are those of the correction. */
TareEntry tare_correction_entry(const TareCorrection* correction);

/** Frees all that a correction owns and empties it; the struct itself is the caller's. */
void tare_correction_clear(TareCorrection* correction);

/** Appends a copy of the evidence. False when memory is short. */
bool tare_correction_add_evidence(TareCorrection* correction, const TareEvidence* evidence);

/** "in-ear"; NULL when unknown or out of range. */
const char* tare_form_name(TareForm form);

/** "review"; NULL when out of range. */
const char* tare_kind_name(TareKind kind);

/** Writes the name a person reads: "Sony MDR-EX1000 (variant)". Truncates between
    characters to fit. */
void tare_entry_display_name(const TareEntry* entry, char* name, size_t size);
void tare_correction_display_name(const TareCorrection* correction, char* name, size_t size);

/** Gives a set the preamp that keeps its summed response from 5 Hz to Nyquist at or below 0 dB at
    44.1, 48, 96 and 192 kHz, rounded down to 0.1 dB: 0 when nothing is boosted, and never below
    TARE_PREAMP_MIN_DB. False, and no change, when memory is short. */
bool tare_correction_set_safe_preamp(TareBandSet* set);

#endif
