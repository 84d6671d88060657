/* Between the values of ports and what they mean. */

#ifndef TARE_SETTINGS_H
#define TARE_SETTINGS_H

#include "controls.h"
#include "ports.h"

/** Takes the value of one control port into the controls, clamped to the port's range. A value that
    is not a number, a port of sound and an output change nothing. Fit for the audio thread. */
void tare_settings_set_port(TareControls* controls, const TarePort* port, float value);

/** The controls that a correction asks for; everything it does not decide has the default of its
    port. */
TareControls tare_settings_from_set(const TareBandSet* set);

/** The value that a port has for these controls; 0 for one of sound, and for an output. */
float tare_settings_port_value(const TareControls* controls, const TarePort* port);

#endif
