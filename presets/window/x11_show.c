#include "window/x11_show.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

/* Who asks (Extended Window Manager Hints, "_NET_ACTIVE_WINDOW"): a person, by another program. */
enum { FROM_PAGER = 2 };

void tare_x11_show_raise(Display* display, unsigned long id)
{
    const Window root = DefaultRootWindow(display);
    XEvent event = {.xclient = {.type = ClientMessage,
                                .window = id,
                                .message_type = XInternAtom(display, "_NET_ACTIVE_WINDOW", False),
                                .format = 32,
                                .data.l = {FROM_PAGER}}};
    XMapRaised(display, id);
    XSendEvent(display, root, False, SubstructureNotifyMask | SubstructureRedirectMask, &event);
    XFlush(display);
}

void tare_x11_show_hide(Display* display, unsigned long id)
{
    XWithdrawWindow(display, id, DefaultScreen(display));
    XFlush(display);
}
