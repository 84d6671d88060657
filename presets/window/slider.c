/* Sliders: strength, tone, and the level before the bands. */

#include "window/desk.h"
#include "window/edit_view.h"
#include "window/event.h"
#include "window/theme.h"
#include "window/typing.h"
#include "window/value_step.h"
#include "window/value_text.h"
#include "window/widget.h"

enum { TEXT_HEIGHT = 20, TEXT_GAP = 4, KNOB_RADIUS = 7, TRACK_WIDTH = 4 };

/* So much of the way of the pointer counts while Shift is held. */
#define FINE 0.2

static TareBox track_of(TareBox box)
{
    return (TareBox){box.x + KNOB_RADIUS, box.y + TEXT_HEIGHT, box.w - 2 * KNOB_RADIUS,
                     box.h - TEXT_HEIGHT};
}

static void draw_texts(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TareKnob knob = tare_widget_knob(id);
    const TareBox box = desk->boxes[id];
    const TareBox line = {box.x, box.y, box.w, TEXT_HEIGHT};
    const TarePenStyle value_style = {theme->ink, TARE_PEN_NORMAL, TARE_PEN_RIGHT, false};
    const double label = tare_pen_text(
        pen, line, (TarePenStyle){theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
        tare_word(tare_widget(id)->label));
    const TareBox rest = {line.x + label + TEXT_GAP, line.y, line.w - label - TEXT_GAP, line.h};
    char text[TARE_VALUE_TEXT];
    const TarePort port = tare_knob_port(knob);
    if (desk->is_typing && desk->focus == id)
        tare_edit_view_draw(pen, rest, desk->edit, value_style);
    else if (tare_knob_is_automatic(desk, knob))
        tare_pen_text(pen, rest, value_style, tare_word(TARE_WORD_AUTOMATIC));
    else
        tare_pen_text(pen, rest, value_style,
                      tare_value_text(text, &port, tare_knob_get(desk, knob)));
}

void tare_slider_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TareKnob turned = tare_widget_knob(id);
    const TarePort port = tare_knob_port(turned);
    const TareBox track = track_of(desk->boxes[id]);
    const double y = track.y + 0.5 * track.h;
    const double knob =
        track.x + tare_value_step_share(&port, tare_knob_get(desk, turned)) * track.w;
    const double zero = track.x + tare_value_step_share(&port, 0.0f) * track.w;
    const unsigned rgb = tare_knob_is_automatic(desk, turned) ? theme->faint : theme->accent;
    draw_texts(desk, id, pen);
    tare_pen_box(pen, (TareBox){track.x, y - 0.5 * TRACK_WIDTH, track.w, TRACK_WIDTH}, theme->line,
                 TARE_PEN_NONE);
    if (knob != zero)
        tare_pen_box(pen,
                     (TareBox){knob < zero ? knob : zero, y - 0.5 * TRACK_WIDTH,
                               knob < zero ? zero - knob : knob - zero, TRACK_WIDTH},
                     rgb, TARE_PEN_NONE);
    tare_pen_disc(pen, knob, y, KNOB_RADIUS, desk->hover == id ? theme->hover : theme->panel, rgb);
}

static void press(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TareKnob turned = tare_widget_knob(id);
    const TarePort port = tare_knob_port(turned);
    const TareBox track = track_of(desk->boxes[id]);
    desk->held_x = event->x;
    desk->dragged_x = tare_value_step_share(&port, tare_knob_get(desk, turned));
    if (event->n_clicks > 1) {
        tare_knob_reset(desk, turned);
        return;
    }
    if (event->y < track.y) {
        tare_typing_begin(desk, turned);
        return;
    }
    tare_knob_hold(desk, turned);
    const double knob = track.x + desk->dragged_x * track.w;
    if (event->x > knob - KNOB_RADIUS - 2.0 && event->x < knob + KNOB_RADIUS + 2.0)
        return; /* the knob itself stays where it is as long as it is not dragged */
    desk->dragged_x = (event->x - track.x) / track.w;
    tare_knob_set(desk, turned,
                  tare_value_text_tidy(&port, tare_value_step_at(&port, desk->dragged_x)));
}

static void drag(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TareKnob turned = tare_widget_knob(id);
    const TarePort port = tare_knob_port(turned);
    const double way = (event->x - desk->held_x) / track_of(desk->boxes[id]).w;
    desk->held_x = event->x;
    if (desk->is_typing || way == 0.0)
        return;
    desk->dragged_x += way * (event->shift ? FINE : 1.0);
    tare_knob_set(desk, turned,
                  tare_value_text_tidy(&port, tare_value_step_at(&port, desk->dragged_x)));
}

static bool handle_key(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TareKnob turned = tare_widget_knob(id);
    const TarePort port = tare_knob_port(turned);
    if (tare_typing_handle(desk, turned, event))
        return true;
    if (event->kind != TARE_EVENT_KEY)
        return false;
    if (event->key == TARE_KEY_DELETE || event->key == TARE_KEY_BACKSPACE) {
        tare_knob_reset(desk, turned);
        return true;
    }
    const double steps = event->key == TARE_KEY_RIGHT || event->key == TARE_KEY_UP    ? 1.0
                         : event->key == TARE_KEY_LEFT || event->key == TARE_KEY_DOWN ? -1.0
                         : event->key == TARE_KEY_PAGE_UP                             ? 5.0
                         : event->key == TARE_KEY_PAGE_DOWN                           ? -5.0
                                                                                      : 0.0;
    if (steps == 0.0)
        return false;
    tare_knob_set(desk, turned,
                  tare_value_step(&port, tare_knob_get(desk, turned), steps, event->shift));
    return true;
}

bool tare_slider_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TareKnob turned = tare_widget_knob(id);
    const TarePort port = tare_knob_port(turned);
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, id, event);
        return true;
    case TARE_EVENT_MOVE:
        if (desk->held == id)
            drag(desk, id, event);
        return desk->held == id;
    case TARE_EVENT_WHEEL:
        tare_knob_set(
            desk, turned,
            tare_value_step(&port, tare_knob_get(desk, turned), event->wheel, event->shift));
        return true;
    case TARE_EVENT_KEY:
    case TARE_EVENT_TEXT:
        return handle_key(desk, id, event);
    default:
        return false;
    }
}
