/* The highest point of what filters do together, which is what a preamp has to make room for. */

#ifndef TARE_FIT_HIGHEST_H
#define TARE_FIT_HIGHEST_H

typedef struct TareFitFilter TareFitFilter;

/** The highest level of n filters at a rate between two frequencies, at most half the rate, found
    within 1e-5 dB. */
double tare_fit_highest_db(const TareFitFilter* filters, unsigned n, double rate_hz, double from_hz,
                           double to_hz);

#endif
