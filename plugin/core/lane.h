/* One section of the cascade in one channel, with its memory: the place where sound is filtered. */

#ifndef TARE_LANE_H
#define TARE_LANE_H

#include "biquad.h"

typedef struct {
    TareBiquad from, to; ///< equal when nothing glides
    double w1, w2;       ///< state of the delta form
    bool is_running;     ///< false: passes unchanged, state is zero
    bool is_neutral;     ///< glides to, or rests at, no effect; stops once its state has died away
} TareLane;

/** Silent and passing. */
void tare_lane_reset(TareLane* lane);

/** Makes `target` count at once, or none when NULL. */
void tare_lane_jump(TareLane* lane, const TareBiquad* target);

/** Makes the lane glide from what it does now to `target`, or to no effect when NULL. */
void tare_lane_glide(TareLane* lane, const TareBiquad* target);

/** The glide has ended. */
void tare_lane_arrive(TareLane* lane);

/** Filters n_frames in place. `shape` holds the glide's position for each frame; NULL at rest. */
void tare_lane_process(TareLane* lane, double* samples, const double* shape, uint32_t n_frames);

/** Removes what is not finite or too small to hear from the state; stops a neutral lane that has
    nothing left to say. To be called at fixed distances in frames. */
void tare_lane_check(TareLane* lane);

#endif
