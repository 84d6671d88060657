#include "window/edit_view.h"

#include "picture/colours.h"
#include "window/edit.h"

#include <cairo.h>
#include <string.h>

static double width_before(TarePen* pen, const TareEdit* edit, TarePenStyle style)
{
    char before[TARE_EDIT_SIZE];
    memcpy(before, edit->text, edit->cursor);
    before[edit->cursor] = '\0';
    return tare_pen_width(pen, style, before);
}

void tare_edit_view_draw(TarePen* pen, TareBox box, const TareEdit* edit, TarePenStyle style)
{
    const double all = tare_pen_width(pen, style, edit->text);
    const double cursor = width_before(pen, edit, style);
    const double hidden = cursor > box.w - 2.0 ? cursor - box.w + 2.0 : 0.0;
    const double free = style.align == TARE_PEN_RIGHT && all < box.w ? box.w - all - 1.0 : 0.0;
    const double left = box.x + free - hidden;
    const double middle = box.y + 0.5 * box.h;
    cairo_save(pen->cairo);
    cairo_rectangle(pen->cairo, box.x - 1.0, box.y, box.w + 2.0, box.h);
    cairo_clip(pen->cairo);
    if (edit->is_selected)
        tare_pen_box(pen,
                     (TareBox){left - 1.0, middle - 0.75 * style.size, all + 2.0, 1.5 * style.size},
                     pen->theme->chosen, TARE_PEN_NONE);
    style.align = TARE_PEN_LEFT;
    /* room for all of it: what does not fit is cut off, not shortened */
    tare_pen_text(pen, (TareBox){left, box.y, all + 1.0, box.h}, style, edit->text);
    if (!edit->is_selected)
        tare_pen_line(pen, left + cursor, middle - 0.7 * style.size, left + cursor,
                      middle + 0.7 * style.size, 1.0, pen->theme->ink);
    cairo_restore(pen->cairo);
}
