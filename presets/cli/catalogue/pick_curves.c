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
    if (entry->target && !tare_known_sound_target(entry))
        return true;
    const TareFitGoal goal = tare_stored_fit_goal(entry);
    return tare_fit_goal_curve(target, &goal);
}

bool tare_pick_curves(TarePickCurves* curves, const TarePick* pick)
{
    *curves = (TarePickCurves){{0}, {0}};
    return !tare_known_sound_curve(pick->correction) ||
           (tare_known_sound(&curves->response, pick->correction, NULL) &&
            find_target(&curves->target, pick));
}

void tare_pick_curves_clear(TarePickCurves* curves)
{
    tare_curve_clear(&curves->response);
    tare_curve_clear(&curves->target);
}
