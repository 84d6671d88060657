/* What a person does with the list of bands. */

#include "window/bands_columns.h"
#include "window/bands_place.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/event.h"
#include "window/list.h"
#include "window/typing.h"
#include "window/value_step.h"
#include "window/widget.h"

/** The value that is chosen. */
static TareKnob chosen_knob(const TareDesk* desk)
{
    return (TareKnob){.role = tare_bands_role(desk->column), .which = desk->band};
}

static void end_typing(TareDesk* desk)
{
    if (desk->is_typing)
        tare_typing_end(desk, chosen_knob(desk));
}

/** Switching a band off keeps everything else of it. */
static void switch_off(TareDesk* desk)
{
    tare_dials_set(desk->dials, TARE_PORT_BAND_GAIN, desk->band, 0.0f);
    if (tare_dials_get(desk->dials, TARE_PORT_BAND_TYPE, desk->band) > (float)TARE_BAND_HIGH_SHELF)
        tare_dials_set(desk->dials, TARE_PORT_BAND_TYPE, desk->band, (float)TARE_BAND_PEAK);
}

static void step(TareDesk* desk, double steps, bool is_fine)
{
    const TarePort port = tare_dials_port(tare_bands_role(desk->column), desk->band);
    const float value = tare_dials_get(desk->dials, port.role, port.which);
    tare_dials_set(desk->dials, port.role, port.which,
                   tare_value_step(&port, value, steps, is_fine));
}

static void move(TareDesk* desk, long rows, long columns)
{
    const long band = (long)desk->band + rows;
    const long column = (long)desk->column + columns;
    end_typing(desk);
    desk->band = band < 0 ? 0 : band < TARE_MAX_BANDS ? (uint32_t)band : TARE_MAX_BANDS - 1;
    desk->column = column < 0                      ? 0
                   : column < TARE_BANDS_N_COLUMNS ? (unsigned)column
                                                   : TARE_BANDS_N_COLUMNS - 1;
    tare_list_show(desk, TARE_WIDGET_BANDS, desk->band);
}

static bool move_by_key(TareDesk* desk, TareKey key)
{
    if (key == TARE_KEY_UP || key == TARE_KEY_DOWN)
        move(desk, key == TARE_KEY_DOWN ? 1 : -1, 0);
    else if (!desk->is_typing && (key == TARE_KEY_LEFT || key == TARE_KEY_RIGHT))
        move(desk, 0, key == TARE_KEY_RIGHT ? 1 : -1);
    else if (!desk->is_typing && (key == TARE_KEY_HOME || key == TARE_KEY_END))
        move(desk, key == TARE_KEY_END ? TARE_MAX_BANDS : -TARE_MAX_BANDS, 0);
    else
        return false;
    return true;
}

static bool handle_key(TareDesk* desk, const TareEvent* event)
{
    const TareKey key = event->kind == TARE_EVENT_KEY ? event->key : TARE_KEY_NONE;
    if (move_by_key(desk, key) || tare_typing_handle(desk, chosen_knob(desk), event))
        return true;
    if (key == TARE_KEY_PAGE_UP || key == TARE_KEY_PAGE_DOWN)
        step(desk, key == TARE_KEY_PAGE_UP ? 1.0 : -1.0, event->shift);
    else if (key == TARE_KEY_DELETE || key == TARE_KEY_BACKSPACE)
        switch_off(desk);
    else
        return false;
    return true;
}

static void press(TareDesk* desk, const TareEvent* event)
{
    uint32_t band = 0;
    unsigned column = 0;
    if (!tare_bands_at(desk, event->x, event->y, &band, &column))
        return;
    const bool is_same = band == desk->band && column == desk->column;
    if (is_same && desk->is_typing)
        return;
    end_typing(desk);
    desk->band = band;
    desk->column = column;
    const TarePort port = tare_dials_port(tare_bands_role(column), band);
    if (port.scale != TARE_SCALE_CHOICE)
        tare_typing_begin(desk, chosen_knob(desk));
    else if (is_same)
        step(desk, tare_dials_get(desk->dials, port.role, band) < port.max ? 1.0 : -port.max,
             false);
}

bool tare_bands_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    uint32_t band = 0;
    unsigned column = 0;
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, event);
        return true;
    case TARE_EVENT_WHEEL:
        if (desk->focus == id && !desk->is_typing &&
            tare_bands_at(desk, event->x, event->y, &band, &column) && band == desk->band &&
            column == desk->column)
            step(desk, event->wheel, event->shift);
        else
            tare_list_wheel(desk, id, event);
        return true;
    case TARE_EVENT_KEY:
    case TARE_EVENT_TEXT:
        return handle_key(desk, event);
    default:
        return false;
    }
}
