/* One band of the equaliser: what a person or a file says of it, free of any sample rate. */

#ifndef TARE_BAND_H
#define TARE_BAND_H

#include "limits.h"

#include <stdbool.h>
#include <stdint.h>

/** The values are port values and stored in sessions: they never change. */
typedef enum {
    TARE_BAND_PEAK,
    TARE_BAND_LOW_SHELF,
    TARE_BAND_HIGH_SHELF,
    TARE_BAND_LOW_PASS,
    TARE_BAND_HIGH_PASS,
    TARE_BAND_NOTCH,
    TARE_BAND_BAND_PASS,
    TARE_BAND_ALL_PASS,
    TARE_N_BAND_TYPES
} TareBandType;

/** The values are port values and stored in sessions: they never change. */
typedef enum {
    TARE_CHANNEL_BOTH,
    TARE_CHANNEL_LEFT,
    TARE_CHANNEL_RIGHT,
    TARE_N_CHANNEL_CHOICES
} TareChannel;

typedef struct {
    TareBandType type;
    double freq_hz; ///< centre; for shelves the point of half the gain in dB
    double gain_db; ///< peak and shelves only; ignored by all other types
    double q;       ///< the cookbook's Q, for shelves too
    TareChannel channel;
} TareBand;

/** A complete set of bands: the numbers of a correction. */
typedef struct {
    double preamp_db;
    double reference_rate_hz; ///< whose cookbook response is meant; one of tare_reference_rates_hz
    uint32_t n_bands;
    TareBand bands[TARE_MAX_BANDS];
} TareBandSet;

/** The reference rates there are, by their port values: 0 (analogue), 44100, 48000. */
enum { TARE_N_REFERENCE_RATES = 3 };
extern const double tare_reference_rates_hz[TARE_N_REFERENCE_RATES];

/** A peak of 0 dB, which leaves the sound alone. */
TareBand tare_band_default(void);

/** Whether gain_db means anything for this type. */
bool tare_band_type_has_gain(TareBandType type);

/** False for a peak or shelf of 0 dB: such a band does not exist for the sound. */
bool tare_band_is_active(const TareBand* band);

/** Whether this band is heard in channel 0 (left) or 1 (right). */
bool tare_band_is_in_channel(const TareBand* band, uint32_t channel);

/** Name for files, "low_shelf"; NULL when out of range. */
const char* tare_band_type_name(TareBandType type);

/** Name for files, "both"; NULL when out of range. */
const char* tare_channel_name(TareChannel channel);

#endif
