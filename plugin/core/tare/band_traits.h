/* What follows from what is said of a band: its names, whether it is heard, what it may refer to.
 */

#ifndef TARE_BAND_TRAITS_H
#define TARE_BAND_TRAITS_H

#include "tare/attributes.h"
#include "tare/band.h"

#include <stdbool.h>
#include <stdint.h>

TARE_BEGIN_DECLS

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
