/* What a fit may do. */

#ifndef TARE_FIT_OPTIONS_H
#define TARE_FIT_OPTIONS_H

/** Between which values the parameters of a type of filters may be. */
typedef struct TareFitLimits {
    double min_freq_hz, max_freq_hz;
    double min_q, max_q;
    double max_gain_db; ///< to both sides
    double min_gain_db; ///< below 0; 0: as far down as up
} TareFitLimits;

typedef struct TareFitOptions {
    unsigned n_restarts; ///< how often a filter is taken out and tried elsewhere
    double rate_hz;      ///< whose cookbook response is fitted
    TareFitLimits peak, low_shelf, high_shelf;
    unsigned max_shelves;                      ///< 0, 1 or 2: first the low one
    double freq_step_hz, gain_step_db, q_step; ///< coarser ones than those of files; 0: those
} TareFitOptions;

#endif
