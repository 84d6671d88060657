/* From what is asked for to what runs: the sections, the automatic preamp, and how loud it all
   makes the sound. In pieces small enough for the audio thread. */

#ifndef TARE_PLAN_H
#define TARE_PLAN_H

#include "cascade.h"

typedef struct TareControls TareControls;

/** What runs. */
typedef struct TarePlan {
    TareCascade cascade;
    double pink_power;   ///< by how much pink noise gets louder, as a ratio of power
    double highest_gain; ///< that any frequency gets, as a ratio of amplitude
} TarePlan;

typedef struct TarePlanner TarePlanner;

/* Setup */

/** A planner for streams of one rate. NULL when memory is short, and for a rate or a number of
    channels beyond the limits. */
TarePlanner* tare_planner_new(double sample_rate_hz, uint32_t n_channels);

/** Frees it; NULL is allowed. */
void tare_planner_free(TarePlanner* planner);

/** The whole plan at once, for those who only want to know what would run. Takes memory for a
   while; false when tare_planner_new() returns NULL. */
bool tare_plan_make(TarePlan* plan, const TareControls* controls, double sample_rate_hz,
                    uint32_t n_channels);

/* Audio */

/** Begins a plan for controls, which must be clamped, and are copied. */
void tare_planner_begin(TarePlanner* planner, const TareControls* controls);

/** No plan takes more steps than this, times the parts that tare_pace() says. With one step at each
    tick, and the ramp, a change is complete within 40 ms. */
enum { TARE_PLAN_MAX_STEPS = 41 };

/** Does up to 20 us of work, or a part of that. False when the plan is ready. */
bool tare_planner_step(TarePlanner* planner);

/** The sections, as soon as they are known; NULL before. The gain is not yet right then. */
const TareCascade* tare_planner_cascade(const TarePlanner* planner);

/** The plan, once it is ready; until the next one begins. */
const TarePlan* tare_planner_result(const TarePlanner* planner);

#endif
