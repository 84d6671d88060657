/* Prose cut into sentences, and these into words, figures and marks, each as it stands there. */

#ifndef TARE_SPLIT_H
#define TARE_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSentence TareSentence;

typedef struct TareNormalised TareNormalised;

/** Cuts out the sentence that begins at `*position` and moves behind it. False at the end. */
bool tare_split_next(const TareNormalised* text, size_t* position, TareSentence* sentence);

#endif
