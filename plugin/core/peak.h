/* The highest point of a response, which says how much level a correction needs in reserve. */

#ifndef TARE_PEAK_H
#define TARE_PEAK_H

#include "cascade.h"

typedef struct TarePeakSearch TarePeakSearch;

/* Setup */

/** A search for streams of one rate; NULL when memory is short. */
TarePeakSearch* tare_peak_search_new(double sample_rate_hz);

/** Frees it; NULL is allowed. */
void tare_peak_search_free(TarePeakSearch* search);

/** The highest level of any channel's response from 5 Hz to Nyquist, preamp included, found within
    0.01 dB. What is above 0 dB can clip. Takes memory for a while; NAN when there is none. */
double tare_cascade_peak_db(const TareCascade* cascade, uint32_t n_channels);

/* Audio */

/** Begins to search a cascade of the search's rate, which must stay as it is until the end. */
void tare_peak_search_begin(TarePeakSearch* search, const TareCascade* cascade,
                            uint32_t n_channels);

/** Does a small piece of the work: one section, or one local top. False when all is done. There are
    at most TARE_PEAK_MAX_STEPS pieces; what local tops there are beyond that count as on the grid.
 */
bool tare_peak_search_step(TarePeakSearch* search);

/** What has been found, in dB. */
double tare_peak_search_result_db(const TarePeakSearch* search);

enum { TARE_PEAK_MAX_TOPS = 32, TARE_PEAK_MAX_STEPS = TARE_N_SECTIONS + TARE_PEAK_MAX_TOPS };

#endif
