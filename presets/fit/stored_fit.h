/* Corrections of which the catalogue has only the measured curve. */

#ifndef TARE_STORED_FIT_H
#define TARE_STORED_FIT_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareEntry TareEntry;
typedef struct TareFitGoal TareFitGoal;
typedef struct TareText TareText;

/** The goal of one: the target that it leads to, else the one that suits its form and rig. Nothing
    in it is to be cleared. */
TareFitGoal tare_stored_fit_goal(const TareEntry* entry);

/** Fits the curve to that goal: a TareCatalogueFit. The same bands on every machine. */
bool tare_stored_fit(const TareCorrection* stated, TareBandSet* set, TareText* note);

#endif
