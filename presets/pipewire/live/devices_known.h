/* The rules for devices with the corrections that they name, ready to be played. */

#ifndef TARE_CLI_DEVICES_KNOWN_H
#define TARE_CLI_DEVICES_KNOWN_H

#include "cli/frame/command.h"
#include "controls.h"
#include "pipewire/live/devices.h"

/** What one rule plays. */
typedef struct {
    TareControls controls; ///< flat for a rule without a correction, and for one that is gone
    char* name;            ///< of the headphone; "flat"
} TareDeviceSound;

typedef struct {
    TareDeviceRules rules;
    TareDeviceSound* sounds; ///< one for each rule
} TareDevicesKnown;

/** Reads the rules and looks their corrections up. One that is no longer in the catalogue is played
   as `before` knew it (NULL: nothing is known), or else reported and played flat. On anything but
    TARE_EXIT_DONE it is empty, and the reason has been said. */
TareExit tare_devices_know(TareDevicesKnown* known, const TareDevicesKnown* before,
                           const TareCommand* command, const char* path);
void tare_devices_forget(TareDevicesKnown* known);

/** What a rule of these plays. */
const TareDeviceSound* tare_devices_sound(const TareDevicesKnown* known,
                                          const TareDeviceRule* rule);

#endif
