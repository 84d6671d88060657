/* Names of headphones that begin as a person types: for offering them before all is typed. */

#ifndef TARE_TYPED_H
#define TARE_TYPED_H

#include "base/text.h"

/** What is typed, folded. Starts as {0}. */
typedef struct TareTyped {
    TareText words; ///< letters and digits of each word, a blank behind it
    size_t n_words; ///< of them
    size_t n_last;  ///< of those, so many belong to what is typed last
} TareTyped;

/** Adds one argument of the command line; the last one added may be typed in part. */
void tare_typed_add(TareTyped* typed, const char* text);

void tare_typed_clear(TareTyped* typed);

/** How a name fits, the worse first. */
typedef enum {
    TARE_TYPED_NOTHING,
    TARE_TYPED_APART,  ///< words between those that are typed are left out: "sony ex1"
    TARE_TYPED_WITHIN, ///< words before them are: "hd6"
    TARE_TYPED_BEGUN   ///< it begins like that: "senn"
} TareTypedFit;

/** Where what was typed stands in a name. */
typedef struct TareTypedMatch {
    TareTypedFit fit;
    const char* last; ///< where what is typed last begins, in the name
    const char* end;  ///< behind the last letter that is typed
} TareTypedMatch;

/** Holds the name in an id against it: "sennheiser-hd-650", up to a "/". Words begin behind a
    hyphen, and where digits follow letters or the other way round; a word that is typed may go over
    several of the name, "hd650". */
TareTypedMatch tare_typed_match(const TareTyped* typed, const char* name);

#endif
