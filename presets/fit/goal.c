#include "fit/goal.h"

#include "base/ascii.h"
#include "base/exact.h"
#include "base/nearest.h"
#include "curves/curve_file.h"

#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

/** Whether a name is one word of letters, digits and hyphens, as the names of targets are. */
static bool is_like_name(const char* name)
{
    for (; *name; ++name)
        if (!tare_is_letter(*name) && !tare_is_digit(*name) && *name != '-' && *name != '_' &&
            *name != ' ')
            return false;
    return true;
}

/** How many bytes at their beginnings two names share, whatever the case. */
static size_t shared_length(const char* a, const char* b)
{
    size_t n = 0;
    while (a[n] && tare_ascii_lower(a[n]) == b[n])
        ++n;
    return n;
}

/** The target that a slip means: by the whole name, else by how the name begins ("harmam"); the
    first of those that are equally near. */
static const char* meant_target(const char* typed)
{
    enum { LEAST_SHARED = 3 };
    TareNearest nearest = {.typed = typed};
    const char* best = NULL;
    size_t most = LEAST_SHARED - 1;
    for (size_t i = 0; tare_target_get(i); ++i) {
        const char* const name = tare_target_get(i)->name;
        tare_nearest_look(&nearest, name);
        if (shared_length(typed, name) > most) {
            most = shared_length(typed, name);
            best = name;
        }
    }
    const char* const whole = tare_nearest_word(&nearest);
    return whole ? whole : best;
}

/** Takes the file of a name; where there is none, the name may be a mistyped one of a target. */
static TareStatus take_named_file(TareFitGoal* goal, const char* name, const TareReporter* reporter)
{
    if (!is_like_name(name) || access(name, F_OK) == 0)
        return tare_fit_goal_take_file(goal, name, reporter);
    const char* const meant = meant_target(name);
    if (meant)
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "%s is neither a target nor a file; did you mean %s?", name, meant);
    else
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "%s is neither a target nor a file; expected a file, or a target that 'tare "
                    "targets' lists",
                    name);
    return TARE_BAD_INPUT;
}

TareStatus tare_fit_goal_take(TareFitGoal* goal, const char* name, TareForm form, TareRig rig,
                              const TareReporter* reporter)
{
    const TareTarget* const built_in =
        name ? tare_target_find(name) : tare_target_default(form, rig);
    if (name && !built_in)
        return take_named_file(goal, name, reporter);
    goal->built_in = built_in;
    goal->name = built_in->name;
    goal->fit = tare_target_fit(built_in, form, rig);
    return TARE_OK;
}

TareStatus tare_fit_goal_take_file(TareFitGoal* goal, const char* path,
                                   const TareReporter* reporter)
{
    goal->built_in = NULL;
    goal->fit = TARE_TARGET_FITS;
    goal->name = path;
    return tare_curve_read_file_part(&goal->curve, path, TARE_CURVE_TARGET, NULL, reporter);
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
