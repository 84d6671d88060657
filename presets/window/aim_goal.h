/* What somebody wants of a correction beyond what it does by itself: another target. */

#ifndef TARE_WINDOW_AIM_GOAL_H
#define TARE_WINDOW_AIM_GOAL_H

#include <stdbool.h>

typedef struct TareEntry TareEntry;
typedef struct TareTarget TareTarget;

/** Starts as {0}: nothing. */
typedef struct TareAimGoal {
    const TareTarget* target; ///< NULL: the one that the correction leads to
    const TareEntry* like;    ///< in place of a target: a correction of the headphone to sound like
    double bass_db, treble_db, ear_db, tilt_db_per_octave; ///< as in TareTargetBend
} TareAimGoal;

static inline bool tare_aim_goal_is_bent(const TareAimGoal* goal)
{
    return goal->bass_db != 0.0 || goal->treble_db != 0.0 || goal->ear_db != 0.0 ||
           goal->tilt_db_per_octave != 0.0;
}

/** Whether anything is wanted. */
static inline bool tare_aim_goal_is_set(const TareAimGoal* goal)
{
    return goal->target || goal->like || tare_aim_goal_is_bent(goal);
}

#endif
