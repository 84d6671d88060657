/* Curves of a graphic equaliser in a line of text, as bands: "GraphicEQ: 20 -1.3; 21 -1.4; ...". */

#ifndef TARE_GRAPHIC_EQ_H
#define TARE_GRAPHIC_EQ_H

#include "tare/band.h"

typedef struct TareGathered TareGathered;
typedef struct TareSpan TareSpan;

/** Adds the curve in the value of a line to those of the sides of a channel: points of Hz and dB
    with ';' between, the level linear over the logarithm of frequency between them and constant
    beyond. A point that cannot be used is reported, with its column counted from `line_start`. */
void tare_graphic_eq_add(TareGathered* gathered, TareChannel channel, unsigned line,
                         const char* line_start, TareSpan value);

#endif
