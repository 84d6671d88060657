/* Places and sizes that no grammar joins, and that nothing else can be meant by. */

#ifndef TARE_LEFTOVERS_H
#define TARE_LEFTOVERS_H

#include "review/pair.h"
#include "review/token.h"

/** Whether two figures, a gain and a frequency in the order of the text with none in between, may
    be told of one thing: no word between them is about another. */
bool tare_leftovers_may_be(const TareSentence* sentence, size_t from, size_t to);

/** Pairs the figures of which none of `n` pairs tells, where they come in turns, a place and a size
    or a size and a place, and no word between them parts them. Returns the number of all pairs, not
    more than `max`. */
size_t tare_leftovers_pair(const TareSentence* sentence, TarePair* pairs, size_t n, size_t max);

#endif
