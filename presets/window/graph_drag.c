/* What a person does with the graph. */

#include "controls.h"
#include "tare/band_traits.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/event.h"
#include "window/graph_place.h"
#include "window/loaded.h"
#include "window/value_step.h"
#include "window/value_text.h"
#include "window/widget.h"

#include <math.h>

/* So much of the way of the pointer counts while Shift is held. */
#define FINE 0.2

/* A new band is at least this loud, so that it is one. */
#define LEAST_DB 1.0

static const TareBand* band_of(const TareDesk* desk, uint32_t number)
{
    return &tare_dials_controls(desk->dials)->set.bands[number];
}

static void set(TareDesk* desk, TarePortRole role, double value)
{
    const TarePort port = tare_dials_port(role, desk->band);
    tare_dials_set(desk->dials, role, desk->band, tare_value_text_tidy(&port, (float)value));
}

static void set_band(TareDesk* desk, const TareBand* band)
{
    tare_dials_set(desk->dials, TARE_PORT_BAND_TYPE, desk->band, (float)band->type);
    tare_dials_set(desk->dials, TARE_PORT_BAND_FREQ, desk->band, (float)band->freq_hz);
    tare_dials_set(desk->dials, TARE_PORT_BAND_GAIN, desk->band, (float)band->gain_db);
    tare_dials_set(desk->dials, TARE_PORT_BAND_Q, desk->band, (float)band->q);
    tare_dials_set(desk->dials, TARE_PORT_BAND_CHANNEL, desk->band, (float)band->channel);
}

static void take_hold(TareDesk* desk, const TareEvent* event)
{
    desk->held_x = event->x;
    desk->held_y = event->y;
    desk->dragged_x = band_of(desk, desk->band)->freq_hz;
    desk->dragged_y = band_of(desk, desk->band)->gain_db;
    tare_dials_hold(desk->dials, TARE_PORT_BAND_FREQ, desk->band);
    tare_dials_hold(desk->dials, TARE_PORT_BAND_GAIN, desk->band);
}

static void switch_off(TareDesk* desk)
{
    TareBand band = *band_of(desk, desk->band);
    band.gain_db = 0.0;
    if (!tare_band_type_has_gain(band.type))
        band.type = TARE_BAND_PEAK;
    set_band(desk, &band);
}

/** The chosen band as the correction has it; without one, off. */
static void reset_band(TareDesk* desk)
{
    if (desk->loaded->entry)
        set_band(desk, &desk->loaded->original.set.bands[desk->band]);
    else
        switch_off(desk);
}

static double hz_at(const TarePlotFrame* frame, double x)
{
    const double share = (x - frame->left) / (frame->right - frame->left);
    return frame->min_hz * pow(frame->max_hz / frame->min_hz, share);
}

static double db_at(const TarePlotFrame* frame, double y)
{
    const double share = (frame->bottom - y) / (frame->bottom - frame->top);
    return frame->min_db + share * (frame->max_db - frame->min_db);
}

/** Puts the first band that is off to the pointer. */
static void add_band(TareDesk* desk, const TareEvent* event)
{
    const TarePlotFrame frame = tare_graph_frame(desk);
    uint32_t free = 0;
    while (free < TARE_MAX_BANDS && tare_band_is_active(band_of(desk, free)))
        ++free;
    if (free == TARE_MAX_BANDS)
        return;
    double gain_db = fmin(fmax(db_at(&frame, event->y), frame.min_db), frame.max_db);
    gain_db = fabs(gain_db) < LEAST_DB ? copysign(LEAST_DB, gain_db) : gain_db;
    desk->band = free;
    const TareBand band = tare_band_default();
    set_band(desk, &band);
    set(desk, TARE_PORT_BAND_FREQ, fmin(fmax(hz_at(&frame, event->x), frame.min_hz), frame.max_hz));
    set(desk, TARE_PORT_BAND_GAIN, gain_db);
}

static void press(TareDesk* desk, const TareEvent* event)
{
    const uint32_t band = tare_graph_band_at(desk, event->x, event->y);
    if (band < TARE_MAX_BANDS)
        desk->band = band;
    if (event->n_clicks > 1 && band < TARE_MAX_BANDS)
        reset_band(desk);
    else if (event->n_clicks > 1)
        add_band(desk, event);
    if (band < TARE_MAX_BANDS || event->n_clicks > 1)
        take_hold(desk, event);
    else
        desk->held = TARE_WIDGET_NONE;
}

static void drag(TareDesk* desk, const TareEvent* event)
{
    const TarePlotFrame frame = tare_graph_frame(desk);
    const double share = event->shift ? FINE : 1.0;
    const double way_x = share * (event->x - desk->held_x) / (frame.right - frame.left);
    const double way_y = share * (desk->held_y - event->y) / (frame.bottom - frame.top);
    desk->held_x = event->x;
    desk->held_y = event->y;
    desk->dragged_x *= pow(frame.max_hz / frame.min_hz, way_x);
    desk->dragged_y += way_y * (frame.max_db - frame.min_db);
    if (way_x != 0.0)
        set(desk, TARE_PORT_BAND_FREQ, fmin(fmax(desk->dragged_x, frame.min_hz), frame.max_hz));
    if (way_y != 0.0 && tare_band_type_has_gain(band_of(desk, desk->band)->type))
        set(desk, TARE_PORT_BAND_GAIN, desk->dragged_y);
}

static void step(TareDesk* desk, TarePortRole role, double steps, bool is_fine)
{
    const TarePort port = tare_dials_port(role, desk->band);
    const float value = tare_dials_get(desk->dials, role, desk->band);
    tare_dials_set(desk->dials, role, desk->band, tare_value_step(&port, value, steps, is_fine));
}

static void choose_next(TareDesk* desk, bool is_forward)
{
    for (uint32_t i = 1; i <= TARE_MAX_BANDS; ++i) {
        const uint32_t way = is_forward ? i : TARE_MAX_BANDS - i;
        const uint32_t band = (desk->band + way) % TARE_MAX_BANDS;
        if (tare_band_is_active(band_of(desk, band))) {
            desk->band = band;
            return;
        }
    }
}

static bool handle_key(TareDesk* desk, TareKey key, bool is_fine)
{
    switch (key) {
    case TARE_KEY_LEFT:
    case TARE_KEY_RIGHT:
        step(desk, TARE_PORT_BAND_FREQ, key == TARE_KEY_RIGHT ? 1.0 : -1.0, is_fine);
        return true;
    case TARE_KEY_UP:
    case TARE_KEY_DOWN:
        step(desk, TARE_PORT_BAND_GAIN, key == TARE_KEY_UP ? 1.0 : -1.0, is_fine);
        return true;
    case TARE_KEY_PAGE_UP:
    case TARE_KEY_PAGE_DOWN:
        step(desk, TARE_PORT_BAND_Q, key == TARE_KEY_PAGE_UP ? 1.0 : -1.0, is_fine);
        return true;
    case TARE_KEY_HOME:
    case TARE_KEY_END:
        choose_next(desk, key == TARE_KEY_END);
        return true;
    case TARE_KEY_DELETE:
    case TARE_KEY_BACKSPACE:
        switch_off(desk);
        return true;
    default:
        return false;
    }
}

bool tare_graph_handle(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    switch (event->kind) {
    case TARE_EVENT_PRESS:
        press(desk, event);
        return true;
    case TARE_EVENT_MOVE:
        if (desk->held == id)
            drag(desk, event);
        return desk->held == id;
    case TARE_EVENT_WHEEL: {
        const uint32_t band = tare_graph_band_at(desk, event->x, event->y);
        desk->band = band < TARE_MAX_BANDS ? band : desk->band;
        step(desk, TARE_PORT_BAND_Q, event->wheel, event->shift);
        return true;
    }
    case TARE_EVENT_KEY:
        return handle_key(desk, event->key, event->shift);
    default:
        return false;
    }
}
