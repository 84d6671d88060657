#include "fit/stored_fit.h"

#include "base/text.h"
#include "corrections/correction.h"
#include "fit/aimed.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/wish.h"

TareFitGoal tare_stored_fit_goal(const TareEntry* entry)
{
    const TareTarget* const own = tare_known_sound_target(entry);
    const TareTarget* const target =
        own ? own : tare_target_default(entry->form, tare_known_sound_rig(entry));
    return (TareFitGoal){.built_in = target, .name = target->name};
}

bool tare_stored_fit(const TareCorrection* stated, TareBandSet* set, TareText* note)
{
    const TareFitGoal goal = tare_stored_fit_goal(&stated->entry);
    const TareFitted fitted = {.target = goal.name,
                               .max_boost_db = tare_wish_default_options().max_boost_db};
    TareAimed* const aimed = tare_aimed_new(stated);
    const bool is_good = aimed && tare_aimed_bands(aimed, &goal, (TareFitCount){0}, set);
    tare_aimed_free(aimed);
    if (is_good)
        tare_fitted_note(note, &fitted, set);
    return is_good;
}
