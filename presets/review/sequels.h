/* Whether a sentence goes on with what the one before was about. */

#ifndef TARE_SEQUELS_H
#define TARE_SEQUELS_H

#include <stdbool.h>

typedef struct TareSentence TareSentence;

/** With its fault: "A second one at 14 kHz". */
bool tare_sequel_of_fault(const TareSentence* sentence);

/** With its nouns: "It has two peaks. One at 3 kHz, 4 dB": the sign of what corrects these; 0 when
    it does not. `before` may be NULL. */
double tare_sequel_of_nouns(const TareSentence* sentence, const TareSentence* before);

/** With its remedies: "Then a lift of 3 dB at 4 kHz". */
bool tare_sequel_of_remedy(const TareSentence* sentence);

#endif
