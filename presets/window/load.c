#include "window/load.h"

#include "window/desk.h"
#include "window/dials.h"

/** The bands as they are, if any is heard. */
static TareLoadBack state_of(const TareDesk* desk)
{
    return (TareLoadBack){.is_there = desk->loaded->state != TARE_LOADED_NOTHING,
                          .controls = *tare_dials_controls(desk->dials),
                          .loaded = *desk->loaded};
}

bool tare_load(TareDesk* desk, const TareEntry* entry)
{
    const TareLoadBack before = state_of(desk);
    if (!tare_loaded_apply(desk->loaded, desk->dials, desk->shelf, entry))
        return false;
    *desk->back = before;
    return true;
}

void tare_load_undo(TareDesk* desk)
{
    *desk->back = state_of(desk);
    tare_loaded_undo(desk->loaded, desk->dials, desk->shelf);
}

void tare_load_back(TareDesk* desk)
{
    const TareLoadBack to = *desk->back;
    if (!to.is_there)
        return;
    *desk->back = state_of(desk);
    desk->back->is_newer = !to.is_newer;
    *desk->loaded = to.loaded;
    tare_dials_apply(desk->dials, &to.controls);
}
