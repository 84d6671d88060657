/* A glide from 0 to 1 whose slope is a raised cosine: it begins and ends so smoothly that what it
   adds to a tone is not heard beside it. Counted in frames, so that the length of blocks does not
   matter. */

#ifndef TARE_RAMP_H
#define TARE_RAMP_H

#include <stdbool.h>
#include <stdint.h>

typedef struct TareRamp {
    float* shape; ///< n_frames values, the last one is 1
    uint32_t n_frames;
    uint32_t position; ///< n_frames: at rest
} TareRamp;

/** Takes memory for a ramp of TARE_RAMP_SECONDS; false when there is none. */
bool tare_ramp_init(TareRamp* ramp, double sample_rate_hz);

/** Gives the memory back. */
void tare_ramp_clear(TareRamp* ramp);

/** Starts from 0. */
static inline void tare_ramp_start(TareRamp* ramp)
{
    ramp->position = 0;
}

/** Jumps to the end. */
static inline void tare_ramp_finish(TareRamp* ramp)
{
    ramp->position = ramp->n_frames;
}

static inline bool tare_ramp_is_moving(const TareRamp* ramp)
{
    return ramp->position < ramp->n_frames;
}

static inline uint32_t tare_ramp_frames_left(const TareRamp* ramp)
{
    return ramp->n_frames - ramp->position;
}

/** The values from here on, tare_ramp_frames_left() of them. */
static inline const float* tare_ramp_values(const TareRamp* ramp)
{
    return ramp->shape + ramp->position;
}

/** Goes on by a number of frames that is at most tare_ramp_frames_left(). */
static inline void tare_ramp_advance(TareRamp* ramp, uint32_t n_frames)
{
    ramp->position += n_frames;
}

#endif
