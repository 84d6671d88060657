#include "window/slots.h"

#include "window/sound.h"

void tare_slots_go(TareSlots* slots, unsigned slot, TareSound* sound, TareLoaded* loaded)
{
    if (slot == slots->current)
        return;
    const TareSlots before = *slots;
    tare_slots_copy(slots, sound, loaded);
    slots->current = slot;
    if (!before.has_other)
        return;
    tare_sound_apply_all(sound, &before.other);
    *loaded = before.other_loaded;
}

void tare_slots_copy(TareSlots* slots, const TareSound* sound, const TareLoaded* loaded)
{
    slots->has_other = true;
    slots->other = *tare_sound_controls(sound);
    slots->other_loaded = *loaded;
}
