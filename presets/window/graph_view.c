/* How the graph looks. */

#include "picture/curves.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/graph_place.h"
#include "window/lines.h"
#include "window/pen_text.h"
#include "window/theme.h"
#include "window/widget.h"

#include <cairo.h>
#include <stdio.h>

enum { DOT_RADIUS = 5, CHOSEN_RADIUS = 11 };

/* So much of the curves is left while they are not heard. */
#define VEIL 0.6

static void draw_handle(const TareDesk* desk, TarePen* pen, uint32_t band)
{
    const TareTheme* const theme = desk->theme;
    double x, y;
    if (!tare_graph_handle_at(desk, band, &x, &y))
        return;
    if (band != desk->band) {
        tare_pen_disc(pen, x, y, DOT_RADIUS, theme->panel, theme->accent);
        return;
    }
    char number[12];
    snprintf(number, sizeof number, "%u", (unsigned)band + 1);
    tare_pen_disc(pen, x, y, CHOSEN_RADIUS, theme->accent, theme->panel);
    tare_pen_text(
        pen, (TareBox){x - CHOSEN_RADIUS, y - CHOSEN_RADIUS, 2 * CHOSEN_RADIUS, 2 * CHOSEN_RADIUS},
        (TarePenStyle){theme->on_accent, TARE_PEN_SMALL, TARE_PEN_CENTRE, true}, number);
}

static bool is_heard(const TareDesk* desk)
{
    return tare_dials_get(desk->dials, TARE_PORT_ENABLED, 0) > 0.5f &&
           tare_dials_get(desk->dials, TARE_PORT_COMPARE, 0) < 0.5f;
}

void tare_graph_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TarePlotFrame frame = tare_graph_frame(desk);
    tare_pen_box(pen, desk->boxes[id], desk->theme->panel, desk->theme->line);
    cairo_select_font_face(pen->cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    tare_plot_frame_draw(pen->cairo, &frame);
    tare_plot_curves_draw(pen->cairo, &frame, tare_lines_plot(desk->lines));
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i)
        if (i != desk->band)
            draw_handle(desk, pen, i);
    draw_handle(desk, pen, desk->band);
    if (!is_heard(desk)) {
        tare_plot_colour(pen->cairo, desk->theme->panel, VEIL);
        cairo_rectangle(pen->cairo, frame.left, frame.top, frame.right - frame.left,
                        frame.bottom - frame.top);
        cairo_fill(pen->cairo);
    }
}
