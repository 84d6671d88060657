/* Other names, folded for looking them up. */

#ifndef TARE_ALIAS_NAMES_H
#define TARE_ALIAS_NAMES_H

#include "base/pool.h"
#include "base/text.h"
#include "names/piece.h"

/** One of the names that mean the same. What is to be left out has a second name without words,
    which stands nowhere. */
typedef struct TareAliasName {
    const char* words;
    const char* joined;
    struct TareAliasName* next;
} TareAliasName;

/** A name out of a rule about one product: the maker may be empty. */
typedef struct TareMadeName {
    TarePiece maker, model;
} TareMadeName;

/** What folding needs; starts as {0}. */
typedef struct TareAliasFolder {
    TarePool pool;
    TareText text, words, joined; ///< a name that is being folded
} TareAliasFolder;

/** Frees what it holds, and all names that were folded with it. */
void tare_alias_folder_clear(TareAliasFolder* folder);

/** Folds a name and puts it behind others. TARE_NO_MEMORY or TARE_OK. */
TareStatus tare_alias_add_name(TareAliasFolder* folder, TareAliasName** names, const char* text,
                               size_t length);

/** The next of names "MAKER: MODEL = MODEL = OTHER: MODEL", which it is cut off; one without a
   maker has the one given. */
TareMadeName tare_made_name_cut(TarePiece* rest, const TarePiece* maker);

/** Folds a pair into names: with the maker, unless there is none, or the second model alone has
   more than one word and is of the same. TARE_NO_MEMORY or TARE_OK. */
TareStatus tare_alias_fold_pair(TareAliasFolder* folder, const TareMadeName pair[2],
                                TareAliasName** names);

#endif
