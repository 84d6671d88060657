/* Names folded to what counts when they are compared: letters without case and accents, digits, and
   "+", which tells a model from another one ("CRA", "CRA+"). */

#ifndef TARE_FOLD_H
#define TARE_FOLD_H

#include <stdint.h>

typedef struct TareText TareText;

/** Appends the words of a name, a blank between each two: "hd 650" for "HD650", "HD-650" and
    full-width forms of these. A word is a run of letters, a run of digits, or a "+". What is
    neither Latin nor Cyrillic nor a digit counts as a letter and stays as it is; bytes that are not
    UTF-8 are left out. */
void tare_fold_words(TareText* words, const char* name);

/** Appends the words without the blanks: "hd650". */
void tare_fold_join(TareText* joined, const char* words);

/** A number that is the same for the same words in any order, and hardly for others. */
uint64_t tare_fold_hash(const char* words);

#endif
