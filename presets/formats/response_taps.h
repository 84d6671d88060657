/* A correction as the taps of a filter of finite length. */

#ifndef TARE_RESPONSE_TAPS_H
#define TARE_RESPONSE_TAPS_H

#include "band_set.h"

#include <stdbool.h>
#include <stddef.h>

/** One impulse response for each channel, or one for both. Starts as {0}. */
typedef struct TareResponseTaps {
    double rate_hz;
    size_t n; ///< taps of each
    unsigned n_channels;
    double* taps[TARE_MAX_CHANNELS]; ///< owned
} TareResponseTaps;

/** Makes those of a set for a stream of one rate: of minimum phase, what our core itself answers to
    an impulse; or of linear phase, the same level at every frequency without a shift between them,
    the peak in the middle of an odd number of taps. So many that what is cut off is 100 dB below
    the rest. The caller clears them in any case; false when memory is short. */
bool tare_response_taps(TareResponseTaps* response, const TareBandSet* set, double rate_hz,
                        bool is_linear);

void tare_response_taps_clear(TareResponseTaps* response);

#endif
