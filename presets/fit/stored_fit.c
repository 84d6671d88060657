#include "fit/stored_fit.h"

#include "base/text.h"
#include "corrections/correction.h"
#include "curves/stored_curve.h"
#include "fit/aimed.h"
#include "fit/fitted.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/wish.h"

bool tare_stored_fit_goal(TareFitGoal* goal, const TareCorrection* correction)
{
    const TareEntry* const entry = &correction->entry;
    const char* const curve = tare_known_sound_own_target(correction);
    *goal = (TareFitGoal){.name = entry->target ? entry->target : "target"};
    if (curve)
        return tare_stored_curve_read(&goal->curve, curve);
    const TareTarget* const own = tare_known_sound_target(entry);
    goal->built_in = own ? own : tare_target_default(entry->form, tare_known_sound_rig(entry));
    goal->name = goal->built_in->name;
    return true;
}

bool tare_stored_fit(const TareCorrection* stated, TareBandSet* set, TareText* note)
{
    TareFitGoal goal;
    if (!tare_stored_fit_goal(&goal, stated))
        return false;
    const TareFitted fitted = {.target = goal.name,
                               .max_boost_db = tare_wish_default_options().max_boost_db};
    TareAimed* const aimed = tare_aimed_new(stated);
    const bool is_good = aimed && tare_aimed_bands(aimed, &goal, (TareFitCount){0}, set);
    tare_aimed_free(aimed);
    if (is_good)
        tare_fitted_note(note, &fitted, set);
    tare_fit_goal_clear(&goal);
    return is_good;
}
