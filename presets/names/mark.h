/* The pairs of neighbouring letters of a folded name, as bits: what two names can have in common at
   most is told quickly. */

#ifndef TARE_MARK_H
#define TARE_MARK_H

#include <stdint.h>

/** A set of 128 bits for the pairs of a text, one for each; more than one pair may have the same.
 */
typedef struct TareMark {
    uint64_t bits[2];
} TareMark;

/** 6 bits for a byte: each small ASCII letter, digit and plus has its own, all others share. */
static inline unsigned tare_mark_code(char c)
{
    return ((unsigned)c & 31) | (~(unsigned)c >> 1 & 32);
}

/** The pair of letters with which a text begins, a number below 4096. */
static inline unsigned tare_mark_pair(const char* text)
{
    return tare_mark_code(text[0]) << 6 | tare_mark_code(text[1]);
}

/** The mark of all pairs of a text. */
TareMark tare_mark_of(const char* text);

#endif
