/* How far a set of bands is from its meaning at a stream rate. */

#ifndef TARE_TESTS_RATES_H
#define TARE_TESTS_RATES_H

#include "band_set.h"

/** The level the cookbook gives a set of peaks and shelves at its reference rate (0: the analogue
    prototype), preamp left out. Written from the printed formulae, not from our own code. */
double rates_wanted_db(const TareBandSet* set, double freq_hz);

/** The largest difference of the level of the designed cascade from that, in dB, between 20 Hz and
    20 kHz or 0.45 of the lower rate. */
double rates_error_db(const TareBandSet* set, double sample_rate_hz);

#endif
