/* One channel of a refit (refit.h): bands that do what is wished, within limits. */

#ifndef TARE_REFIT_CHANNEL_H
#define TARE_REFIT_CHANNEL_H

#include "biquad.h"
#include "fit/approach.h"

#include <stdint.h>

typedef struct TareEqLimits TareEqLimits;
typedef struct TarePlan TarePlan;

/** Bands made for a rate, so that they can be asked at many frequencies. */
typedef struct TareRefitMade {
    double rate_hz;
    unsigned n;
    TareBiquad sections[TARE_MAX_BANDS];
} TareRefitMade;

TareRefitMade tare_refit_made(const TareBand* bands, unsigned n, double rate_hz);

/** Their response together. */
double tare_refit_made_db(const TareRefitMade* made, double freq_hz);

typedef struct TareRefitWork {
    const TareEqLimits* limits;
    const TarePlan* plan;
    double rate_hz;
    uint32_t channel;
    TareFitApproach approach; ///< begun
    double preamp_db;         ///< that the correction says
    double played_preamp_db;  ///< that the plan has, which need not be the same
    unsigned n_fixed;         ///< bands that stay as they are
    TareBand fixed[TARE_MAX_BANDS];
} TareRefitWork;

/** What the correction does with its own preamp. */
double tare_refit_wished_db(const TareRefitWork* work, double freq_hz);

typedef struct TareRefitChain {
    unsigned n;
    TareBand bands[TARE_MAX_BANDS];
    double preamp_db, rms_db;
} TareRefitChain;

/** Finds bands for a channel that has these; the level is for the preamp where it is free. False
    when memory is short. */
bool tare_refit_channel(TareRefitWork* work, const TareBand* bands, unsigned n, bool is_level_free,
                        TareRefitChain* chain);

#endif
