/* All that can be asked of the equaliser at one moment, in units of the outside world. */

#ifndef TARE_CONTROLS_H
#define TARE_CONTROLS_H

#include "tare/attributes.h"
#include "tare/band.h"

#include <stdbool.h>
#include <stdint.h>

TARE_BEGIN_DECLS

/** Every control but the bands. The numbers never change. */
typedef enum {
    TARE_CONTROL_ENABLED,            ///< 1, or 0: the sound as it came, untouched
    TARE_CONTROL_COMPARE,            ///< 1, while enabled: the sound as it came, but as loud as the
                                     ///< equalised one (ITU-R BS.1770); 0: the equalised sound
    TARE_CONTROL_STRENGTH,           ///< 0 .. 1, scales the gains of the bands in dB at every
                                     ///< frequency; not the preamp, not bass, treble and tilt
    TARE_CONTROL_BASS_DB,            ///< low shelf at 105 Hz, Q 0.7
    TARE_CONTROL_TREBLE_DB,          ///< high shelf at 10 kHz, Q 0.7
    TARE_CONTROL_TILT_DB_PER_OCTAVE, ///< straight line, 20 Hz .. 20 kHz, that is 0 dB at 1 kHz
    TARE_CONTROL_MANUAL_PREAMP,      ///< 1: the preamp is as set; 0: it follows from the response,
                                     ///< so that no frequency comes out above full scale
    TARE_CONTROL_PREAMP_DB,          ///< used when the preamp is manual
    TARE_CONTROL_REFERENCE_RATE_HZ,  ///< rate at which the cookbook's response is what the bands
                                     ///< mean; 0: their analogue prototypes
    TARE_N_CONTROLS                  ///< how many this version knows
} TareControl;

typedef struct TareControls TareControls;

/** New controls: enabled, full strength, everything flat. The caller owns them. NULL when memory is
    short. */
TARE_NODISCARD TARE_API TARE_MALLOC_FUNC TareControls* tare_controls_new(void);

/** Frees them; NULL is allowed. No equaliser needs them any more once it was told of them. */
TARE_API void tare_controls_free(TareControls* controls);

/** Sets a control to a value, clamped to its range in limits.h; of a switch every value but 0 is 1.
    False, and nothing changes, for a value that is not a number, a reference rate that
    tare_band_reference_rate_hz() does not name, and a control that this version does not know. */
TARE_API TARE_REALTIME bool tare_controls_set(TareControls* controls, TareControl control,
                                              double value);

/** The value of a control; NAN for one that this version does not know. */
TARE_NODISCARD TARE_API TARE_REALTIME double tare_controls_get(const TareControls* controls,
                                                               TareControl control);

/** Sets a band, which is copied, its numbers clamped to their ranges. False, and nothing changes,
    for an index that is not below TARE_MAX_BANDS, an unknown type or channel, and a number that is
    none. */
TARE_API TARE_REALTIME bool tare_controls_set_band(TareControls* controls, uint32_t index,
                                                   const TareBand* band);

/** The band of an index; tare_band_default() for one that is not below TARE_MAX_BANDS. */
TARE_NODISCARD TARE_API TARE_REALTIME TareBand tare_controls_get_band(const TareControls* controls,
                                                                      uint32_t index);

TARE_END_DECLS

#endif
