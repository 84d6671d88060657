/* The normal equations of a step downhill: how the loss bends along each pair of parameters, solved
   for the step that the curvature promises most of. */

#ifndef TARE_FIT_NORMAL_H
#define TARE_FIT_NORMAL_H

#include "fit/filters.h"

#include <stdbool.h>

enum {
    TARE_FIT_MAX_PARAMETERS = TARE_FIT_N_PARAMETERS * TARE_MAX_BANDS,
    TARE_FIT_AT_ONCE = 8, ///< columns; a row has so many more than are used
    TARE_FIT_ROW = TARE_FIT_MAX_PARAMETERS + TARE_FIT_AT_ONCE
};

typedef struct TareFitNormal {
    unsigned n; ///< parameters: three of each filter, later those that move
    double curvature[TARE_FIT_MAX_PARAMETERS][TARE_FIT_ROW];         ///< the upper half
    double factor[TARE_FIT_MAX_PARAMETERS][TARE_FIT_ROW];            ///< the same
    double products[TARE_FIT_MAX_PARAMETERS][TARE_FIT_N_PARAMETERS]; ///< with three columns
    double descent[TARE_FIT_MAX_PARAMETERS]; ///< half the slope of the loss, downwards
    double step[TARE_FIT_MAX_PARAMETERS];
} TareFitNormal;

/** Multiplies the weighted slopes of n filters, as tare_fit_shapes_slopes() gives them, with each
    other, which gives the curvature, and with three columns. */
void tare_fit_normal_multiply(TareFitNormal* normal, const TareFitTriple* slopes, unsigned n,
                              unsigned n_lots, const TareFitTriple* columns);

/** Keeps only the n parameters with these indices, which rise. */
void tare_fit_normal_keep(TareFitNormal* normal, const unsigned* indices, unsigned n);

/** Finds the step with a damping (D. Marquardt, 1963), and how much of the loss it promises to take
    away. False when the damped curvature is not positive definite. */
bool tare_fit_normal_solve(TareFitNormal* normal, double damping, double* promised);

#endif
