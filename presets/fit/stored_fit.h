/* Corrections of which the catalogue has only the measured curve. */

#ifndef TARE_STORED_FIT_H
#define TARE_STORED_FIT_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareFitGoal TareFitGoal;
typedef struct TareText TareText;

/** Makes the goal of one, to be cleared: the target of the listener's own that it has, else the
    built-in one that it leads to, else the one that suits its form and rig. The names stay the
    correction's. False, and empty, when memory is short or that target cannot be read. */
bool tare_stored_fit_goal(TareFitGoal* goal, const TareCorrection* correction);

/** Fits the curve to that goal: a TareCatalogueFit. The same bands on every machine. */
bool tare_stored_fit(const TareCorrection* stated, TareBandSet* set, TareText* note);

#endif
