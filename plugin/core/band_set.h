/* A complete set of bands: the numbers of a correction. */

#ifndef TARE_BAND_SET_H
#define TARE_BAND_SET_H

#include "tare/band.h"

#include <stdint.h>

typedef struct TareBandSet {
    double preamp_db;
    double reference_rate_hz; ///< whose cookbook response is meant: one of the reference rates
    uint32_t n_bands;
    TareBand bands[TARE_MAX_BANDS];
} TareBandSet;

#endif
