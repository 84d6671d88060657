#include "cli/catalogue/pick_curves.h"

#include "cli/catalogue/pick.h"
#include "corrections/correction.h"
#include "fit/goal.h"
#include "fit/known_sound.h"
#include "fit/stored_fit.h"

/** Makes the target of a pick; a file may name one of which the curve is not known. */
static bool find_target(TareCurve* target, const TarePick* pick)
{
    const TareEntry* const entry = &pick->correction->entry;
    if (pick->target.n > 0)
        return tare_curve_mean(target, &pick->target, 1);
    if (entry->target && !tare_known_sound_target(entry) &&
        !tare_known_sound_own_target(pick->correction))
        return true;
    TareFitGoal goal;
    const bool is_good =
        tare_stored_fit_goal(&goal, pick->correction) && tare_fit_goal_curve(target, &goal);
    tare_fit_goal_clear(&goal);
    return is_good;
}

/** Takes who among all measured what the picked correction rests on; the first one if nobody did.
 */
static const TareCorrection* take_measured(TarePickCurves* curves, const TareEntry* entry)
{
    const TareCorrection* const own = tare_persons_find(&curves->persons, entry);
    curves->is_own = own != NULL;
    return own || curves->persons.n == 0 ? own : curves->persons.measured[0];
}

bool tare_pick_curves(TarePickCurves* curves, const TarePick* pick)
{
    const TareEntry* const entry = &pick->picked->entry;
    const TareCorrection* measured = pick->correction;
    *curves = (TarePickCurves){.is_own = tare_known_sound_curve(measured) != NULL};
    if (pick->stock && !tare_persons_measured(&curves->persons, pick->stock, entry,
                                              tare_known_sound_rig(&pick->correction->entry)))
        return false;
    if (!curves->is_own)
        measured = entry->kind == TARE_KIND_REVIEW ? NULL : take_measured(curves, entry);
    if (!measured)
        return true;
    const char* const person = tare_persons_name(&measured->entry);
    curves->person = pick->stock ? person : NULL;
    tare_persons_list(&curves->persons, &curves->names);
    return !curves->names.failed && tare_known_sound(&curves->response, measured, NULL) &&
           find_target(&curves->target, pick);
}

void tare_pick_curves_clear(TarePickCurves* curves)
{
    tare_curve_clear(&curves->response);
    tare_curve_clear(&curves->target);
    tare_persons_clear(&curves->persons);
    tare_text_clear(&curves->names);
}
