/* Sentences that take back what the one before says: "It has a 6 dB bump at 100 Hz. It hasn't." */

#ifndef TARE_RETRACTIONS_H
#define TARE_RETRACTIONS_H

#include <stdbool.h>

typedef struct TareSentence TareSentence;

/** Whether a sentence, cut at least, says that the one before is not so. */
bool tare_sentence_denies(const TareSentence* sentence);

/** Whether it says that what the one before told to be done was undone: "It was a bad idea". */
bool tare_sentence_undoes(const TareSentence* sentence);

/** Whether it says that a filter which the one before tells of was left out: "I left that out". */
bool tare_sentence_drops_filter(const TareSentence* sentence);

#endif
