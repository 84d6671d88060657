/* Filters in series, as a fit sees them: their response on a grid of frequencies, and how it
   changes with each filter's frequency, gain and Q.

   The filters are peaks and shelves of the cookbook (R. Bristow-Johnson) at one sample rate fs,
   written in u = (tan(pi f / fs) / tan(pi f0 / fs))^2, in which the bilinear transform is exact.
   With A = 10^(gain/40) and v = u / Q^2 the squared magnitudes are

       peak        ((1 - u)^2 + A^2 v) / ((1 - u)^2 + v / A^2)
       low shelf   A^2 ((A - u)^2 + A v) / ((1 - A u)^2 + A v)
       high shelf  A^2 ((1 - A u)^2 + A v) / ((A - u)^2 + A v) */

#ifndef TARE_FIT_FILTERS_H
#define TARE_FIT_FILTERS_H

#include "fit/columns.h"
#include "tare/band.h"

#include <stdbool.h>

/** Frequencies, ready for use with one sample rate. */
typedef struct TareFitGrid {
    unsigned n;
    double rate_hz;
    double freq_hz[TARE_FIT_MAX_POINTS];
    double tan2[TARE_FIT_MAX_POINTS]; ///< tan(pi f / fs)^2; with one more where n is odd
    TareFitLanes tan2_lanes[TARE_FIT_MAX_LOTS];
} TareFitGrid;

/** One filter in the parameters in which a fit moves; the type is a peak or a shelf. */
typedef struct TareFitFilter {
    TareBandType type;
    double ln_freq, gain_db, ln_q;
    double reluctance; ///< by how much more than usual its gain costs, as a share; see polish.h
    bool stays;        ///< at its frequency
} TareFitFilter;

/** Filters in series, with what they cost: what a search moves, changes and compares. */
typedef struct TareFitChain {
    TareFitFilter filters[TARE_MAX_BANDS];
    unsigned n;
    double loss; ///< as it was found last
} TareFitChain;

/** The same without one of its filters. */
TareFitChain tare_fit_filters_without(const TareFitChain* chain, unsigned index);

/** A grid from `from_hz`, so many points an octave, to at most `to_hz`, which lies below half the
 * rate. */
void tare_fit_filters_grid(TareFitGrid* grid, double rate_hz, double from_hz, double to_hz,
                           double points_per_octave);

/** The frequency of a point of such a grid. */
double tare_fit_filters_grid_hz(double from_hz, double points_per_octave, unsigned index);

/** A filter as a band for both channels, and back. */
TareBand tare_fit_filters_band(const TareFitFilter* filter);
TareFitFilter tare_fit_filters_of_band(const TareBand* band);

#endif
