/* Places without a size and sizes without a place that are told of one thing. */

#ifndef TARE_ORPHANS_H
#define TARE_ORPHANS_H

#include "review/pair.h"
#include "review/token.h"

/** Adds pairs of what is left alone in neighbouring clauses of a sentence and is tied, behind `n`
    that are found, up to `max`. Returns how many there are then. */
size_t tare_orphans_pair(const TareSentence* sentence, TarePair* pairs, size_t n, size_t max);

/** A sentence with the one behind it as one, when what is left alone at the end of the one is tied
    to what is left alone at the beginning of the other. */
typedef struct TareJoint {
    TareSentence sentence; ///< both, a semicolon in between
    TarePair pair;         ///< in it
    size_t last;           ///< the figure of the first sentence
    size_t first;          ///< the figure of the second, in that
} TareJoint;

/** Whether two sentences are tied; both are settled, and their pairs found. */
bool tare_orphans_join(const TareSentence* sentence, const TarePair* pairs, size_t n_pairs,
                       const TareSentence* next, TareJoint* joint);

#endif
