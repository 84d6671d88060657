#include "window/paint.h"

#include "window/desk.h"
#include "window/pen.h"
#include "window/theme.h"
#include "window/tip.h"
#include "window/widget.h"

#include <cairo.h>

/** The ring lies around what has the focus; a chosen row of a list is marked there. */
static void draw_focus(const TareDesk* desk, TarePen* pen)
{
    if (desk->focus != TARE_WIDGET_NONE && !tare_box_is_empty(desk->boxes[desk->focus]))
        tare_pen_focus(pen, desk->boxes[desk->focus]);
}

void tare_paint(const TareDesk* desk, cairo_t* cairo, TareBox part)
{
    TarePen pen = {cairo, desk->theme};
    cairo_save(cairo);
    cairo_rectangle(cairo, part.x, part.y, part.w, part.h);
    cairo_clip(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST); /* looks alike, in two thirds of the time */
    tare_pen_fill(&pen, desk->theme->ground);
    const TareWidgetId top = desk->is_choosing_file ? TARE_WIDGET_FILES : TARE_WIDGET_RESULTS;
    const TareBox over = desk->boxes[top];
    for (TareWidgetId id = TARE_WIDGET_FIND; id < TARE_N_WIDGETS; ++id) {
        const TareBox box = desk->boxes[id];
        const bool is_hidden = id != top && tare_box_meets(box, over);
        if (!tare_box_is_empty(box) && !is_hidden && tare_box_meets(box, part))
            tare_widget(id)->draw(desk, id, &pen);
    }
    draw_focus(desk, &pen);
    tare_tip_draw(desk, &pen);
    cairo_restore(cairo);
}
