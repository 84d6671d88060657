/* Small groups of words and figures that mean one thing: "between 2 and 5 kHz", "up to", "top
 * octave". Resolved before any rule looks at a sentence. */

#ifndef TARE_IDIOMS_H
#define TARE_IDIOMS_H

#include "review/sentences.h"

/** Joins the groups of a sentence into single tokens, and settles words like "above" that mean a
    place before a frequency and a direction elsewhere. */
void tare_idioms_resolve(TareSentence* sentence);

#endif
