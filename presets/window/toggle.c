/* Switches: on and off, compare. */

#include "window/desk.h"
#include "window/dials.h"
#include "window/event.h"
#include "window/pen_text.h"
#include "window/theme.h"
#include "window/widget.h"

static bool is_on(const TareDesk* desk, TareWidgetId id)
{
    return tare_dials_get(desk->dials, tare_widget(id)->role, 0) > 0.5f;
}

/** What is on, in words too: colour alone says nothing. */
static TareWord word_of(TareWidgetId id, bool on)
{
    if (id == TARE_WIDGET_ENABLED)
        return on ? TARE_WORD_ON : TARE_WORD_OFF;
    return on ? TARE_WORD_COMPARING : TARE_WORD_COMPARE;
}

enum { LAMP = 8, LAMP_GAP = 8 };

void tare_toggle_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TareBox box = desk->boxes[id];
    const bool on = is_on(desk, id);
    const char* const word = tare_word(word_of(id, on));
    const unsigned ground = on ? theme->accent : desk->hover == id ? theme->hover : theme->panel;
    const unsigned ink = on ? theme->on_accent : theme->ink;
    TarePenStyle style = {ink, TARE_PEN_NORMAL, TARE_PEN_LEFT, true};
    tare_pen_box(pen, box, ground, on ? theme->accent : theme->line);
    const double width = tare_pen_width(pen, style, word) + LAMP + LAMP_GAP;
    const double left = box.x + 0.5 * (box.w - width);
    tare_pen_disc(pen, left + 0.5 * LAMP, box.y + 0.5 * box.h, 0.5 * LAMP, on ? ink : ground, ink);
    const double text = left + LAMP + LAMP_GAP;
    tare_pen_text(pen, (TareBox){text, box.y, box.x + box.w - text, box.h}, style, word);
}

bool tare_toggle_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const bool is_key = event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_ENTER;
    const bool is_space = event->kind == TARE_EVENT_TEXT && event->text[0] == ' ';
    if (event->kind != TARE_EVENT_PRESS && !is_key && !is_space)
        return false;
    tare_dials_set(desk->dials, tare_widget(id)->role, 0, is_on(desk, id) ? 0.0f : 1.0f);
    return true;
}
