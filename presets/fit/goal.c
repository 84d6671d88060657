#include "fit/goal.h"

#include "base/exact.h"
#include "curves/curve_file.h"

#include <stddef.h>

TareStatus tare_fit_goal_take(TareFitGoal* goal, const char* name, TareForm form, TareRig rig,
                              const TareReporter* reporter)
{
    goal->built_in = name ? tare_target_find(name) : tare_target_default(form, rig);
    if (!goal->built_in)
        return tare_fit_goal_take_file(goal, name, reporter);
    goal->name = goal->built_in->name;
    goal->fit = tare_target_fit(goal->built_in, form, rig);
    return TARE_OK;
}

TareStatus tare_fit_goal_take_file(TareFitGoal* goal, const char* path,
                                   const TareReporter* reporter)
{
    goal->built_in = NULL;
    goal->fit = TARE_TARGET_FITS;
    goal->name = path;
    return tare_curve_read_file(&goal->curve, path, NULL, reporter);
}

void tare_fit_goal_clear(TareFitGoal* goal)
{
    tare_curve_clear(&goal->curve);
    *goal = (TareFitGoal){0};
}

enum { POINTS_PER_OCTAVE = 48, N_POINTS = 479 };

bool tare_fit_goal_curve(TareCurve* curve, const TareFitGoal* goal)
{
    *curve = (TareCurve){0};
    for (unsigned i = 0; i < N_POINTS; ++i) {
        const double freq_hz =
            20.0 * tare_exact_exp((double)i / POINTS_PER_OCTAVE * TARE_EXACT_LN2);
        const double level_db = goal->built_in ? tare_target_level_db(goal->built_in, freq_hz)
                                               : tare_curve_level_db(&goal->curve, freq_hz);
        if (!tare_curve_append(curve, freq_hz,
                               level_db + tare_target_bend_db(&goal->bend, freq_hz))) {
            tare_curve_clear(curve);
            return false;
        }
    }
    return true;
}
