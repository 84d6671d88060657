/* From a measured response to bands, and what that comes to: goal, wish and fit together. */

#ifndef TARE_FIT_OUTCOME_H
#define TARE_FIT_OUTCOME_H

#include "fit/figures.h"

typedef struct TareWishOptions TareWishOptions;

typedef struct TareFitGoal TareFitGoal;

typedef struct TareCurve TareCurve;
typedef struct TareFitter TareFitter;

/** What a fit comes to. */
typedef struct TareFitOutcome {
    TareFitFigures fit;    ///< the bands held against the curve that they were fitted to
    TareFitFigures before; ///< the response held against the target, without bands
    TareFitFigures after;  ///< with them
} TareFitOutcome;

/** How many bands are wanted. */
typedef struct TareFitCount {
    unsigned n;       ///< of them, or at most so many with `is_fewest`
    bool is_fewest;   ///< as few as come that near to what `n` reach
    double within_db; ///< 0.05 is about what nobody hears
} TareFitCount;

/** Fits bands to `wished` as it is, an equaliser's curve. */
bool tare_fit_outcome_curve(TareFitter* fitter, const TareCurve* wished, TareFitCount count,
                            TareBandSet* set, TareFitOutcome* outcome);

/** Fits bands that bring a response to a goal. False when memory is short. */
bool tare_fit_outcome_measured(TareFitter* fitter, const TareCurve* response,
                               const TareFitGoal* goal, const TareWishOptions* options,
                               TareFitCount count, TareBandSet* set, TareFitOutcome* outcome);

#endif
