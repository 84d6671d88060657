#include "window/pen.h"

#include "picture/frame.h"
#include "window/theme.h"

#include <cairo.h>
#include <math.h>

static const double right_angle = 1.57079632679489661923;

static void round_box(cairo_t* cairo, TareBox box, double radius)
{
    const double r = fmin(radius, 0.5 * fmin(box.w, box.h));
    const double right = box.x + box.w, bottom = box.y + box.h;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - r, box.y + r, r, -right_angle, 0.0);
    cairo_arc(cairo, right - r, bottom - r, r, 0.0, right_angle);
    cairo_arc(cairo, box.x + r, bottom - r, r, right_angle, 2.0 * right_angle);
    cairo_arc(cairo, box.x + r, box.y + r, r, 2.0 * right_angle, 3.0 * right_angle);
    cairo_close_path(cairo);
}

void tare_pen_box(TarePen* pen, TareBox box, unsigned fill, unsigned line)
{
    if (tare_box_is_empty(box))
        return;
    /* the line lies inside, on the middles of pixels */
    round_box(pen->cairo, line == TARE_PEN_NONE ? box : tare_box_inset(box, 0.5), TARE_PEN_RADIUS);
    if (fill != TARE_PEN_NONE) {
        tare_plot_colour(pen->cairo, fill, 1.0);
        cairo_fill_preserve(pen->cairo);
    }
    if (line != TARE_PEN_NONE) {
        tare_plot_colour(pen->cairo, line, 1.0);
        cairo_set_line_width(pen->cairo, 1.0);
        cairo_stroke_preserve(pen->cairo);
    }
    cairo_new_path(pen->cairo);
}

void tare_pen_fill(TarePen* pen, unsigned rgb)
{
    tare_plot_colour(pen->cairo, rgb, 1.0);
    cairo_paint(pen->cairo);
}

void tare_pen_focus(TarePen* pen, TareBox box)
{
    round_box(pen->cairo, tare_box_inset(box, -2.0), TARE_PEN_RADIUS + 2);
    tare_plot_colour(pen->cairo, pen->theme->accent, 1.0);
    cairo_set_line_width(pen->cairo, 2.0);
    cairo_stroke(pen->cairo);
}

static double sharp(double position)
{
    return floor(position) + 0.5;
}

void tare_pen_line(TarePen* pen, double x1, double y1, double x2, double y2, double width,
                   unsigned rgb)
{
    const bool is_upright = x1 == x2, is_level = y1 == y2;
    tare_plot_colour(pen->cairo, rgb, 1.0);
    cairo_set_line_width(pen->cairo, width);
    cairo_move_to(pen->cairo, is_upright ? sharp(x1) : x1, is_level ? sharp(y1) : y1);
    cairo_line_to(pen->cairo, is_upright ? sharp(x2) : x2, is_level ? sharp(y2) : y2);
    cairo_stroke(pen->cairo);
}

void tare_pen_bar(TarePen* pen, TareBox box, size_t first, size_t n_shown, size_t n)
{
    enum { MARGIN = 6, RIGHT = 5, WIDTH = 3 };
    if (n_shown >= n)
        return;
    const double height = box.h - 2 * MARGIN;
    tare_pen_box(pen,
                 (TareBox){box.x + box.w - RIGHT,
                           box.y + MARGIN + height * (double)first / (double)n, WIDTH,
                           height * (double)n_shown / (double)n},
                 pen->theme->line, TARE_PEN_NONE);
}

#define LINE_WIDTH 1.5

static void fill_disc(cairo_t* cairo, double x, double y, double radius, unsigned rgb)
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x, y, radius, 0.0, 4.0 * right_angle);
    tare_plot_colour(cairo, rgb, 1.0);
    cairo_fill(cairo);
}

void tare_pen_disc(TarePen* pen, double x, double y, double radius, unsigned fill, unsigned line)
{
    /* a disc on a larger one: in half the time of a disc and a circle */
    fill_disc(pen->cairo, x, y, radius + 0.5 * LINE_WIDTH, line);
    fill_disc(pen->cairo, x, y, radius - 0.5 * LINE_WIDTH, fill);
}
