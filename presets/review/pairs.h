/* Which gain of a sentence is said of which frequency. */

#ifndef TARE_PAIRS_H
#define TARE_PAIRS_H

#include "review/sentences.h"

enum { TARE_MAX_PAIRS = 32 };

/** Indices of tokens. */
typedef struct {
    size_t gain, freq;
    size_t q; ///< 0 when none is stated: a sentence never begins with a Q that belongs to a pair
    bool is_in_order; ///< paired by "respectively": what is said of it stands beside the frequency
} TarePair;

/** Finds the pairs of a sentence, in the order of their gains. A gain stands in several pairs when
    it is said of several frequencies: "9 dB peaks at 5.8 kHz and 11 kHz". Returns how many. */
size_t tare_pairs_find(const TareSentence* sentence, TarePair pairs[TARE_MAX_PAIRS]);

#endif
