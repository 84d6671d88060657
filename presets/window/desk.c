#include "window/desk.h"

#include "base/utf8.h"

#include <stdio.h>

/* The ring of the focus lies so far around a box. */
#define RING 4.0

void tare_desk_soil(TareDesk* desk, TareWidgetId id)
{
    if (!tare_box_is_empty(desk->boxes[id]))
        desk->dirty = tare_box_union(desk->dirty, tare_box_inset(desk->boxes[id], -RING));
}

void tare_desk_soil_all(TareDesk* desk)
{
    desk->dirty = desk->all;
}

void tare_desk_say(TareDesk* desk, const char* answer)
{
    snprintf(desk->answer, sizeof desk->answer, "%s", answer);
    tare_utf8_drop_partial_end(desk->answer);
}
