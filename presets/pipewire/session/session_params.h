/* The parameters of PipeWire's objects, taken apart; for session_events.c. */

#ifndef TARE_PIPEWIRE_SESSION_PARAMS_H
#define TARE_PIPEWIRE_SESSION_PARAMS_H

struct spa_pod;
struct TareObject;
struct TareSessionDevice;

/** Takes what a device's Route or Profile parameter says. */
void tare_session_params_take_route(struct TareSessionDevice* device, const struct spa_pod* param);
void tare_session_params_take_profile(struct TareSessionDevice* device,
                                      const struct spa_pod* param);

/** Takes the controls out of a node's Props. */
void tare_session_params_take_controls(struct TareObject* object, const struct spa_pod* param);

#endif
