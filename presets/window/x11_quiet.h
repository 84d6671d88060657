/* What is asked of a window that its host has just taken away fails. That is no error of the
   process, whose handler of errors is not ours: on our own connection it is let pass. */

#ifndef TARE_X11_QUIET_H
#define TARE_X11_QUIET_H

#include <stdbool.h>

typedef struct _XDisplay Display;
typedef struct TareX11Quiet TareX11Quiet;

/** Lets errors about a window pass, for as long as the connection is open. Freed after that; NULL
    when memory is short. */
TareX11Quiet* tare_x11_quiet_new(Display* display, unsigned long window);

#endif
