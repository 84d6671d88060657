/* Stated widths of a filter: "Q of 8", "Q0.7", "one octave wide". */

#ifndef TARE_WIDTHS_H
#define TARE_WIDTHS_H

#include <stddef.h>

typedef struct TareSentence TareSentence;

/** What is assumed where a text states no Q: a peak of one octave, and a shelf without a bump. */
#define TARE_ASSUMED_POINT_Q 1.41
#define TARE_ASSUMED_SHELF_Q 0.7

/** The cookbook's Q of a bandwidth in octaves. */
double tare_q_of_octaves(double octaves);

/** Joins the words and figures of the width that begins at a token, if any does, to one token. */
void tare_width_join(TareSentence* sentence, size_t index);

/** Makes a mere figure of a number of octaves that is no width: "third-octave smoothing". */
void tare_width_settle(TareSentence* sentence, size_t index);

#endif
