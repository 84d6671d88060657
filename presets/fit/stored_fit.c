#include "fit/stored_fit.h"

#include "base/text.h"
#include "corrections/correction.h"
#include "fit/aimed.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/wish.h"

bool tare_stored_fit(const TareCorrection* stated, TareBandSet* set, TareText* note)
{
    const TareEntry* const entry = &stated->entry;
    const TareTarget* const own = tare_known_sound_target(entry);
    const TareTarget* const target =
        own ? own : tare_target_default(entry->form, tare_known_sound_rig(entry));
    const TareFitGoal goal = {.built_in = target, .name = target->name};
    const TareFitted fitted = {.target = target->name,
                               .max_boost_db = tare_wish_default_options().max_boost_db};
    TareAimed* const aimed = tare_aimed_new(stated);
    const bool is_good = aimed && tare_aimed_bands(aimed, &goal, (TareFitCount){0}, set);
    tare_aimed_free(aimed);
    if (is_good)
        tare_fitted_note(note, &fitted, set);
    return is_good;
}
