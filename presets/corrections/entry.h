/* Who a correction is for and whose it is. */

#ifndef TARE_ENTRY_H
#define TARE_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

typedef struct TareAim TareAim;

/** Who a correction is for and whose it is, without what it does: all that lists and searches need.
    The texts are UTF-8 and belong to whoever made the entry; NULL where nothing is known, but id,
    brand and model are always there. */
typedef struct TareEntry {
    const char* id;      ///< stable and unique: "sony-mdr-ex1000/audioreview"
    const char* brand;   ///< "Sony"
    const char* model;   ///< "MDR-EX1000"
    const char* variant; ///< "ANC on"
    const char* author;  ///< who measured or wrote it
    const char* rig;
    const char* target;  ///< towards what, in the author's words
    const char* source;  ///< address
    const char* date;    ///< "2025-07-22"
    const char* licence; ///< SPDX name: "MIT"
    TareForm form;
    TareKind kind;
    const TareAim* aim; ///< towards what, as aim.h knows it; NULL when it does not
    bool is_makeshift;  ///< for an equaliser that only comes near, or called preliminary
} TareEntry;

/** How catalogues say that a correction is makeshift. */
extern const char tare_version_makeshift[];

/** "in-ear"; NULL when unknown or out of range. */
const char* tare_form_name(TareForm form);

/** The form of such a name; TARE_FORM_UNKNOWN for any other text and for NULL. */
TareForm tare_form_find(const char* name);

/** "review"; NULL when out of range. */
const char* tare_kind_name(TareKind kind);

/** Writes the name a person reads: "Sony MDR-EX1000 (variant)". Truncates between
    characters to fit; made plain. */
void tare_entry_display_name(const TareEntry* entry, char* name, size_t size);

/** Whether a text may be an id: lower-case ASCII letters, digits, "-._+/" and anything that is not
    ASCII and is plain. */
bool tare_entry_id_is_valid(const char* id);

/** Whether two ids name the same files and presets: "/" becomes "-" there. */
bool tare_entry_id_is_alike(const char* a, const char* b);

/** A number that is the same for such ids, and hardly for others. */
uint64_t tare_entry_id_hash(const char* id);

#endif
