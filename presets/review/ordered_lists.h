/* Filters told as lists of their places, gains and widths: "200 Hz and 5 kHz, -3 and +2 dB, Q 1 and
   2, in that order". */

#ifndef TARE_ORDERED_LISTS_H
#define TARE_ORDERED_LISTS_H

#include <stdbool.h>

typedef struct TareTableRows TareTableRows;

/** Reads the line that a text begins with, a row for each filter, and moves behind it. False when
    it is none: as many signed gains and Q as places, two or more. */
bool tare_ordered_list_read(TareTableRows* table, const char** text);

#endif
