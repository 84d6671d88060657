/* The words of a name as the table of names of one product writes them. */

#ifndef TARE_MAKE_SAME_WORDS_H
#define TARE_MAKE_SAME_WORDS_H

#include "base/pool.h"
#include "corrections/entry.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareText TareText;

/** What a rule is about, in the order in which rules stand and are applied. */
typedef enum {
    TARE_SAME_MAKER,   ///< how names begin
    TARE_SAME_LINE,    ///< how names of a maker begin
    TARE_SAME_PRODUCT, ///< whole names but for the variant
    TARE_SAME_STATE,   ///< words of a variant
    TARE_SAME_APART,   ///< whole names that are not of one product
    TARE_SAME_FORM,    ///< the form of a product
    TARE_N_SAME_KINDS
} TareSameKind;

/** One of the names of a rule. */
typedef struct TareSameName {
    TareSameKind kind;
    TareForm form;             ///< of a rule about a form
    const char *brand, *model; ///< as written; the brand alone for makers, the model for states
    const char* words;         ///< product_words.h, after the rules of earlier kinds
    const char *key, *folded;  ///< the words joined; the whole name folded and joined
    const char* reason;
    const struct TareSameName* first; ///< of the rule: the name that stands for the others
    struct TareSameName* next;
} TareSameName;

typedef struct TareSame {
    TareSameName* names; ///< of all rules, in the order of the file
    TareSameName** end;
    TareSameKind last; ///< the kind of the last rule
    TarePool pool;
} TareSame;

/** The longest name of a kind with which words begin, and what it takes; NULL when there is none.
 */
const TareSameName* tare_same_name_at(const TareSame* same, TareSameKind kind, const char* words,
                                      size_t* length);

/** Puts others in place of the words at a place. */
void tare_same_replace(TareText* words, size_t start, size_t length, const char* by);

/** Applies the rules of a kind at the beginning of a name; sets the length of the maker in it. */
void tare_same_apply(const TareSame* same, TareSameKind kind, TareText* words, size_t* maker);

/** Appends the words of a name by the rules and by those of the table before a kind. */
void tare_same_words(const TareSame* same, TareSameKind end, TareText* words, const char* brand,
                     const char* model);

/** Appends a whole name folded and joined. */
void tare_same_fold(TareText* folded, const char* brand, const char* model);

#endif
