/* The desktop around the window, if there is one on the session bus: a tray, its file chooser, and
   a second start that shows the first window. */

#ifndef TARE_CLI_WINDOW_DESKTOP_H
#define TARE_CLI_WINDOW_DESKTOP_H

#include <stdbool.h>

typedef struct TareWindow TareWindow;
typedef struct TareWindowPlayer TareWindowPlayer;
typedef struct TareX11Window TareX11Window;
struct pollfd;

typedef struct TareWindowDesktop TareWindowDesktop;

/** Connects. NULL when there is no session bus, nothing to reach it with, or memory is short: then
   all else is as it was. */
TareWindowDesktop* tare_window_desktop_new(void);

/** Frees it; NULL is allowed. */
void tare_window_desktop_free(TareWindowDesktop* desktop);

/** Whether this is the first window at this display. If not, the first one shows itself. NULL: it
   is one. */
bool tare_window_desktop_is_first(TareWindowDesktop* desktop);

/** What it is for, all of which must live as long. NULL is allowed. */
void tare_window_desktop_bind(TareWindowDesktop* desktop, TareWindow* window,
                              TareWindowPlayer* player, TareX11Window* shell);

/** What to poll for; returns for how many milliseconds at most, no longer than `timeout_ms`. */
int tare_window_desktop_wait(TareWindowDesktop* desktop, struct pollfd* ready, int timeout_ms);

/** To be called often: does what was asked for, and shows in the tray what is so now. NULL is
    allowed. */
void tare_window_desktop_idle(TareWindowDesktop* desktop);

/** A person closed the window. Whether it lives on in a tray, where it can be had back. NULL: it
   does not. */
bool tare_window_desktop_keeps(TareWindowDesktop* desktop);

/** Whether somebody wants all of it to end. */
bool tare_window_desktop_is_over(const TareWindowDesktop* desktop);

#endif
