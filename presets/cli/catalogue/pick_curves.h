/* The curves behind what was picked: how the headphone was measured, and how it should sound. */

#ifndef TARE_CLI_PICK_CURVES_H
#define TARE_CLI_PICK_CURVES_H

#include "curves/curve.h"

#include <stdbool.h>

typedef struct TarePick TarePick;

typedef struct TarePickCurves {
    TareCurve response; ///< empty when no measured curve is known
    TareCurve target;   ///< what it was fitted to; empty without a response, and when not known
} TarePickCurves;

/** Makes them, to be cleared in any case. False when memory is short. */
bool tare_pick_curves(TarePickCurves* curves, const TarePick* pick);

void tare_pick_curves_clear(TarePickCurves* curves);

#endif
