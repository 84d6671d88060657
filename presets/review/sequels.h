/* Whether a sentence goes on with what the one before was about. */

#ifndef TARE_SEQUELS_H
#define TARE_SEQUELS_H

#include <stdbool.h>

typedef struct TareSentence TareSentence;

/** With its fault: "A second one at 14 kHz". */
bool tare_sequel_of_fault(const TareSentence* sentence);

/** With its remedies: "Then a lift of 3 dB at 4 kHz". */
bool tare_sequel_of_remedy(const TareSentence* sentence);

#endif
