/* The window on an X display.

   It has a connection of its own. The handler of X errors is one for the whole process, and not
   ours: so nothing is asked of the server that could fail, whatever the host does with the window
   that holds this one. Only who drags a file here is answered whether it is still there or not. */

#ifndef TARE_X11_WINDOW_H
#define TARE_X11_WINDOW_H

#include <stdbool.h>

typedef struct TareWindow TareWindow;

typedef struct TareX11Window TareX11Window;

typedef struct TareX11Options {
    unsigned long parent; ///< 0: a window of its own
    double scale;         ///< 0: that of the display
    const char* title;
} TareX11Options;

/** Shows a window, which the caller keeps and frees later. NULL when there is no display, none with
    24 bits of colour, or memory is short. */
TareX11Window* tare_x11_window_new(TareWindow* window, const TareX11Options* options);

/** Takes it from the display; NULL is allowed. */
void tare_x11_window_free(TareX11Window* shell);

/** The window's id on the display. */
unsigned long tare_x11_window_id(const TareX11Window* shell);

/** Whether the desktop says that it is dark. */
bool tare_x11_window_is_desktop_dark(const TareX11Window* shell);

/** Its size, in pixels of the display. */
void tare_x11_window_size(const TareX11Window* shell, int* width, int* height);

/** Makes it of a size. */
void tare_x11_window_resize(TareX11Window* shell, int width, int height);

/** To be called often: takes what has happened, and draws what has changed. False when the window
    was closed. */
bool tare_x11_window_idle(TareX11Window* shell);

/** Has it seen before all others; has it seen no more, also after a person closed it, which it is
   then no longer. False when it is gone for good. */
bool tare_x11_window_raise(TareX11Window* shell);
bool tare_x11_window_hide(TareX11Window* shell);

/** The descriptor that can be read when something may have happened. */
int tare_x11_window_fd(const TareX11Window* shell);

#endif
