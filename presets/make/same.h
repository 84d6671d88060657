/* Which names are of one product: by rules, and by a table (catalogue/same.txt, described in
   catalogue/README.md). */

#ifndef TARE_MAKE_SAME_H
#define TARE_MAKE_SAME_H

#include "base/report.h"
#include "corrections/entry.h"

typedef struct TareText TareText;

typedef struct TareSame TareSame;

/** An empty table; NULL when memory is short. */
TareSame* tare_same_new(void);

/** Frees it; NULL is allowed. */
void tare_same_free(TareSame* same);

/** Adds the rules of a file. A line that cannot be used is reported with line and column and left
    out; the rest counts. Returns TARE_OK when everything could be used. */
TareStatus tare_same_add_file(TareSame* same, const char* path, const TareReporter* reporter);

/** Adds a text as if it were the content of the file `name`. */
TareStatus tare_same_add_text(TareSame* same, const char* name, const char* text, size_t length,
                              const TareReporter* reporter);

/* A NULL table in what follows is an empty one. All are false when memory is short. */

/** Appends a key that is the same for names of one product, whatever its variant, and for no
    others. */
bool tare_same_key(const TareSame* same, TareText* key, const char* brand, const char* model);

/** The same for a maker alone. */
bool tare_same_maker_key(const TareSame* same, TareText* key, const char* brand);

/** The same for a variant; NULL is none. Its parts between commas may stand in any order. */
bool tare_same_variant_key(const TareSame* same, TareText* key, const char* variant);

/** Spells a name as the table does: a maker, or a whole product, that stands in it; a part of the
    variant that belongs to the product's name is taken away. All are set as by tare_text_set(); the
    variant may be NULL. */
bool tare_same_spell(const TareSame* same, const char** brand, const char** model,
                     const char** variant);

/** The form that the table says of a product by its key; TARE_FORM_UNKNOWN when it says none. */
TareForm tare_same_form(const TareSame* same, const char* key);

/** Why two products are kept apart, by their keys; NULL when the table says nothing. */
const char* tare_same_apart(const TareSame* same, const char* key, const char* other);

#endif
