/* One headphone: its sides fitted together, or each for itself. */

#ifndef TARE_FIT_SIDES_H
#define TARE_FIT_SIDES_H

#include "band_set.h"
#include "curves/curve.h"
#include "fit/order.h"
#include "fit/outcome.h"

typedef struct TareCurve TareCurve;

enum { TARE_FIT_MAX_SIDES = 2 };

typedef struct TareFitSide {
    TareCurve response;
    TareFitOutcome outcome;
    TareBandSet set;
    double turned_down_db; ///< by the last of its bands, to be as loud as the other side
    double left_louder_db; ///< than the other side, as the order wants it
} TareFitSide;

/** Starts as {0}. */
typedef struct TareFitSides {
    TareFitSide sides[TARE_FIT_MAX_SIDES]; ///< the left one first
    unsigned n;                            ///< 1: both together
} TareFitSides;

/** Reads the mean of n >= 1 files, for both sides together. To be cleared in any case. */
TareStatus tare_fit_sides_read(TareFitSides* sides, const char* const* paths, size_t n,
                               const char* column, const TareReporter* reporter);

/** Reads a file for each side; with `right` NULL both sides from columns of one file. To be cleared
    in any case. */
TareStatus tare_fit_sides_read_apart(TareFitSides* sides, const char* left, const char* right,
                                     const char* column, const TareReporter* reporter);

/** Fits what was read; sides apart get half of all bands each at most. Where one side is louder
   than the other, it is turned down by one band more, unless the order leaves that. `set` receives
   the bands of all sides. False when memory is short. */
bool tare_fit_sides_run(TareFitSides* sides, const TareFitOrder* order, const TareFitGoal* goal,
                        TareBandSet* set);

void tare_fit_sides_clear(TareFitSides* sides);

#endif
