/* Figures written in words: "four decibels", "two to three dB", "a six-dB peak", "6 dB at 60 Hz and
   4 at 9 kHz". */

#ifndef TARE_SPELT_H
#define TARE_SPELT_H

#include <stddef.h>

typedef struct TareSentence TareSentence;

/** Joins the words of the figure that begins at a token, if any does, to one token. */
void tare_spelt_join(TareSentence* sentence, size_t index);

/** Gives the number at a token the unit of the gain before it: "and 4 at 9 kHz". Comes when all
    figures are joined. */
void tare_spelt_settle(TareSentence* sentence, size_t index);

#endif
