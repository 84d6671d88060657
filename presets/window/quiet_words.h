/* Numbers in bands that are not heard: all that every host keeps are the values of ports. */

#ifndef TARE_WINDOW_QUIET_WORDS_H
#define TARE_WINDOW_QUIET_WORDS_H

#include <stdint.h>

typedef struct TareBandSet TareBandSet;

enum { TARE_QUIET_WORD_BITS = 12 };

/** Puts n words into the Q of the last bands that are not heard; nothing where there are too few of
    these. */
void tare_quiet_words_put(TareBandSet* set, const uint32_t* words, uint32_t n);

/** Takes up to n words out again, the same first; returns how many: more than were put in, where
    further bands have a Q that is one. */
uint32_t tare_quiet_words_take(const TareBandSet* set, uint32_t* words, uint32_t n);

#endif
