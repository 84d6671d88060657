#include "window/x11_drop.h"

#include "window/drop_path.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

enum { VERSION = 5, MAX_TYPES = 64, MAX_LIST = 65536 };

/** In the order of their names below. */
enum {
    AWARE,
    ENTER,
    POSITION,
    STATUS,
    LEAVE,
    DROP,
    FINISHED,
    SELECTION,
    TYPE_LIST,
    ACTION_COPY,
    URI_LIST
};

static const char* const names[TARE_X11_DROP_N_ATOMS] = {
    "XdndAware",    "XdndEnter",     "XdndPosition", "XdndStatus",     "XdndLeave",    "XdndDrop",
    "XdndFinished", "XdndSelection", "XdndTypeList", "XdndActionCopy", "text/uri-list"};

void tare_x11_drop_offer(TareX11Drop* drop, Display* display, unsigned long id)
{
    const unsigned long version = VERSION;
    *drop = (TareX11Drop){.display = display, .id = id};
    XInternAtoms(display, (char**)names, TARE_X11_DROP_N_ATOMS, False, drop->atoms);
    XChangeProperty(display, id, drop->atoms[AWARE], XA_ATOM, 32, PropModeReplace,
                    (const unsigned char*)&version, 1);
}

static int ignore_error(Display* display, XErrorEvent* error)
{
    (void)display;
    (void)error;
    return 0;
}

/** Answers whoever drags. Its window may be gone by now, which is no error of anybody's: only while
    that is found out the process has another handler of errors. */
static void answer(const TareX11Drop* drop, int message, bool is_yes, unsigned long action)
{
    XEvent event = {.xclient = {.type = ClientMessage,
                                .window = drop->source,
                                .message_type = drop->atoms[message],
                                .format = 32}};
    event.xclient.data.l[0] = (long)drop->id;
    event.xclient.data.l[1] = is_yes;
    event.xclient.data.l[message == FINISHED ? 2 : 4] = is_yes ? (long)action : None;
    XSync(drop->display, False);
    int (*const before)(Display*, XErrorEvent*) = XSetErrorHandler(ignore_error);
    XSendEvent(drop->display, drop->source, False, NoEventMask, &event);
    XSync(drop->display, False);
    XSetErrorHandler(before);
}

/** Reads a property; NULL when there is none such. To be freed by XFree(). */
static unsigned char* property_of(const TareX11Drop* drop, Window window, Atom property,
                                  long max_longs, unsigned long* n)
{
    Atom type = None;
    int format = 0;
    unsigned long rest = 0;
    unsigned char* data = NULL;
    *n = 0;
    XSync(drop->display, False);
    int (*const before)(Display*, XErrorEvent*) = XSetErrorHandler(ignore_error);
    const int state =
        XGetWindowProperty(drop->display, window, property, 0, max_longs, window == drop->id,
                           AnyPropertyType, &type, &format, n, &rest, &data);
    XSetErrorHandler(before);
    return state == Success ? data : NULL;
}

/** Whether one of the kinds in which things are offered is a list of files. */
static bool offers_files(const TareX11Drop* drop, const XClientMessageEvent* event)
{
    bool is_offered = false;
    unsigned long n = 0;
    for (int i = 2; i < 5; ++i)
        is_offered = is_offered || (Atom)event->data.l[i] == drop->atoms[URI_LIST];
    if (!(event->data.l[1] & 1)) /* these are all */
        return is_offered;
    unsigned char* const data =
        property_of(drop, drop->source, drop->atoms[TYPE_LIST], MAX_TYPES, &n);
    const Atom* const types = (const Atom*)(const void*)data;
    for (unsigned long i = 0; types && i < n; ++i)
        is_offered = is_offered || types[i] == drop->atoms[URI_LIST];
    if (data)
        XFree(data);
    return is_offered;
}

static void read_message(TareX11Drop* drop, const XClientMessageEvent* event)
{
    const Atom type = event->message_type;
    if (type == drop->atoms[ENTER]) {
        drop->source = (unsigned long)event->data.l[0];
        drop->has_files = offers_files(drop, event);
    } else if (drop->source == 0 || drop->source != (unsigned long)event->data.l[0]) {
        return;
    } else if (type == drop->atoms[POSITION]) {
        answer(drop, STATUS, drop->has_files, drop->atoms[ACTION_COPY]);
    } else if (type == drop->atoms[LEAVE]) {
        drop->source = 0;
    } else if (type == drop->atoms[DROP] && drop->has_files) {
        XConvertSelection(drop->display, drop->atoms[SELECTION], drop->atoms[URI_LIST],
                          drop->atoms[SELECTION], drop->id, (Time)event->data.l[2]);
        XFlush(drop->display);
    } else if (type == drop->atoms[DROP]) {
        answer(drop, FINISHED, false, None);
        drop->source = 0;
    }
}

static bool read_selection(TareX11Drop* drop, const XSelectionEvent* event, char* path, size_t size)
{
    unsigned long n = 0;
    if (event->selection != drop->atoms[SELECTION] || drop->source == 0)
        return false;
    unsigned char* const data = event->property != None
                                    ? property_of(drop, drop->id, event->property, MAX_LIST / 4, &n)
                                    : NULL;
    const bool has_path = data && tare_drop_path((const char*)data, n, path, size);
    if (data)
        XFree(data);
    answer(drop, FINISHED, has_path, drop->atoms[ACTION_COPY]);
    drop->source = 0;
    return has_path;
}

bool tare_x11_drop_read(TareX11Drop* drop, const XEvent* event, char* path, size_t size)
{
    if (event->type == SelectionNotify)
        return read_selection(drop, &event->xselection, path, size);
    if (event->type == ClientMessage && event->xclient.format == 32)
        read_message(drop, &event->xclient);
    return false;
}
