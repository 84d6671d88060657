/* What X tells of a person, in the window's own words. */

#ifndef TARE_X11_EVENTS_H
#define TARE_X11_EVENTS_H

#include "window/event.h"

typedef union _XEvent XEvent;

/** The last press, by which a double click is known. Starts as {0}. */
typedef struct TareX11Pointer {
    unsigned long time_ms;
    int x, y;
    unsigned n_clicks;
} TareX11Pointer;

/** Translates an event; false when it is none for the window. Places are divided by the scale. */
bool tare_x11_events_read(TareX11Pointer* pointer, XEvent* event, double scale, TareEvent* told);

#endif
