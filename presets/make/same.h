/* Which names are of one product: by rules, and by a table (catalogue/same.txt, described in
   catalogue/README.md). */

#ifndef TARE_MAKE_SAME_H
#define TARE_MAKE_SAME_H

#include "corrections/entry.h"

#include <stdbool.h>

typedef struct TareText TareText;

typedef struct TareSame TareSame;

/* A NULL table in what follows is an empty one. All are false when memory is short. */

/** Appends a key that is the same for names of one product, whatever its variant, and for no
    others. */
bool tare_same_key(const TareSame* same, TareText* key, const char* brand, const char* model);

/** The same for a maker alone. */
bool tare_same_maker_key(const TareSame* same, TareText* key, const char* brand);

/** The same for a variant; NULL is none. Its parts between commas may stand in any order. */
bool tare_same_variant_key(const TareSame* same, TareText* key, const char* variant);

/** Spells a name as the table does: a maker, or a whole product, that stands in it; a part of the
    variant that belongs to the product's name is taken away, and what that ends with in brackets is
    put in front of it. All are set as by tare_text_set(); the variant may be NULL. */
bool tare_same_spell(const TareSame* same, const char** brand, const char** model,
                     const char** variant);

/** The form that the table says of a product by its key; TARE_FORM_UNKNOWN when it says none. */
TareForm tare_same_form(const TareSame* same, const char* key);

/** Why two products are kept apart, by their keys; NULL when the table says nothing. */
const char* tare_same_apart(const TareSame* same, const char* key, const char* other);

#endif
