#include "window/look.h"

#include "band_set.h"
#include "window/aim_mark.h"
#include "window/aiming.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/lines.h"
#include "window/loaded.h"
#include "window/value_text.h"

#include <string.h>

/** Has what is loaded do what is wanted of it. */
static void aim(TareDesk* desk)
{
    TareBandSet set;
    tare_aiming_take(desk->aiming, desk->loaded->entry);
    if (tare_aiming_bands(desk->aiming, &desk->loaded->goal, &set))
        tare_loaded_aim(desk->loaded, desk->dials, &set);
}

/** What the host has set may have been aimed, here or elsewhere. */
static void know_again(TareDesk* desk)
{
    TareLoaded* const loaded = desk->loaded;
    const TareEntry* entry = NULL;
    TareAimGoal goal;
    TareBandSet set;
    if ((loaded->state != TARE_LOADED_OTHER && loaded->state != TARE_LOADED_EDITED) ||
        tare_aim_goal_is_set(&loaded->goal) ||
        !tare_aim_mark_read(tare_dials_controls(desk->dials), desk->shelf, &entry, &goal))
        return;
    tare_aiming_take(desk->aiming, entry);
    if (tare_aiming_bands(desk->aiming, &goal, &set))
        (void)tare_loaded_take_aimed(loaded, desk->dials, entry, &goal, &set);
}

void tare_look(TareDesk* desk, bool is_by_host)
{
    if (desk->is_goal_new)
        aim(desk);
    desk->is_goal_new = false;
    tare_loaded_look(desk->loaded, desk->dials, desk->shelf, is_by_host);
    if (is_by_host)
        know_again(desk);
    tare_aiming_take(desk->aiming,
                     desk->loaded->state >= TARE_LOADED_EDITED ? desk->loaded->entry : NULL);
    const TareSound sound = tare_aiming_sound(desk->aiming, &desk->loaded->goal);
    tare_lines_set(desk->lines, tare_dials_controls(desk->dials),
                   tare_dials_n_channels(desk->dials), &sound);
}

/** What the equaliser tells; hosts pass that on many times a second, and it is drawn anew only
   where somebody sees a difference. */
static void hear_meter(TareDesk* desk, const TarePort* port, uint32_t index, float value)
{
    char before[TARE_VALUE_TEXT], after[TARE_VALUE_TEXT];
    const bool was_there = tare_dials_has_meters(desk->dials);
    tare_value_text(before, port, tare_dials_get(desk->dials, port->role, port->which));
    if (!tare_dials_hear(desk->dials, index, value))
        return;
    tare_value_text(after, port, tare_dials_get(desk->dials, port->role, port->which));
    if (was_there && !strcmp(before, after))
        return;
    tare_desk_soil(desk, TARE_WIDGET_METERS);
    if (port->role == TARE_PORT_PREAMP_USED)
        tare_desk_soil(desk, TARE_WIDGET_LEVEL);
}

bool tare_look_hear(TareDesk* desk, uint32_t port, float value)
{
    const uint32_t n_channels = tare_dials_n_channels(desk->dials);
    if (port >= tare_ports_count(n_channels))
        return false;
    const TarePort heard = tare_port(n_channels, port);
    if (!tare_port_is_output(heard.role))
        return tare_dials_hear(desk->dials, port, value);
    hear_meter(desk, &heard, port, value);
    return false;
}
