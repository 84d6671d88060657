#include "window/x11_compose.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <X11/keysym.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

void tare_x11_compose_clear(TareX11Compose* compose)
{
    if (compose->context)
        XDestroyIC(compose->context);
    if (compose->method)
        XCloseIM(compose->method);
    *compose = (TareX11Compose){0};
}

static bool begins_character(XEvent* event)
{
    char text[8];
    KeySym symbol = NoSymbol;
    XLookupString(&event->xkey, text, sizeof text, &symbol, NULL);
    return symbol == XK_Multi_key || (symbol >= XK_dead_grave && symbol <= XK_dead_greek);
}

/** Opens the tables of Xlib itself, for the language of the environment where the process has not
    set one; what was set stays. */
static void open_tables(TareX11Compose* compose, Display* display)
{
    const char* const set = setlocale(LC_CTYPE, NULL);
    char* const locale = strdup(set ? set : "C");
    const char* const modifiers = XSetLocaleModifiers(NULL);
    char* const before = strdup(modifiers ? modifiers : "");
    if (locale && before) {
        if (strcmp(locale, "C") == 0)
            setlocale(LC_CTYPE, "");
        XSetLocaleModifiers("@im=none");
        compose->method = XOpenIM(display, NULL, NULL, NULL);
        XSetLocaleModifiers(before);
        setlocale(LC_CTYPE, locale);
    }
    free(locale);
    free(before);
}

bool tare_x11_compose_takes(TareX11Compose* compose, Display* display, unsigned long window,
                            XEvent* event)
{
    if (event->type != KeyPress && event->type != KeyRelease)
        return false;
    if (!compose->is_tried && event->type == KeyPress && begins_character(event)) {
        compose->is_tried = true;
        open_tables(compose, display);
        if (compose->method)
            compose->context =
                XCreateIC(compose->method, XNInputStyle, XIMPreeditNothing | XIMStatusNothing,
                          XNClientWindow, window, XNFocusWindow, window, (void*)NULL);
    }
    return compose->context && XFilterEvent(event, window);
}

void tare_x11_compose_text(const TareX11Compose* compose, XEvent* event, char* text, int size)
{
    Status status = XLookupNone;
    KeySym symbol = NoSymbol;
    text[0] = '\0';
    if (!compose->context || event->type != KeyPress || event->xkey.keycode != 0)
        return;
    const int n =
        Xutf8LookupString(compose->context, &event->xkey, text, size - 1, &symbol, &status);
    text[status == XLookupChars || status == XLookupBoth ? n : 0] = '\0';
}
