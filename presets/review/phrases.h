/* Words that mean something only together: "calls for", "pull 5 kHz down", "too much". */

#ifndef TARE_PHRASES_H
#define TARE_PHRASES_H

#include <stddef.h>

typedef struct TareSentence TareSentence;

/** Gives the words of the phrase that begins at a token the meaning of the whole. */
void tare_phrase_settle(TareSentence* sentence, size_t index);

#endif
