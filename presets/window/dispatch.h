/* Which widget an event goes to. */

#ifndef TARE_WINDOW_DISPATCH_H
#define TARE_WINDOW_DISPATCH_H

#include <stdbool.h>

typedef struct TareDesk TareDesk;
typedef struct TareEvent TareEvent;

/** Gives it to that. Whether anybody took it. */
bool tare_dispatch(TareDesk* desk, const TareEvent* event);

#endif
