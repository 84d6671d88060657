/* Brings a chain of filters to a wished response from where they are, one channel at a time. */

#ifndef TARE_FIT_APPROACH_H
#define TARE_FIT_APPROACH_H

#include "fit/polish.h"

#include <stdbool.h>

typedef struct TareEqLimits TareEqLimits;

typedef struct TareFitApproach {
    TareFitGrid grid;
    TareFitProblem problem; ///< of this grid
    TareFitFilter filters[TARE_MAX_BANDS];
    unsigned n_filters, max_filters;
    double gain_db[TARE_FIT_MAX_POINTS]; ///< of the filters, as tare_fit_approach_error() left it
} TareFitApproach;

/** Prepares the grid of 20 Hz to 20 kHz, or to what the rate holds, 40 points an octave, with
    nothing wished, every point worth the same, and the level as it is. */
void tare_fit_approach_begin(TareFitApproach* approach, double rate_hz);

/** Where two responses differ most. */
unsigned tare_fit_approach_farthest(const TareFitGrid* grid, const double* a_db,
                                    const double* b_db);

/** The wish less the filters where that is most; `at` receives the point. */
double tare_fit_approach_error(TareFitApproach* approach, unsigned* at);

/** Moves the filters within the problem's limits until they do what is wished; where they cannot,
    peaks come to help, up to `max_filters` in all. Filters that are there already stay as they are.
    False when memory is short. */
bool tare_fit_approach(TareFitApproach* approach);

/** The limits of an equaliser for peaks or shelves, as fits know them, at a rate. */
TareFitLimits tare_fit_approach_limits(const TareEqLimits* limits, double rate_hz, bool is_shelf);

#endif
