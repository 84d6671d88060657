/* What the host tells, and what follows from it: what is loaded, and what is known of that. */

#ifndef TARE_WINDOW_LOOK_H
#define TARE_WINDOW_LOOK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct TareDesk TareDesk;

/** Has the equaliser do what is newly wanted of what is loaded; finds out what that is, and brings
    the curves to it. */
void tare_look(TareDesk* desk, bool is_by_host);

/** The host tells a value of a port; whether it is a new one of those that are heard. */
bool tare_look_hear(TareDesk* desk, uint32_t port, float value);

#endif
