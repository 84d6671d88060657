#include "window/tip.h"

#include "window/desk.h"
#include "window/dials.h"
#include "window/pen_lines.h"
#include "window/theme.h"
#include "window/widget.h"

#include <stdio.h>

/* As long as people are used to. */
#define DELAY_MS 600.0

enum {
    MARGIN = 8,
    LINE = 18,
    MAX_WIDTH = 340,
    MAX_LINES = 4,
    DISTANCE = 6,   ///< from the control
    MAX_HEIGHT = 60 ///< of a control; lists and the graph are looked at, and would be hidden
};

const char* tare_tip_text(TareWidgetId id, char text[TARE_TIP_TEXT])
{
    const TareWidget* const widget = tare_widget(id);
    const uint32_t port = tare_port_index(TARE_MAX_CHANNELS, widget->role, 0);
    if (widget->hint != TARE_WORD_NONE || !widget->takes_focus)
        snprintf(text, TARE_TIP_TEXT, "%s", tare_word(widget->hint));
    else
        snprintf(text, TARE_TIP_TEXT, "%s", tare_port_text(TARE_MAX_CHANNELS, port).comment);
    return text;
}

static bool has_tip(const TareDesk* desk, TareWidgetId id)
{
    const TareBox box = desk->boxes[id];
    char text[TARE_TIP_TEXT];
    if (id == TARE_WIDGET_METERS && !tare_dials_has_meters(desk->dials))
        return false;
    return id != TARE_WIDGET_NONE && id != TARE_WIDGET_FIND && !tare_box_is_empty(box) &&
           box.h <= MAX_HEIGHT && tare_tip_text(id, text)[0] != '\0';
}

void tare_tip_hide(TareDesk* desk)
{
    if (desk->tip != TARE_WIDGET_NONE)
        tare_desk_soil_all(desk);
    desk->tip = TARE_WIDGET_NONE;
    desk->is_tip_spent = true;
}

void tare_tip_pass(TareDesk* desk, double now_ms)
{
    if (desk->hover != desk->tip_of) {
        tare_tip_hide(desk);
        desk->tip_of = desk->hover;
        desk->tip_since_ms = now_ms;
        desk->is_tip_spent = false;
    }
    if (desk->is_tip_spent || desk->tip != TARE_WIDGET_NONE || desk->held != TARE_WIDGET_NONE ||
        now_ms - desk->tip_since_ms < DELAY_MS || !has_tip(desk, desk->tip_of))
        return;
    desk->tip = desk->tip_of;
    tare_desk_soil_all(desk);
}

/** Below the control, else above it; within the window. */
static TareBox place(const TareDesk* desk, double width, double height)
{
    const TareBox of = desk->boxes[desk->tip];
    const TareBox all = desk->all;
    TareBox box = {of.x, of.y + of.h + DISTANCE, width, height};
    if (box.y + box.h > all.y + all.h)
        box.y = of.y - DISTANCE - height;
    if (box.x + box.w > all.x + all.w - MARGIN)
        box.x = all.x + all.w - MARGIN - box.w;
    if (box.x < all.x)
        box.x = all.x;
    return box;
}

void tare_tip_draw(const TareDesk* desk, TarePen* pen)
{
    const TarePenStyle style = {desk->theme->ink, TARE_PEN_SMALL, TARE_PEN_LEFT, false};
    if (desk->tip == TARE_WIDGET_NONE || !has_tip(desk, desk->tip))
        return;
    char text[TARE_TIP_TEXT];
    tare_tip_text(desk->tip, text);
    const double room = desk->all.w - 4 * MARGIN < MAX_WIDTH ? desk->all.w - 4 * MARGIN : MAX_WIDTH;
    const double width = tare_pen_width(pen, style, text);
    const double inner = width < room ? width + 1.0 : room;
    const double n_lines = tare_pen_lines_n(pen, inner, style, text, MAX_LINES);
    const TareBox box = place(desk, inner + 2 * MARGIN, n_lines * LINE + MARGIN);
    tare_pen_box(pen, box, desk->theme->panel, desk->theme->faint);
    tare_pen_lines(pen, (TareBox){box.x + MARGIN, box.y + 0.5 * MARGIN, inner, n_lines * LINE},
                   LINE, style, text);
}
