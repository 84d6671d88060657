/* Places without a size and sizes without a place that are told of one thing. */

#ifndef TARE_ORPHANS_H
#define TARE_ORPHANS_H

#include "review/pair.h"
#include "review/token.h"

/** Whether a figure belongs to none of `n` pairs. */
bool tare_orphan_is_alone(const TarePair* pairs, size_t n, size_t figure);

/** The pair of two figures, a gain and a frequency in the order of the text. */
TarePair tare_orphan_pair_of(const TareSentence* sentence, size_t from, size_t to);

/** Adds pairs of what is left alone in neighbouring clauses of a sentence and is tied, behind `n`
    that are found, up to `max`. Returns how many there are then. */
size_t tare_orphans_pair(const TareSentence* sentence, TarePair* pairs, size_t n, size_t max);

#endif
