#include "window/slots.h"

#include "window/dials.h"

void tare_slots_go(TareSlots* slots, unsigned slot, TareDials* dials, TareLoaded* loaded)
{
    if (slot == slots->current)
        return;
    const TareSlots before = *slots;
    tare_slots_copy(slots, dials, loaded);
    slots->current = slot;
    if (!before.has_other)
        return;
    tare_dials_apply_all(dials, &before.other);
    *loaded = before.other_loaded;
}

void tare_slots_copy(TareSlots* slots, const TareDials* dials, const TareLoaded* loaded)
{
    slots->has_other = true;
    slots->other = *tare_dials_controls(dials);
    slots->other_loaded = *loaded;
}
