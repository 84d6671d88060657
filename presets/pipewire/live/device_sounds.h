/* The rules for outputs with the corrections that they name, ready to be played. */

#ifndef TARE_PIPEWIRE_DEVICE_SOUNDS_H
#define TARE_PIPEWIRE_DEVICE_SOUNDS_H

#include "base/report.h"
#include "controls.h"
#include "pipewire/session/device_rules.h"

#include <stdbool.h>

typedef struct TareChainPaths TareChainPaths;

/** What one rule plays. */
typedef struct TareDeviceSound {
    TareControls plain;    ///< the correction; flat for none, and for one that is gone
    TareControls controls; ///< the same with the listener's taste
    char* name;            ///< of the headphone; "flat"
} TareDeviceSound;

typedef struct TareDeviceSounds {
    TareTaste taste; ///< of every correction, but for what a rule says of its own
    TareDeviceRules rules;
    TareDeviceSound* sounds; ///< one for each rule
} TareDeviceSounds;

/** Reads the taste and the rules, and looks their corrections up in the catalogue, which is opened
    and closed for that; the caller clears them. A correction that is no longer there is played as
    `before` knew it (NULL: nothing is known), or else reported and played flat. On anything but
    TARE_OK, which is reported unless memory is short, there are none. */
TareStatus tare_device_sounds_read(TareDeviceSounds* sounds, const TareDeviceSounds* before,
                                   const TareChainPaths* paths, const TareReporter* reporter);
void tare_device_sounds_clear(TareDeviceSounds* sounds);

/** What a rule of these plays. */
const TareDeviceSound* tare_device_sounds_of(const TareDeviceSounds* sounds,
                                             const TareDeviceRule* rule);

#endif
