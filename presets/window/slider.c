/* Sliders: strength, tone, and the level before the bands. */

#include "window/desk.h"
#include "window/dials.h"
#include "window/edit_view.h"
#include "window/event.h"
#include "window/theme.h"
#include "window/typing.h"
#include "window/value_step.h"
#include "window/value_text.h"
#include "window/widget.h"

enum { TEXT_HEIGHT = 20, KNOB_RADIUS = 7, TRACK_WIDTH = 4 };

/* So much of the way of the pointer counts while Shift is held. */
#define FINE 0.2

/** A level that follows by itself says what it is. */
static bool is_automatic(const TareDesk* desk, TarePortRole role)
{
    return role == TARE_PORT_PREAMP &&
           tare_dials_get(desk->dials, TARE_PORT_MANUAL_PREAMP, 0) < 0.5f;
}

static float value_of(const TareDesk* desk, TarePortRole role)
{
    return tare_dials_get(desk->dials, is_automatic(desk, role) ? TARE_PORT_PREAMP_USED : role, 0);
}

static void set(TareDesk* desk, TarePortRole role, float value)
{
    if (role == TARE_PORT_PREAMP)
        tare_dials_set(desk->dials, TARE_PORT_MANUAL_PREAMP, 0, 1.0f);
    tare_dials_set(desk->dials, role, 0, value);
}

static void reset(TareDesk* desk, TarePortRole role)
{
    if (role == TARE_PORT_PREAMP)
        tare_dials_set(desk->dials, TARE_PORT_MANUAL_PREAMP, 0, 0.0f);
    else
        tare_dials_set(desk->dials, role, 0, tare_dials_port(role, 0).def);
}

static TareBox track_of(TareBox box)
{
    return (TareBox){box.x + KNOB_RADIUS, box.y + TEXT_HEIGHT, box.w - 2 * KNOB_RADIUS,
                     box.h - TEXT_HEIGHT};
}

static void draw_texts(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TarePortRole role = tare_widget(id)->role;
    const TareBox box = desk->boxes[id];
    const TareBox line = {box.x, box.y, box.w, TEXT_HEIGHT};
    const TarePenStyle value_style = {theme->ink, TARE_PEN_NORMAL, TARE_PEN_RIGHT, false};
    const double label = tare_pen_text(
        pen, line, (TarePenStyle){theme->faint, TARE_PEN_NORMAL, TARE_PEN_LEFT, false},
        tare_word(tare_widget(id)->label));
    const TareBox rest = {line.x + label + 8.0, line.y, line.w - label - 8.0, line.h};
    char text[TARE_VALUE_TEXT];
    const TarePort port = tare_dials_port(role, 0);
    if (desk->is_typing && desk->focus == id)
        tare_edit_view_draw(pen, rest, desk->edit, value_style);
    else if (is_automatic(desk, role))
        tare_pen_text(pen, rest, value_style, tare_word(TARE_WORD_AUTOMATIC));
    else
        tare_pen_text(pen, rest, value_style, tare_value_text(text, &port, value_of(desk, role)));
}

void tare_slider_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const TareTheme* const theme = desk->theme;
    const TarePortRole role = tare_widget(id)->role;
    const TarePort port = tare_dials_port(role, 0);
    const TareBox track = track_of(desk->boxes[id]);
    const double y = track.y + 0.5 * track.h;
    const double knob = track.x + tare_value_step_share(&port, value_of(desk, role)) * track.w;
    const double zero = track.x + tare_value_step_share(&port, 0.0f) * track.w;
    const unsigned rgb = is_automatic(desk, role) ? theme->faint : theme->accent;
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
    const TarePortRole role = tare_widget(id)->role;
    const TarePort port = tare_dials_port(role, 0);
    const TareBox track = track_of(desk->boxes[id]);
    desk->held_x = event->x;
    desk->dragged_x = tare_value_step_share(&port, value_of(desk, role));
    if (event->n_clicks > 1) {
        reset(desk, role);
        return;
    }
    if (event->y < track.y) {
        tare_typing_begin(desk, role, 0);
        return;
    }
    tare_dials_hold(desk->dials, role, 0);
    const double knob = track.x + desk->dragged_x * track.w;
    if (event->x > knob - KNOB_RADIUS - 2.0 && event->x < knob + KNOB_RADIUS + 2.0)
        return; /* the knob itself stays where it is as long as it is not dragged */
    desk->dragged_x = (event->x - track.x) / track.w;
    set(desk, role, tare_value_text_tidy(&port, tare_value_step_at(&port, desk->dragged_x)));
}

static void drag(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TarePort port = tare_dials_port(tare_widget(id)->role, 0);
    const double way = (event->x - desk->held_x) / track_of(desk->boxes[id]).w;
    desk->held_x = event->x;
    if (desk->is_typing || way == 0.0)
        return;
    desk->dragged_x += way * (event->shift ? FINE : 1.0);
    set(desk, port.role, tare_value_text_tidy(&port, tare_value_step_at(&port, desk->dragged_x)));
}

static bool handle_key(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TarePort port = tare_dials_port(tare_widget(id)->role, 0);
    if (tare_typing_handle(desk, port.role, 0, event))
        return true;
    if (event->kind != TARE_EVENT_KEY)
        return false;
    if (event->key == TARE_KEY_DELETE || event->key == TARE_KEY_BACKSPACE) {
        reset(desk, port.role);
        return true;
    }
    const double steps = event->key == TARE_KEY_RIGHT || event->key == TARE_KEY_UP    ? 1.0
                         : event->key == TARE_KEY_LEFT || event->key == TARE_KEY_DOWN ? -1.0
                         : event->key == TARE_KEY_PAGE_UP                             ? 5.0
                         : event->key == TARE_KEY_PAGE_DOWN                           ? -5.0
                                                                                      : 0.0;
    if (steps == 0.0)
        return false;
    set(desk, port.role, tare_value_step(&port, value_of(desk, port.role), steps, event->shift));
    return true;
}

bool tare_slider_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    const TarePort port = tare_dials_port(tare_widget(id)->role, 0);
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, id, event);
        return true;
    case TARE_EVENT_MOVE:
        if (desk->held == id)
            drag(desk, id, event);
        return desk->held == id;
    case TARE_EVENT_WHEEL:
        set(desk, port.role,
            tare_value_step(&port, value_of(desk, port.role), event->wheel, event->shift));
        return true;
    case TARE_EVENT_KEY:
    case TARE_EVENT_TEXT:
        return handle_key(desk, id, event);
    default:
        return false;
    }
}
