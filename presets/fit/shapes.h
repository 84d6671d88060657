/* What the formulas of filters.h need of a filter, worked out once: its shape at one sample rate.
 */

#ifndef TARE_FIT_SHAPES_H
#define TARE_FIT_SHAPES_H

#include "fit/columns.h"
#include "fit/filters.h"

typedef struct TareFitShape {
    TareBandType type;
    double per_tan2; ///< u = tan2 x per_tan2
    double per_q2;   ///< v = u x per_q2
    double a, a2, per_a2;
    double ln_u_per_ln_freq;
} TareFitShape;

TareFitShape tare_fit_shapes_of(const TareFitFilter* filter, double rate_hz);

/** The squared magnitude of all filters together where tan(pi f / fs)^2 has these n values; both
    columns have room for an even number. */
void tare_fit_shapes_power(const double* tan2, unsigned n, const TareFitShape* shapes,
                           unsigned n_shapes, double* power);

/** The response of all filters in dB, at each point of the grid. */
void tare_fit_shapes_gain_db(const TareFitGrid* grid, const TareFitShape* shapes, unsigned n,
                             double* gain_db);

/** How the response in dB changes with ln f0, gain in dB and ln Q, times `weight`: for each lot of
    points a lot of each of the three. `weight` is 0 beyond the last point. */
void tare_fit_shapes_slopes(const TareFitGrid* grid, const TareFitShape* shape,
                            const TareFitLanes* weight, TareFitTriple* slopes);

#endif
