/* What PipeWire tells of its objects, taken into a session; for session.c. */

#ifndef TARE_PIPEWIRE_SESSION_EVENTS_H
#define TARE_PIPEWIRE_SESSION_EVENTS_H

#include <pipewire/pipewire.h>

/** For a listener on the registry whose data is the session. */
extern const struct pw_registry_events tare_session_events;

#endif
