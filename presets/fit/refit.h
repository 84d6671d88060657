/* A correction for an equaliser that plays the cookbook's filters at a rate of its own and cannot
   be set to everything: its bands as they are where it can do them, else others that together do
   what our core does. */

#ifndef TARE_REFIT_H
#define TARE_REFIT_H

#include "tare/band.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareControls TareControls;
typedef struct TareEqLimits TareEqLimits;

typedef struct TareRefit {
    double rate_hz; ///< at which the filters are made
    double preamp_db;
    unsigned n_bands[TARE_MAX_CHANNELS];
    TareBand bands[TARE_MAX_CHANNELS][TARE_MAX_BANDS]; ///< each for its channel alone
    bool is_moved;                                     ///< other bands than the correction's
    bool has_sides;                                    ///< left and right differ
    double rms_db; ///< off what our core does, 20 Hz to 20 kHz, the rounding to steps included
    double error_db, error_freq_hz; ///< the same where it is most
} TareRefit;

/** Makes bands within limits for a rate, with the set's own preamp, manual or not. Bands that mean
   this rate, and that it can be set to, keep their numbers, rounded to the steps. Others are moved,
   by the method of TareFitApproach or, if that ends too far off, fitted anew; the preamp then
   covers what they do above 0 dB beyond what the correction does. False when memory is short. */
bool tare_refit(TareRefit* refit, const TareControls* controls, double rate_hz,
                const TareEqLimits* limits);

#endif
