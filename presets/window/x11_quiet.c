#include "window/x11_quiet.h"

#include <stdlib.h>
#include <X11/Xlibint.h>

struct TareX11Quiet {
    _XAsyncHandler handler;
    XID window;
};

static Bool is_about_window(Display* display, xReply* reply, char* bytes, int n, XPointer data)
{
    const TareX11Quiet* const quiet = (const void*)data;
    (void)display, (void)bytes, (void)n;
    return reply->generic.type == X_Error && reply->error.resourceID == quiet->window;
}

TareX11Quiet* tare_x11_quiet_new(Display* display, unsigned long window)
{
    TareX11Quiet* const quiet = calloc(1, sizeof *quiet);
    if (!quiet)
        return NULL;
    quiet->window = window;
    quiet->handler.handler = is_about_window;
    quiet->handler.data = (XPointer)quiet;
    quiet->handler.next = display->async_handlers;
    display->async_handlers = &quiet->handler;
    return quiet;
}
