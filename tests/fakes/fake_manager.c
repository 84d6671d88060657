/* A window manager, as far as closing a window goes: it asks the window to go, as the Inter-Client
   Communication Conventions Manual has it.

       fake_manager WINDOW */

#include <stdio.h>
#include <stdlib.h>
#include <X11/Xlib.h>

int main(int argc, char* argv[])
{
    Display* const display = XOpenDisplay(NULL);
    if (argc != 2 || !display)
        return 1;
    const Window window = strtoul(argv[1], NULL, 0);
    XEvent event = {.xclient = {.type = ClientMessage,
                                .window = window,
                                .message_type = XInternAtom(display, "WM_PROTOCOLS", False),
                                .format = 32,
                                .data.l = {(long)XInternAtom(display, "WM_DELETE_WINDOW", False)}}};
    XSendEvent(display, window, False, NoEventMask, &event);
    XCloseDisplay(display);
    return 0;
}
