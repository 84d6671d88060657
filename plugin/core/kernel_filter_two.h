/* The part of kernel_template.h that does two frames at once: as kernel_two.h says, whole twos in
   the same steps as one; and what a block leaves over, which waits for the next. */

#ifndef TARE_KERNEL_FILTER_TWO_H
#define TARE_KERNEL_FILTER_TWO_H

#include "kernel.h"
#include "kernel_two.h"
#include "vector.h"

#if defined(LANES)

FILTER_VECTORS(filter_two_1, 1, 2)
FILTER_VECTORS(filter_two_2, 2, 2)
#if LANES == 16
FILTER_VECTORS(filter_two_3, 3, 2)
#endif

/** One frame of two: one group after the other, each with what the one above it gave. The first
    waits for the second, and then both become one step of the state. */
INLINE void one_of_two(TareKernelData* data, float* frame)
{
    const bool is_second = data->n_waiting == 1;
    const uint32_t depth = depth_of(data);
    const Moves moves = moves_of(depth);
    Two x = {{EACH_LANE(Vec, 0.0f), EACH_LANE(Vec, 0.0f)}};
    for (uint32_t group = 0; group < depth; ++group) {
        const Count here = EACH_LANE(Count, group);
        const Mask mask = (Mask)(groups_of(depth) == here);
        x.at[is_second] = feed(x.at[is_second], frame, moves);
        for (uint32_t j = 0; j < data->n_vectors; ++j) {
            Stored* const w1 = state(data, TARE_STATE_W1, j);
            Stored* const w2 = state(data, TARE_STATE_W2, j);
            Stored* const waiting = (Stored*)&data->waiting[0][j * LANES];
            Vec new1 = *w1;
            Vec new2 = *w2;
            if (is_second) {
                x.at[0] = *waiting;
                x = two_frames(data->ahead, j, &new1, &new2, x);
                *w1 = choose(mask, new1, *w1);
                *w2 = choose(mask, new2, *w2);
            } else {
                *waiting = choose(mask, x.at[0], *waiting);
                x.at[0] = x.at[0] + new1;
            }
        }
    }
    leave(frame, x.at[is_second]);
    data->n_waiting = !is_second;
}

static void filter_two(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    static void (*const filters[])(TareKernelData*, float*, uint32_t) = {
        filter_two_1,
        filter_two_2,
#if LANES == 16
        filter_two_3,
#endif
    };
    const uint32_t n_vectors = data->n_vectors;
    while (n_vectors > 0 && n_frames > 0) {
        const uint32_t n_whole = data->n_waiting == 0 ? n_frames / 2 * 2 : 0;
        const uint32_t n = n_whole > 0 ? n_whole : 1;
        if (n_whole == 0)
            one_of_two(data, pairs);
        else if (n_whole / 2 < run_in_of(depth_of(data), n_vectors))
            masked_steps(data, pairs, n_whole, false, 2);
        else
            filters[n_vectors - 1](data, pairs, n_whole);
        pairs += 2 * (size_t)n;
        n_frames -= n;
    }
}

#endif

#endif
