/* Sentences as the rules read them: cut into tokens, of which those that mean one thing together
   are one. Most sentences of a review hold no figure, and nothing can come of them: they are cut,
   for that tells where the next one begins, and what their words mean is looked up in the tables
   only when the sentence behind them asks for it. */

#ifndef TARE_SENTENCES_H
#define TARE_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSentence TareSentence;

typedef struct TareNormalised TareNormalised;

/** Cuts out the sentence that begins at `*position`, figures in words joined, and moves behind it.
    False at the end. The text must stay as long as the sentence. */
bool tare_sentence_cut(const TareNormalised* text, size_t* position, TareSentence* sentence);

/** Whether a sentence that was cut may have a gain or a place when it is settled. */
bool tare_sentence_may_tell(const TareSentence* sentence);

/** Makes out what the words of a sentence that was cut mean, and joins those that mean one thing;
    nothing the second time. */
void tare_sentence_settle(TareSentence* sentence);

/** Cuts out a sentence and settles it. */
bool tare_sentence_next(const TareNormalised* text, size_t* position, TareSentence* sentence);

#endif
