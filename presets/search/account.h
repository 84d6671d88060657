/* Whether a model's name accounts for every word that was typed, and what it says beyond. */

#ifndef TARE_ACCOUNT_H
#define TARE_ACCOUNT_H

#include "base/text.h"
#include "names/term.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareEntry TareEntry;

/** The words that were typed, and what each of them is. Starts as {0}. */
typedef struct TareAsked {
    TareTerms words;
    unsigned classes[TARE_MAX_TERMS]; ///< general_words.h
    size_t max_slips[TARE_MAX_TERMS]; ///< forgiven in it: in long plain words only
} TareAsked;

/** Sets them by a folded text, which must live as long. False when there are too many. */
bool tare_asked_set(TareAsked* asked, const char* folded);

/** The words of a model's name. Starts as {0}. */
typedef struct TareNameWords {
    TareText brand, model, variant; ///< folded
    TareTerms words;
    size_t n_brand; ///< of the words
    size_t n_bare;  ///< of brand and model
    bool is_whole;  ///< all words have found their place
} TareNameWords;

/** Sets the words of an entry's name in place of others. False when memory is short. */
bool tare_name_words_set(TareNameWords* name, const TareEntry* entry);

void tare_name_words_clear(TareNameWords* name);

/** What is left over on both sides; what is worse stands first. */
typedef struct TareAccount {
    bool is_maker;          ///< nothing but the maker was typed
    bool tells_more;        ///< the name has a word that makes another product of it
    const TareTerm* slip;   ///< a word that was typed with a slip; NULL when there is none
    size_t n_general;       ///< words that were typed and say nothing
    size_t n_not_typed;     ///< words of the model that say nothing
    bool lacks_series;      ///< the maker's beginning of codes was not typed
    bool has_other_variant; ///< none of the words of its variant were typed, and it has one
    bool is_disordered;     ///< typed in another order
    size_t n_of_variant;    ///< words of its variant that were not typed while others were
    const TareTerm* source; ///< the first of the words that say whose correction is wanted, or NULL
    size_t n_source;        ///< of them
} TareAccount;

/** Holds typed words against a name. False when one of them that tells products apart is not
    accounted for. */
bool tare_account(TareAccount* account, const TareAsked* asked, const TareNameWords* name);

#endif
