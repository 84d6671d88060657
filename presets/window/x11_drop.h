/* Files that are dragged here from another window (XDND, version 5). */

#ifndef TARE_X11_DROP_H
#define TARE_X11_DROP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct _XDisplay Display;
typedef union _XEvent XEvent;

enum { TARE_X11_DROP_N_ATOMS = 11 };

/** Starts as {0}. */
typedef struct TareX11Drop {
    Display* display;
    unsigned long id;     ///< of our window
    unsigned long source; ///< who drags something here; 0: nobody
    bool has_files;       ///< that are files
    unsigned long atoms[TARE_X11_DROP_N_ATOMS];
} TareX11Drop;

/** Says that a window takes files. */
void tare_x11_drop_offer(TareX11Drop* drop, Display* display, unsigned long id);

/** Takes an event if it is about something that is dragged here. True when a file was let go of:
    `path` receives which. */
bool tare_x11_drop_read(TareX11Drop* drop, const XEvent* event, char* path, size_t size);

#endif
