/* Curves of a graphic equaliser in a line of text, as bands: "GraphicEQ: 20 -1.3; 21 -1.4; ...". */

#ifndef TARE_GRAPHIC_EQ_H
#define TARE_GRAPHIC_EQ_H

#include "base/text.h"
#include "curves/curve.h"
#include "tare/band.h"

#include <stdbool.h>

typedef struct TareGathered TareGathered;

/** The sum of the curves of each side. Starts as {0}; to be cleared in any case. */
typedef struct TareGraphicEq {
    TareCurve curves[TARE_MAX_CHANNELS];
    unsigned line; ///< the first with a curve; 0: there is none
} TareGraphicEq;

/** Adds the curve in the value of a line to the sides of a channel: points of Hz and dB with ';'
    between, the level linear over the logarithm of frequency between them and constant beyond. A
    point that cannot be used is reported in `gathered`, with its column counted from `line_start`.
 */
void tare_graphic_eq_add(TareGraphicEq* graphic, TareGathered* gathered, TareChannel channel,
                         unsigned line, const char* line_start, TareSpan value);

/** Fits bands to the curves, as many as there is still room for, and says how near they come. The
    level of the curves goes to the preamps. */
void tare_graphic_eq_fit(TareGraphicEq* graphic, TareGathered* gathered, double rate_hz);

void tare_graphic_eq_clear(TareGraphicEq* graphic);

#endif
