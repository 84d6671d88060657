/* One band of the equaliser: what a person or a file says of it, free of any sample rate. */

#ifndef TARE_BAND_H
#define TARE_BAND_H

#include "tare/attributes.h"

#include <stdbool.h>
#include <stdint.h>

TARE_BEGIN_DECLS

/** The kinds of R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter coefficients".
    The values are port values and stored in sessions: they never change. */
typedef enum {
    TARE_BAND_PEAK,
    TARE_BAND_LOW_SHELF,
    TARE_BAND_HIGH_SHELF,
    TARE_BAND_LOW_PASS,
    TARE_BAND_HIGH_PASS,
    TARE_BAND_NOTCH,
    TARE_BAND_BAND_PASS,
    TARE_BAND_ALL_PASS,
    TARE_N_BAND_TYPES ///< how many this version knows
} TareBandType;

/** The values are port values and stored in sessions: they never change. */
typedef enum {
    TARE_CHANNEL_BOTH,
    TARE_CHANNEL_LEFT,
    TARE_CHANNEL_RIGHT,
    TARE_N_CHANNEL_CHOICES
} TareChannel;

/** Its members never change. */
typedef struct TareBand {
    TareBandType type;
    double freq_hz; ///< centre; for shelves the point of half the gain in dB
    double gain_db; ///< peak and shelves only; ignored by all other types
    double q;       ///< the cookbook's Q, for shelves too
    TareChannel channel;
} TareBand;

/** The reference rates there are. */
enum { TARE_N_REFERENCE_RATES = 3 };

/** A reference rate by its port value: 0 (the analogue prototype), 44100, 48000 Hz; NAN when there
    is none of that number. */
TARE_NODISCARD TARE_API TARE_REALTIME double tare_band_reference_rate_hz(uint32_t index);

/** A peak of 0 dB at 1 kHz, which leaves the sound alone. */
TARE_NODISCARD TARE_API TARE_REALTIME TareBand tare_band_default(void);

/** Whether gain_db means anything for this type. */
TARE_NODISCARD TARE_API TARE_REALTIME bool tare_band_type_has_gain(TareBandType type);

/** False for a peak or shelf of 0 dB: such a band does not exist for the sound. */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME bool tare_band_is_active(const TareBand* band);

/** Whether this band is heard in channel 0 (left) or 1 (right). */
TARE_NODISCARD TARE_API TARE_PURE_FUNC TARE_REALTIME bool
tare_band_is_in_channel(const TareBand* band, uint32_t channel);

/** Name for files, "low_shelf", which stays valid; NULL when out of range. */
TARE_NODISCARD TARE_API TARE_REALTIME const char* tare_band_type_name(TareBandType type);

/** Name for files, "both", which stays valid; NULL when out of range. */
TARE_NODISCARD TARE_API TARE_REALTIME const char* tare_band_channel_name(TareChannel channel);

TARE_END_DECLS

#endif
