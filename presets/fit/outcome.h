/* From a measured response to bands, and what that comes to: goal, wish and fit together. */

#ifndef TARE_FIT_OUTCOME_H
#define TARE_FIT_OUTCOME_H

#include "fit/figures.h"

typedef struct TareWishOptions TareWishOptions;

typedef struct TareFitCount TareFitCount;
typedef struct TareFitGoal TareFitGoal;

typedef struct TareCurve TareCurve;
typedef struct TareFitter TareFitter;

/** What a fit comes to. */
typedef struct TareFitOutcome {
    TareFitFigures fit;    ///< the bands held against the curve that they were fitted to
    TareFitFigures before; ///< the response held against the target, without bands
    TareFitFigures after;  ///< with them
} TareFitOutcome;

/** Fits bands to `wished` as it is, an equaliser's curve; an outcome of NULL is not worked out. */
bool tare_fit_outcome_curve(TareFitter* fitter, const TareCurve* wished, TareFitCount count,
                            TareBandSet* set, TareFitOutcome* outcome);

/** The same for bands that bring a response to a goal. False when memory is short. */
bool tare_fit_outcome_measured(TareFitter* fitter, const TareCurve* response,
                               const TareFitGoal* goal, const TareWishOptions* options,
                               TareFitCount count, TareBandSet* set, TareFitOutcome* outcome);

#endif
