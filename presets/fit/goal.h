/* Whereto a response is corrected. */

#ifndef TARE_FIT_GOAL_H
#define TARE_FIT_GOAL_H

#include "base/report.h"
#include "curves/curve.h"
#include "curves/targets.h"

#include <stdbool.h>

/** A built-in target or a curve. Starts as {0}, but for how it is bent. */
typedef struct TareFitGoal {
    const TareTarget* built_in; ///< NULL: the curve counts
    TareCurve curve;            ///< owned
    TareTargetFit fit;   ///< of a built-in one: a wrong one colours as a wrong headphone does
    bool is_headphone;   ///< the curve is the sound of another headphone
    const char* name;    ///< of the target or headphone, or the path of the curve; not owned
    TareTargetBend bend; ///< how it is bent
} TareFitGoal;

/** Takes the target for a measurement of a form at a rig: the built-in one of a name, else the file
    of that name; for NULL what form and rig suggest. On TARE_OK the caller clears the goal;
    otherwise there is nothing in it, which is reported. `name` must stay. */
TareStatus tare_fit_goal_take(TareFitGoal* goal, const char* name, TareForm form, TareRig rig,
                              const TareReporter* reporter);

/** Takes the curve in a file, such as that of another headphone. */
TareStatus tare_fit_goal_take_file(TareFitGoal* goal, const char* path,
                                   const TareReporter* reporter);

void tare_fit_goal_clear(TareFitGoal* goal);

/** Makes the curve of a goal, 48 points an octave from 20 Hz to 20 kHz; false, and empty, when
    memory is short. */
bool tare_fit_goal_curve(TareCurve* curve, const TareFitGoal* goal);

#endif
