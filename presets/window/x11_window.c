#include "window/x11_window.h"

#include "window/window.h"
#include "window/x11_compose.h"
#include "window/x11_drop.h"
#include "window/x11_events.h"
#include "window/x11_hints.h"
#include "window/x11_quiet.h"
#include "window/x11_settings.h"
#include "window/x11_show.h"

#include <cairo.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

enum { DEPTH = 24, MAX_PATH = 4096 };

struct TareX11Window {
    TareWindow* window;
    Display* display;
    Window id;
    GC gc;
    Visual* visual;
    Atom protocols, delete_window;
    double scale;
    int width, height;
    cairo_surface_t* picture; ///< what is shown
    TareX11Pointer pointer;
    TareX11Compose compose;
    TareX11Drop drop;
    TareX11Quiet* quiet; ///< of the window
    bool is_closed;
    bool is_gone; ///< it is closed because there is no such window any more
};

static bool find_visual(TareX11Window* shell)
{
    XVisualInfo info;
    if (!XMatchVisualInfo(shell->display, DefaultScreen(shell->display), DEPTH, TrueColor, &info) ||
        info.red_mask != 0xff0000 || info.blue_mask != 0xff)
        return false;
    shell->visual = info.visual;
    return true;
}

/** False when memory is short. */
static bool create(TareX11Window* shell, const TareX11Options* options)
{
    Display* const display = shell->display;
    const Window root = DefaultRootWindow(display);
    XSetWindowAttributes attributes = {
        .colormap = XCreateColormap(display, root, shell->visual, AllocNone),
        .bit_gravity = NorthWestGravity,
        .event_mask = ExposureMask | StructureNotifyMask | KeyPressMask | ButtonPressMask |
                      ButtonReleaseMask | PointerMotionMask | LeaveWindowMask};
    shell->id = XCreateWindow(display, options->parent ? (Window)options->parent : root, 0, 0,
                              (unsigned)shell->width, (unsigned)shell->height, 0, DEPTH,
                              InputOutput, shell->visual,
                              CWColormap | CWBitGravity | CWBorderPixel | CWEventMask, &attributes);
    shell->quiet = tare_x11_quiet_new(display, shell->id);
    if (!shell->quiet)
        return false;
    shell->gc = XCreateGC(display, shell->id, 0, NULL);
    tare_x11_hints_set(display, shell->id, options->title, shell->scale);
    shell->protocols = XInternAtom(display, "WM_PROTOCOLS", False);
    shell->delete_window = XInternAtom(display, "WM_DELETE_WINDOW", False);
    XSetWMProtocols(display, shell->id, &shell->delete_window, 1);
    tare_x11_drop_offer(&shell->drop, display, shell->id);
    XMapWindow(display, shell->id);
    XFlush(display);
    return true;
}

/** Makes a picture of the window's size; that of before stays when memory is short. */
static bool make_picture(TareX11Window* shell)
{
    cairo_surface_t* const picture =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, shell->width, shell->height);
    if (cairo_surface_status(picture) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(picture);
        return false;
    }
    cairo_surface_destroy(shell->picture);
    shell->picture = picture;
    tare_window_resize(shell->window, shell->width / shell->scale, shell->height / shell->scale);
    return true;
}

TareX11Window* tare_x11_window_new(TareWindow* window, const TareX11Options* options)
{
    TareX11Window* const shell = calloc(1, sizeof *shell);
    if (!shell)
        return NULL;
    shell->window = window;
    shell->display = XOpenDisplay(NULL);
    if (shell->display && find_visual(shell)) {
        shell->scale = tare_x11_hints_scale(shell->display, options->scale);
        tare_x11_hints_size(shell->scale, &shell->width, &shell->height);
        if (make_picture(shell) && create(shell, options))
            return shell;
    }
    tare_x11_window_free(shell);
    return NULL;
}

void tare_x11_window_free(TareX11Window* shell)
{
    if (!shell)
        return;
    cairo_surface_destroy(shell->picture);
    tare_x11_compose_clear(&shell->compose);
    /* takes the window along, if it is still there */
    if (shell->gc)
        XFreeGC(shell->display, shell->gc);
    if (shell->display)
        XCloseDisplay(shell->display);
    free(shell->quiet);
    free(shell);
}

unsigned long tare_x11_window_id(const TareX11Window* shell)
{
    return shell->id;
}

bool tare_x11_window_is_desktop_dark(const TareX11Window* shell)
{
    return tare_x11_settings_is_dark(shell->display);
}

void tare_x11_window_size(const TareX11Window* shell, int* width, int* height)
{
    *width = shell->width;
    *height = shell->height;
}

int tare_x11_window_fd(const TareX11Window* shell)
{
    return ConnectionNumber(shell->display);
}

void tare_x11_window_resize(TareX11Window* shell, int width, int height)
{
    if (!shell->is_closed && width > 0 && height > 0)
        XResizeWindow(shell->display, shell->id, (unsigned)width, (unsigned)height);
    XFlush(shell->display);
}

bool tare_x11_window_raise(TareX11Window* shell)
{
    if (!shell->is_gone)
        tare_x11_show_raise(shell->display, shell->id);
    return !shell->is_gone;
}

bool tare_x11_window_hide(TareX11Window* shell)
{
    if (!shell->is_gone)
        tare_x11_show_hide(shell->display, shell->id);
    shell->is_closed = shell->is_gone;
    return !shell->is_gone;
}

static void take_size(TareX11Window* shell, int width, int height)
{
    const int old_width = shell->width, old_height = shell->height;
    if (width == old_width && height == old_height)
        return;
    shell->width = width;
    shell->height = height;
    if (make_picture(shell))
        return;
    shell->width = old_width;
    shell->height = old_height;
}

/** The keys are to come here. A window that is not seen cannot have them, which would be an error;
    so nobody may hide it in between. */
static void take_keys(TareX11Window* shell)
{
    XWindowAttributes attributes;
    XGrabServer(shell->display);
    XSync(shell->display, False);
    XEvent destroyed;
    if (XCheckTypedWindowEvent(shell->display, shell->id, DestroyNotify, &destroyed))
        shell->is_closed = shell->is_gone = true;
    else if (XGetWindowAttributes(shell->display, shell->id, &attributes) &&
             attributes.map_state == IsViewable)
        XSetInputFocus(shell->display, shell->id, RevertToParent, CurrentTime);
    XUngrabServer(shell->display);
    XFlush(shell->display);
}

/** A person's event; what several keys made together is a text. */
static bool read_event(TareX11Window* shell, XEvent* event, TareEvent* told)
{
    char text[TARE_EVENT_TEXT_SIZE];
    tare_x11_compose_text(&shell->compose, event, text, sizeof text);
    if (text[0] == '\0')
        return tare_x11_events_read(&shell->pointer, event, shell->scale, told);
    *told = (TareEvent){.kind = TARE_EVENT_TEXT};
    memcpy(told->text, text, sizeof text);
    return true;
}

static void handle(TareX11Window* shell, XEvent* event)
{
    TareEvent told;
    char path[MAX_PATH];
    if (event->xany.window != shell->id ||
        tare_x11_compose_takes(&shell->compose, shell->display, shell->id, event))
        return;
    if (tare_x11_drop_read(&shell->drop, event, path, sizeof path))
        tare_window_open_file(shell->window, path);
    switch (event->type) {
    case DestroyNotify:
        shell->is_closed = shell->is_gone = true;
        break;
    case ClientMessage:
        shell->is_closed |= event->xclient.message_type == shell->protocols &&
                            (Atom)event->xclient.data.l[0] == shell->delete_window;
        break;
    case ConfigureNotify:
        take_size(shell, event->xconfigure.width, event->xconfigure.height);
        break;
    case Expose:
        tare_window_soil(shell->window);
        break;
    default:
        if (!read_event(shell, event, &told))
            break;
        if (event->type == ButtonPress)
            take_keys(shell);
        tare_window_handle(shell->window, &told);
    }
}

static void show(TareX11Window* shell, TareBox box)
{
    const int left = (int)fmax(floor(box.x * shell->scale), 0.0);
    const int top = (int)fmax(floor(box.y * shell->scale), 0.0);
    const int right = (int)fmin(ceil((box.x + box.w) * shell->scale), shell->width);
    const int bottom = (int)fmin(ceil((box.y + box.h) * shell->scale), shell->height);
    XImage* const image =
        XCreateImage(shell->display, shell->visual, DEPTH, ZPixmap, 0,
                     (char*)cairo_image_surface_get_data(shell->picture), (unsigned)shell->width,
                     (unsigned)shell->height, 32, cairo_image_surface_get_stride(shell->picture));
    if (!image)
        return;
    const union {
        uint32_t word;
        unsigned char bytes[4];
    } order = {1};
    image->byte_order = order.bytes[0] ? LSBFirst : MSBFirst;
    if (right > left && bottom > top)
        XPutImage(shell->display, shell->id, shell->gc, image, left, top, left, top,
                  (unsigned)(right - left), (unsigned)(bottom - top));
    image->data = NULL; /* the picture's */
    XDestroyImage(image);
}

static void draw(TareX11Window* shell)
{
    const TareBox dirty = tare_window_dirty(shell->window);
    if (tare_box_is_empty(dirty))
        return;
    cairo_t* const cairo = cairo_create(shell->picture);
    cairo_scale(cairo, shell->scale, shell->scale);
    tare_window_draw(shell->window, cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(shell->picture);
    show(shell, dirty);
    XFlush(shell->display);
}

static bool is_motion_next(Display* display)
{
    XEvent next;
    return XEventsQueued(display, QueuedAlready) > 0 && XPeekEvent(display, &next) == 0 &&
           next.type == MotionNotify;
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

bool tare_x11_window_idle(TareX11Window* shell)
{
    XEvent event;
    while (!shell->is_closed && XPending(shell->display) > 0) {
        XNextEvent(shell->display, &event);
        while (event.type == MotionNotify && is_motion_next(shell->display))
            XNextEvent(shell->display, &event); /* only the last of several in a row counts */
        handle(shell, &event);
    }
    if (!shell->is_closed) {
        tare_window_pass(shell->window, now_ms());
        draw(shell);
    }
    return !shell->is_closed;
}
