/* Many texts in one, each of them once. */

#ifndef TARE_TEXTS_ONCE_H
#define TARE_TEXTS_ONCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareText TareText;

typedef struct TareTextsOnce {
    TareText* all;    ///< the texts, a NUL behind each; a NUL before the first
    uint32_t* places; ///< a hash table of where they begin, 0 for an empty place
    size_t n_places;  ///< a power of two
} TareTextsOnce;

/** Begins with an empty text, where at most n texts go. False when memory is short; to be ended in
    any case. */
bool tare_texts_once_begin(TareTextsOnce* texts, TareText* all, size_t n);

/** Where a text begins that is there now; 0 for NULL, or when `all` has failed. */
uint32_t tare_texts_once_add(TareTextsOnce* texts, const char* text);

void tare_texts_once_end(TareTextsOnce* texts);

#endif
