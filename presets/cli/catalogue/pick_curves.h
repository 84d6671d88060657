/* The curves behind what was picked: how the headphone was measured, and how it should sound. */

#ifndef TARE_CLI_PICK_CURVES_H
#define TARE_CLI_PICK_CURVES_H

#include "base/text.h"
#include "curves/curve.h"
#include "search/persons.h"

#include <stdbool.h>

typedef struct TarePick TarePick;

typedef struct TarePickCurves {
    TareCurve response;  ///< empty when no measured curve is known
    TareCurve target;    ///< what it is corrected to; empty without a response, and when not known
    const char* person;  ///< who measured it; NULL when that is not told
    bool is_own;         ///< it is what the correction was made from
    TarePersons persons; ///< all who measured its model at like ears
    TareText names;      ///< of these
} TarePickCurves;

/** Makes them, to be cleared in any case. A published correction without a curve of its own has
   that of the same person, else of another one at the ear of the same kind of rig; one from a
   review has none. False when memory is short. */
bool tare_pick_curves(TarePickCurves* curves, const TarePick* pick);

void tare_pick_curves_clear(TarePickCurves* curves);

#endif
