/* Which gain of a sentence is said of which frequency. */

#ifndef TARE_PAIRS_H
#define TARE_PAIRS_H

#include "review/pair.h"

typedef struct TareSentence TareSentence;

enum { TARE_MAX_PAIRS = 32 };

/** Finds the pairs of a sentence, in the order of their gains. A gain stands in several pairs when
    it is said of several frequencies: "9 dB peaks at 5.8 kHz and 11 kHz". Returns how many. */
size_t tare_pairs_find(const TareSentence* sentence, TarePair pairs[TARE_MAX_PAIRS]);

#endif
