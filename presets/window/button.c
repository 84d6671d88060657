/* Buttons. */

#include "window/actions.h"
#include "window/blind_actions.h"
#include "window/desk.h"
#include "window/event.h"
#include "window/pen_text.h"
#include "window/theme.h"
#include "window/widget.h"

void tare_button_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TareBox box = desk->boxes[id];
    const bool chosen = tare_action_is_chosen(desk, id);
    const unsigned ground = chosen              ? theme->accent
                            : desk->hover == id ? theme->hover
                                                : theme->panel;
    const unsigned ink = chosen                         ? theme->on_accent
                         : tare_blind_is_idle(desk, id) ? theme->faint
                                                        : theme->ink;
    tare_pen_box(pen, box, ground, chosen ? theme->accent : theme->line);
    tare_pen_text(pen, tare_box_inset(box, 4.0),
                  (TarePenStyle){ink, TARE_PEN_NORMAL, TARE_PEN_CENTRE, chosen},
                  tare_word(tare_action_label(desk, id)));
}

bool tare_button_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const bool is_key = event->kind == TARE_EVENT_KEY && event->key == TARE_KEY_ENTER;
    const bool is_space = event->kind == TARE_EVENT_TEXT && event->text[0] == ' ';
    if (event->kind != TARE_EVENT_PRESS && !is_key && !is_space)
        return false;
    tare_action_do(desk, id);
    return true;
}
