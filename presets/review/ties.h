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

/** Whether nothing keeps two such figures apart: a target, an ear, a "but", a list, or that the
    place is only compared with. */
bool tare_tie_may_be(const TareSentence* sentence, size_t from, size_t to);

/** Whether a sign, or the words of the clause of either, tell of too much or too little. */
bool tare_tie_is_directed(const TareSentence* sentence, size_t place, size_t gain);

/** Whether a gain has a noun of its own behind it: "5 dB more bass". */
bool tare_tie_has_own_noun(const TareSentence* sentence, size_t gain);

#endif
