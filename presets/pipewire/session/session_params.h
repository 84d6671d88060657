/* The parameters of PipeWire's objects, taken apart; for session_events.c. */

#ifndef TARE_PIPEWIRE_SESSION_PARAMS_H
#define TARE_PIPEWIRE_SESSION_PARAMS_H

#include <stdbool.h>

struct spa_pod;
typedef struct TareObject TareObject;
typedef struct TareSessionDevice TareSessionDevice;

/** Takes what a device's Route or Profile parameter says. */
void tare_session_params_take_route(TareSessionDevice* device, const struct spa_pod* param);
void tare_session_params_take_profile(TareSessionDevice* device, const struct spa_pod* param);

/** Takes the controls out of a node's Props, the first of which (`is_first`) say whether an output
    still bears a correction of ours. */
void tare_session_params_take_controls(TareObject* object, const struct spa_pod* param,
                                       bool is_first);

#endif
