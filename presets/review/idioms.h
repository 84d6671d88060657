/* Small groups of words and figures that mean one thing: "between 2 and 5 kHz", "up to", "top
   octave". Resolved before any rule looks at a sentence. */

#ifndef TARE_IDIOMS_H
#define TARE_IDIOMS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSentence TareSentence;

/** Whether a token and the next name a range of frequencies: "top octave". */
bool tare_idiom_is_range(const TareSentence* sentence, size_t index);

/** Joins the group that begins at a token, if any does, to one token. */
void tare_idiom_join(TareSentence* sentence, size_t index);

/** Settles what a word means by its neighbours: "lower" and "more", which are directions only when
    they compare, "exceeds", "by". */
void tare_idiom_settle_words(TareSentence* sentence, size_t index);

/** Settles words like "above" that mean a place before a frequency and a direction elsewhere, and
    what is no frequency of a fault. Comes last. */
void tare_idiom_settle_places(TareSentence* sentence, size_t index);

#endif
