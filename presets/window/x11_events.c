#include "window/x11_events.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <X11/keysym.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

enum { DOUBLE_CLICK_MS = 400, DOUBLE_CLICK_PIXELS = 5 };

static const struct {
    KeySym symbol;
    TareKey key;
} keys[] = {
    {XK_Left, TARE_KEY_LEFT},
    {XK_KP_Left, TARE_KEY_LEFT},
    {XK_Right, TARE_KEY_RIGHT},
    {XK_KP_Right, TARE_KEY_RIGHT},
    {XK_Up, TARE_KEY_UP},
    {XK_KP_Up, TARE_KEY_UP},
    {XK_Down, TARE_KEY_DOWN},
    {XK_KP_Down, TARE_KEY_DOWN},
    {XK_Page_Up, TARE_KEY_PAGE_UP},
    {XK_KP_Page_Up, TARE_KEY_PAGE_UP},
    {XK_Page_Down, TARE_KEY_PAGE_DOWN},
    {XK_KP_Page_Down, TARE_KEY_PAGE_DOWN},
    {XK_Home, TARE_KEY_HOME},
    {XK_KP_Home, TARE_KEY_HOME},
    {XK_End, TARE_KEY_END},
    {XK_KP_End, TARE_KEY_END},
    {XK_Return, TARE_KEY_ENTER},
    {XK_KP_Enter, TARE_KEY_ENTER},
    {XK_Escape, TARE_KEY_ESCAPE},
    {XK_Tab, TARE_KEY_TAB},
    {XK_ISO_Left_Tab, TARE_KEY_TAB},
    {XK_BackSpace, TARE_KEY_BACKSPACE},
    {XK_Delete, TARE_KEY_DELETE},
    {XK_KP_Delete, TARE_KEY_DELETE},
};

static TareKey key_of(KeySym symbol)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i)
        if (keys[i].symbol == symbol)
            return keys[i].key;
    return TARE_KEY_NONE;
}

/** The character of a key (X protocol, "Keysym encoding"); 0 when it has none. */
static uint32_t character_of(KeySym symbol, const char* latin, int n)
{
    enum { UNICODE_MARK = 0x01000000, UNICODE_END = 0x0110ffff };
    if ((symbol >= 0x20 && symbol <= 0x7e) || (symbol >= 0xa0 && symbol <= 0xff))
        return (uint32_t)symbol;
    if (symbol >= UNICODE_MARK + 0x100 && symbol <= UNICODE_END)
        return (uint32_t)symbol - UNICODE_MARK;
    /* keypads give digits by their text alone */
    return n == 1 && latin[0] >= 0x20 && latin[0] < 0x7f ? (uint32_t)latin[0] : 0;
}

static bool read_key(XKeyEvent* event, TareEvent* told)
{
    char latin[8];
    KeySym symbol = NoSymbol;
    const int n = XLookupString(event, latin, sizeof latin, &symbol, NULL);
    told->key = key_of(symbol);
    told->kind = TARE_EVENT_KEY;
    if (told->key != TARE_KEY_NONE)
        return true;
    const uint32_t character = character_of(symbol, latin, n);
    if (!character || event->state & Mod1Mask)
        return false;
    told->kind = TARE_EVENT_TEXT;
    told->text[tare_utf8_encode(character, told->text)] = '\0';
    return true;
}

static void count_clicks(TareX11Pointer* pointer, const XButtonEvent* event)
{
    const bool is_soon = event->time - pointer->time_ms < DOUBLE_CLICK_MS;
    const bool is_near = abs(event->x - pointer->x) < DOUBLE_CLICK_PIXELS &&
                         abs(event->y - pointer->y) < DOUBLE_CLICK_PIXELS;
    pointer->n_clicks = pointer->n_clicks == 1 && is_soon && is_near ? 2 : 1;
    pointer->time_ms = event->time;
    pointer->x = event->x;
    pointer->y = event->y;
}

static bool read_button(TareX11Pointer* pointer, const XButtonEvent* event, TareEvent* told)
{
    told->kind = event->type == ButtonPress ? TARE_EVENT_PRESS : TARE_EVENT_RELEASE;
    if (event->button == Button1) {
        if (event->type == ButtonPress)
            count_clicks(pointer, event);
        told->n_clicks = pointer->n_clicks;
        return true;
    }
    told->kind = TARE_EVENT_WHEEL;
    told->wheel = event->button == Button4 ? 1.0 : -1.0;
    return event->type == ButtonPress && (event->button == Button4 || event->button == Button5);
}

static void set_place(TareEvent* told, int x, int y, unsigned state, double scale)
{
    told->x = x / scale;
    told->y = y / scale;
    told->shift = state & ShiftMask;
    told->control = state & ControlMask;
}

bool tare_x11_events_read(TareX11Pointer* pointer, XEvent* event, double scale, TareEvent* told)
{
    *told = (TareEvent){0};
    switch (event->type) {
    case KeyPress:
        set_place(told, event->xkey.x, event->xkey.y, event->xkey.state, scale);
        return read_key(&event->xkey, told);
    case ButtonPress:
    case ButtonRelease:
        set_place(told, event->xbutton.x, event->xbutton.y, event->xbutton.state, scale);
        return read_button(pointer, &event->xbutton, told);
    case MotionNotify:
        set_place(told, event->xmotion.x, event->xmotion.y, event->xmotion.state, scale);
        told->kind = TARE_EVENT_MOVE;
        return true;
    case LeaveNotify:
        told->kind = TARE_EVENT_LEAVE;
        return true;
    default:
        return false;
    }
}
