/* What ties a place to a size that stands apart from it: "the trouble sits at 400 Hz, where it puts
   out 5 dB more than it ought to". */

#ifndef TARE_TIES_H
#define TARE_TIES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSentence TareSentence;

/** Whether two figures, a gain and a frequency in the order of the text with none of either kind
    in between, are tied by a pronoun, a relative, an apposition, a source or a noun of fault. */
bool tare_are_tied(const TareSentence* sentence, size_t from, size_t to);

#endif
