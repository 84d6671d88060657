/* From a measured response to bands: target, wish and fit together. */

#ifndef TARE_FIT_MEASURED_H
#define TARE_FIT_MEASURED_H

#include "curves/targets.h"
#include "fit/fit.h"
#include "fit/wish.h"

/** Whereto a response is corrected: a built-in target, or a curve. */
typedef struct {
    const TareTarget* built_in; ///< NULL: the curve counts
    const TareCurve* curve;
    double bass_db;            ///< more of a low shelf at 105 Hz, Q 0.7
    double tilt_db_per_octave; ///< around 1 kHz, above 0 brighter
} TareFitGoal;

/** What a fit comes to. */
typedef struct {
    TareFitFigures fit;    ///< the bands held against the curve that they were fitted to
    TareFitFigures before; ///< the response held against the target, without bands
    TareFitFigures after;  ///< with them
} TareFitOutcome;

/** How many bands are wanted. */
typedef struct {
    unsigned n;           ///< of them, or at most so many with `is_fewest`
    bool is_fewest;       ///< as few as needed: one more would gain less than least_gain_db
    double least_gain_db; ///< 0.05 is about what nobody hears
} TareFitCount;

/** Makes the curve of a goal, 48 points an octave from 20 Hz to 20 kHz; false, and empty, when
   memory is short. */
bool tare_fit_goal_curve(TareCurve* curve, const TareFitGoal* goal);

/** Fits bands to `wished` as it is, an equaliser's curve. */
bool tare_fit_curve(TareFitter* fitter, const TareCurve* wished, TareFitCount count,
                    TareBandSet* set, TareFitOutcome* outcome);

/** Fits bands that bring a response to a goal. False when memory is short. */
bool tare_fit_measured(TareFitter* fitter, const TareCurve* response, const TareFitGoal* goal,
                       const TareWishOptions* options, TareFitCount count, TareBandSet* set,
                       TareFitOutcome* outcome);

#endif
