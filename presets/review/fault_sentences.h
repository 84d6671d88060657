/* Full sentences that tell a fault wherever they stand, under a heading "EQ" too. */

#ifndef TARE_FAULT_SENTENCES_H
#define TARE_FAULT_SENTENCES_H

#include <stdbool.h>

typedef struct TareSentence TareSentence;

/** Whether a settled sentence has a noun or adjective of fault and a verb that says it is there,
    "The treble has a peak of 5 dB at 8 kHz", and speaks of nobody's work. */
bool tare_sentence_tells_fault(const TareSentence* sentence);

#endif
