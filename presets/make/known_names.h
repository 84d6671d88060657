/* Names of headphones that other sources have brought into the catalogue already. */

#ifndef TARE_MAKE_KNOWN_NAMES_H
#define TARE_MAKE_KNOWN_NAMES_H

#include "corrections/entry.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareModels TareModels;
typedef struct TareSame TareSame;

typedef struct TareBrands TareBrands;

typedef struct TareKnownNames TareKnownNames;

/** By what a name is known. */
typedef enum {
    TARE_KNOWN_MAKER,            ///< who made it, by rules and table (make/same.h)
    TARE_KNOWN_PRODUCT,          ///< what it is, by the same
    TARE_KNOWN_PRODUCT_SPELLING, ///< how it is spelled, but for case and signs, without its variant
    TARE_KNOWN_WHOLE,            ///< what it is, with its variant
    TARE_KNOWN_WHOLE_SPELLING,   ///< how it is spelled with its variant
    TARE_N_KNOWN_KINDS
} TareKnownKind;

/** Takes the names out of files of the catalogue in a folder, those that are there. The table may
    be NULL, and must live as long as the names. NULL when memory is short. */
TareKnownNames* tare_known_names_new(const char* folder, const char* const* files, size_t n,
                                     const TareSame* same);
void tare_known_names_free(TareKnownNames* names);

/** The text by which an entry's name is known, to be freed; NULL when memory is short. */
char* tare_known_names_key(const TareSame* same, TareKnownKind kind, const TareEntry* entry);

/** The first entry in the order of names that is known by a text; NULL when there is none. */
const TareEntry* tare_known_names_find(const TareKnownNames* names, TareKnownKind kind,
                                       const char* key);

/** The form of a product as the table says it, else as an earlier source does; TARE_FORM_UNKNOWN
   when neither does. The table and the names may be NULL. False when memory is short. */
bool tare_known_names_form(TareForm* form, const TareEntry* entry, const TareSame* same,
                           const TareKnownNames* names);

/** All of them, in the order of names. */
const TareModels* tare_known_names_models(const TareKnownNames* names);

/** Splits "Sennheiser HD 650 (worn)" into brand, model and variant of the correction: as a known
    headphone is spelled, else by the longest known brand, else behind the first word. False when
    memory is short. */
bool tare_known_names_split(const TareKnownNames* names, const char* name, TareCorrection* c);

/** The brands of the known names, to be freed; NULL when memory is short. */
TareBrands* tare_known_names_brands(const TareKnownNames* names);

#endif
