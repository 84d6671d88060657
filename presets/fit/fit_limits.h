/* How far the filters of a fit may go. */

#ifndef TARE_FIT_LIMITS_H
#define TARE_FIT_LIMITS_H

/** Between which values the parameters of a type of filters may be. */
typedef struct TareFitLimits {
    double min_freq_hz, max_freq_hz;
    double min_q, max_q;
    double max_gain_db; ///< to both sides
} TareFitLimits;

#endif
