#include "cli/catalogue/pick_persons.h"

#include "cli/catalogue/pick.h"
#include "corrections/correction.h"
#include "fit/known_sound.h"

bool tare_pick_persons(TarePersons* persons, const TarePick* pick)
{
    const TareEntry* const entry = &pick->picked->entry;
    *persons = (TarePersons){.n = 0};
    if (!pick->stock)
        return true;
    bool is_good = tare_persons_measured(persons, pick->stock, entry, tare_known_sound_rig(entry));
    for (int rig = TARE_RIG_UNKNOWN + 1; is_good && persons->n < 2 && rig < TARE_N_RIGS; ++rig) {
        tare_persons_clear(persons);
        is_good = tare_persons_measured(persons, pick->stock, entry, (TareRig)rig);
    }
    return is_good;
}
