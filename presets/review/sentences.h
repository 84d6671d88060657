/* Sentences as the rules read them: cut into tokens, of which those that mean one thing together
   are one. */

#ifndef TARE_SENTENCES_H
#define TARE_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSentence TareSentence;

typedef struct TareNormalised TareNormalised;

/** Reads the sentence that begins at `*position` and moves behind it. False at the end. The text
    must stay as long as the sentence. */
bool tare_sentence_next(const TareNormalised* text, size_t* position, TareSentence* sentence);

#endif
