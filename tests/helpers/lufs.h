/* How loud sound is, by a library that others trust. */

#ifndef TARE_LUFS_H
#define TARE_LUFS_H

#include <ebur128.h>
#include <math.h>
#include <stdint.h>

/** Integrated loudness in LUFS of two channels, ITU-R BS.1770 with its gate; NAN when memory is
    short. */
static inline double lufs_of(const float* left, const float* right, uint32_t n_frames,
                             unsigned rate_hz)
{
    double lufs = (double)NAN;
    ebur128_state* state = ebur128_init(2, rate_hz, EBUR128_MODE_I);
    if (!state)
        return lufs;
    for (uint32_t i = 0; i < n_frames; ++i) {
        const float pair[] = {left[i], right[i]};
        ebur128_add_frames_float(state, pair, 1);
    }
    ebur128_loudness_global(state, &lufs);
    ebur128_destroy(&state);
    return lufs;
}

#endif
