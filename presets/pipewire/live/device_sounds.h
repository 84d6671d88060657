/* The rules for outputs with the corrections that they name, ready to be played. */

#ifndef TARE_PIPEWIRE_DEVICE_SOUNDS_H
#define TARE_PIPEWIRE_DEVICE_SOUNDS_H

#include "base/report.h"
#include "controls.h"
#include "pipewire/session/device_rules.h"

#include <stdbool.h>

/** What one rule plays. */
typedef struct TareDeviceSound {
    TareControls controls; ///< flat for a rule without a correction, and for one that is gone
    char* name;            ///< of the headphone; "flat"
} TareDeviceSound;

typedef struct TareDeviceSounds {
    TareDeviceRules rules;
    TareDeviceSound* sounds; ///< one for each rule
} TareDeviceSounds;

/** Reads the rules at `path` and looks their corrections up in the catalogue, which is opened and
    closed for that; the caller clears them. A correction that is no longer there is played as
    `before` knew it (NULL: nothing is known), or else reported and played flat. On anything but
    TARE_OK, which is reported unless memory is short, there are none. */
TareStatus tare_device_sounds_read(TareDeviceSounds* sounds, const TareDeviceSounds* before,
                                   const char* path, const TareReporter* reporter);
void tare_device_sounds_clear(TareDeviceSounds* sounds);

/** What a rule of these plays. */
const TareDeviceSound* tare_device_sounds_of(const TareDeviceSounds* sounds,
                                             const TareDeviceRule* rule);

#endif
