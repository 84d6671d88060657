/* Controls in JSON, as the files of the sink keep them. */

#ifndef TARE_PIPEWIRE_PORT_VALUES_H
#define TARE_PIPEWIRE_PORT_VALUES_H

#include <stdbool.h>

typedef struct TareControls TareControls;
typedef struct json_t json_t; ///< of jansson.h

/** The value of a float as a double that prints as shortly. */
double tare_port_values_short(float value);

/** {"gain_1": -3.5, ...}: all ports that are not as in a flat rack, by symbol. NULL when memory is
    short. */
json_t* tare_port_values_json(const TareControls* controls);

/** Takes such an object into flat controls. False when it is none, or names a port that there is
    not; then they are incomplete. */
bool tare_port_values_take(TareControls* controls, const json_t* ports);

/** Flat controls, and a copy of some, to be freed; NULL when memory is short. */
TareControls* tare_port_values_new(void);
TareControls* tare_port_values_copy(const TareControls* controls);

/** Brings every value to what its port holds: of single precision, and within its range. */
void tare_port_values_round(TareControls* controls);

#endif
