/* Corrections of which the catalogue has only the measured curve. */

#ifndef TARE_STORED_FIT_H
#define TARE_STORED_FIT_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareText TareText;

/** Fits the curve to the target that the correction leads to, else to the one that suits its form
    and rig: a TareCatalogueFit. The same bands on every machine. */
bool tare_stored_fit(const TareCorrection* stated, TareBandSet* set, TareText* note);

#endif
