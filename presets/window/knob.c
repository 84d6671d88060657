#include "window/knob.h"

#include "base/number.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/loaded.h"

#include <math.h>
#include <string.h>

TarePort tare_knob_port(TareKnob knob)
{
    return tare_dials_port(knob.role, knob.which);
}

static double* bend_of(TareAimGoal* goal, TareBend which)
{
    switch (which) {
    case TARE_BEND_BASS:
        return &goal->bass_db;
    case TARE_BEND_TREBLE:
        return &goal->treble_db;
    case TARE_BEND_EAR:
        return &goal->ear_db;
    default:
        return &goal->tilt_db_per_octave;
    }
}

bool tare_knob_is_automatic(const TareDesk* desk, TareKnob knob)
{
    return knob.role == TARE_PORT_PREAMP &&
           tare_dials_get(desk->dials, TARE_PORT_MANUAL_PREAMP, 0) < 0.5f;
}

float tare_knob_get(const TareDesk* desk, TareKnob knob)
{
    if (knob.bend != TARE_BEND_NONE)
        return (float)*bend_of(&desk->loaded->goal, knob.bend);
    if (tare_knob_is_automatic(desk, knob))
        return tare_dials_get(desk->dials, TARE_PORT_PREAMP_USED, 0);
    return tare_dials_get(desk->dials, knob.role, knob.which);
}

/** The number that somebody means who says -1.2, not the float next to it: it is told as well. */
static double as_typed(float value)
{
    char text[TARE_NUMBER_SIZE];
    double number = (double)value;
    tare_number_format_float(text, sizeof text, value);
    (void)tare_number_parse(text, strlen(text), &number, NULL);
    return number;
}

static void set_bend(TareDesk* desk, TareKnob knob, float value)
{
    const TarePort port = tare_knob_port(knob);
    double* const bend = bend_of(&desk->loaded->goal, knob.bend);
    const double within = as_typed(fminf(fmaxf(value, port.min), port.max));
    if (isnan(value) || *bend == within)
        return;
    *bend = within;
    desk->is_goal_new = true;
}

void tare_knob_set(TareDesk* desk, TareKnob knob, float value)
{
    if (knob.bend != TARE_BEND_NONE) {
        set_bend(desk, knob, value);
        return;
    }
    if (knob.role == TARE_PORT_PREAMP)
        tare_dials_set(desk->dials, TARE_PORT_MANUAL_PREAMP, 0, 1.0f);
    tare_dials_set(desk->dials, knob.role, knob.which, value);
}

void tare_knob_reset(TareDesk* desk, TareKnob knob)
{
    if (knob.role == TARE_PORT_PREAMP)
        tare_dials_set(desk->dials, TARE_PORT_MANUAL_PREAMP, 0, 0.0f);
    else
        tare_knob_set(desk, knob, tare_knob_port(knob).def);
}

void tare_knob_hold(TareDesk* desk, TareKnob knob)
{
    if (knob.bend == TARE_BEND_NONE)
        tare_dials_hold(desk->dials, knob.role, knob.which);
}
