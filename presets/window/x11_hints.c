#include "window/x11_hints.h"

#include "window/layout.h"

#include <math.h>
#include <stdlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#define DPI_AT_SCALE_1 96.0
#define MAX_SCALE 4.0

double tare_x11_hints_scale(Display* display, double wanted)
{
    const char* const dpi = XGetDefault(display, "Xft", "dpi");
    if (wanted <= 0.0) /* in quarters, so that lines stay even */
        wanted = dpi ? round(4.0 * atof(dpi) / DPI_AT_SCALE_1) / 4.0 : 1.0;
    return fmin(fmax(wanted, 1.0), MAX_SCALE);
}

static int pixels(double size, double scale)
{
    return (int)ceil(size * scale);
}

void tare_x11_hints_size(double scale, int* width, int* height)
{
    *width = pixels(TARE_LAYOUT_WIDTH, scale);
    *height = pixels(TARE_LAYOUT_HEIGHT, scale);
}

static void set_sizes(Display* display, unsigned long id, double scale)
{
    XSizeHints* const hints = XAllocSizeHints();
    if (!hints)
        return;
    hints->flags = PMinSize | PBaseSize | PSize;
    hints->min_width = pixels(TARE_LAYOUT_MIN_WIDTH, scale);
    hints->min_height = pixels(TARE_LAYOUT_MIN_HEIGHT, scale);
    tare_x11_hints_size(scale, &hints->width, &hints->height);
    hints->base_width = hints->width;
    hints->base_height = hints->height;
    XSetWMNormalHints(display, id, hints);
    XFree(hints);
}

void tare_x11_hints_set(Display* display, unsigned long id, const char* title, double scale)
{
    XClassHint class = {.res_name = (char[]){"tare"}, .res_class = (char[]){"Tare"}};
    set_sizes(display, id, scale);
    XSetClassHint(display, id, &class);
    XStoreName(display, id, title);
}
