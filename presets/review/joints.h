/* Two sentences that tell one thing: "There is a peak at 8 kHz. It measures 6 dB." */

#ifndef TARE_JOINTS_H
#define TARE_JOINTS_H

#include "review/pair.h"
#include "review/token.h"

/** A sentence with the one behind it as one, when what is left alone at the end of the one is tied
    to what is left alone at the beginning of the other. */
typedef struct TareJoint {
    TareSentence sentence; ///< both, a semicolon in between
    TarePair pair;         ///< in it
    size_t last;           ///< the figure of the first sentence
    size_t first;          ///< the figure of the second, in that
} TareJoint;

/** Whether a sentence ends on a figure that belongs to none of its pairs, so that it may have one.
 */
bool tare_joint_may_be(const TareSentence* sentence, const TarePair* pairs, size_t n_pairs);

/** Whether two sentences are tied; both are settled, and their pairs found. */
bool tare_joint_find(const TareSentence* sentence, const TarePair* pairs, size_t n_pairs,
                     const TareSentence* next, TareJoint* joint);

#endif
