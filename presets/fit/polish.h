/* Moves filters downhill until their chain lies as near to a wished response as it can. */

#ifndef TARE_FIT_POLISH_H
#define TARE_FIT_POLISH_H

#include "fit/filters.h"
#include "fit/options.h"

#include <stdbool.h>

/** What is wished. The loss of a chain is the sum of squares of weight x (response + level -
   wished), and of the gain penalty x gain^2 of each filter, for a peak by its Q: wide peaks with
   large gains are those that undo each other. The level is the mean of wished - response by the
   shares of the level: it is for the preamp, not for filters, to mend. Its own penalty x level^2
   only keeps it from drifting where filters reach all that is heard. */
typedef struct TareFitProblem {
    const TareFitGrid* grid;
    double wished_db[TARE_FIT_MAX_POINTS];
    double weight[TARE_FIT_MAX_POINTS];
    double level_share[TARE_FIT_MAX_POINTS]; ///< their sum is 1, or 0 where the level counts
    double gain_penalty, level_penalty;
    TareFitLimits peak, low_shelf, high_shelf;
} TareFitProblem;

/** Which of the three parameters move, for all filters alike. */
typedef struct TareFitFreedom {
    bool is_free[TARE_FIT_N_PARAMETERS]; ///< frequency, gain, Q
} TareFitFreedom;

extern const TareFitFreedom tare_fit_polish_all_free;

/** How long to go on: so many steps, unless one gains less than a share of the loss. */
typedef struct TareFitPatience {
    unsigned max_steps;
    double least_gain;
    double first_damping; ///< Marquardt's factor at first, one of the two below
} TareFitPatience;

/* The more damping, the shorter the steps: from far away long ones miss the valley. */
#define TARE_FIT_POLISH_FROM_FAR 0.1
#define TARE_FIT_POLISH_FROM_NEAR 1e-2

/** Memory for the work, made once for many fits. */
typedef struct TareFitWork TareFitWork;

/** NULL when memory is short. */
TareFitWork* tare_fit_polish_work_new(void);
void tare_fit_polish_work_free(TareFitWork* work);

/** The least gain that limits allow. */
double tare_fit_polish_min_gain_db(const TareFitLimits* limits);

/** The limits of a type. */
const TareFitLimits* tare_fit_polish_limits(const TareFitProblem* problem, TareBandType type);

/** The loss; `residual` receives weight x (response + level - wished) of each point. */
double tare_fit_polish_loss(const TareFitProblem* problem, const TareFitFilter* filters, unsigned n,
                            double* residual);

/** The method of Levenberg and Marquardt (K. Levenberg 1944, D. Marquardt 1963) with limits by an
   active set: a parameter at its limit that would leave it stands still for a step. `n` is at most
    TARE_MAX_BANDS. Returns the loss, which is never higher than before. */
double tare_fit_polish(TareFitWork* work, const TareFitProblem* problem, TareFitFilter* filters,
                       unsigned n, TareFitFreedom freedom, TareFitPatience patience);

#endif
