/* Characters that are typed with several keys: accents before letters, the Compose key. */

#ifndef TARE_X11_COMPOSE_H
#define TARE_X11_COMPOSE_H

#include <stdbool.h>

typedef struct _XDisplay Display;
typedef union _XEvent XEvent;
typedef struct _XIM* XIM;
typedef struct _XIC* XIC;

/** Starts as {0}. The tables of what keys make together are read when a first such key is pressed:
    most people press none. */
typedef struct TareX11Compose {
    XIM method;
    XIC context; ///< NULL: none yet
    bool is_tried;
} TareX11Compose;

void tare_x11_compose_clear(TareX11Compose* compose);

/** Whether an event is a part of a character that is not complete. */
bool tare_x11_compose_takes(TareX11Compose* compose, Display* display, unsigned long window,
                            XEvent* event);

/** The text that a key press completes, as UTF-8; "" when it is no such one. */
void tare_x11_compose_text(const TareX11Compose* compose, XEvent* event, char* text, int size);

#endif
