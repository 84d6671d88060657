/* A kernel in vectors of LANES floats (4 or 8), for gcc and clang; included by one source for each
   instruction set, which says LANES first, or not when it has none. See kernel.h for the layout.
   Every expression multiplies once and adds once, so that a compiler that fuses them does so
   everywhere alike. */

#include "kernel.h"
#include "kernel_io.h"
#include "vector.h"

#if defined(LANES)

enum {
    max_vectors = (2 * TARE_N_SECTIONS + LANES - 1) / LANES,
    run_in = (LANES / 2 - 1) * TARE_KERNEL_SKEW
};

_Static_assert((int)run_in <= (int)TARE_KERNEL_MARGIN, "");
_Static_assert(max_vectors* LANES <= TARE_KERNEL_ROW, "");
_Static_assert(TARE_KERNEL_SKEW == 2, "FRAMES_BEHIND and the loops are written for it");

/** What comes out of the last vector goes into the first, one group further down; a new frame
    enters at the top. */
INLINE Vec feed(Vec out, const float* frame)
{
    double pair;
    memcpy(&pair, frame, sizeof pair);
    const Pairs entering = EACH_PAIR(pair);
    return (Vec)SHUFFLE(PairIndex, (Pairs)out, entering, MOVE_DOWN);
}

/** Writes the frame that leaves at the bottom. */
INLINE void leave(float* frame, Vec out)
{
    memcpy(frame, &out, 2 * sizeof *frame);
}

INLINE Vec row(const float (*rows)[TARE_KERNEL_ROW], int index, uint32_t vector)
{
    return *(const Stored*)&rows[index][vector * LANES];
}

INLINE Vec section(const TareKernelData* data, uint32_t vector, Vec* w1, Vec* w2, Vec x)
{
    const Vec old1 = *w1;
    const Vec kept1 = old1 - row(data->rest, TARE_REST_Q1, vector) * old1;
    const Vec added1 = row(data->rest, TARE_REST_C1, vector) * x + *w2;
    const Vec missing1 = row(data->rest, TARE_REST_K, vector) * x - old1;
    *w1 = kept1 + added1;
    *w2 = *w2 + row(data->rest, TARE_REST_Q2, vector) * missing1;
    return x + old1;
}

INLINE Vec section_b0(const TareKernelData* data, uint32_t vector, Vec* w1, Vec* w2, Vec x)
{
    const Vec old1 = *w1;
    (void)section(data, vector, w1, w2, x);
    return row(data->rest, TARE_REST_B0, vector) * x + old1;
}

/** The lanes that have a frame at this step. */
INLINE Mask lanes_at(uint32_t step, uint32_t n_frames)
{
    const Count behind = FRAMES_BEHIND;
    const Count steps = EACH_LANE(Count, step);
    const Count ends = EACH_LANE(Count, n_frames);
    return (Mask)(steps - behind < ends);
}

/** The lanes that work at least this many frames behind the first ones. */
INLINE Mask lanes_behind(uint32_t n_frames)
{
    const Count behind = FRAMES_BEHIND;
    const Count at_least = EACH_LANE(Count, n_frames);
    return (Mask)(behind >= at_least);
}

INLINE Stored* state(TareKernelData* data, int index, uint32_t vector)
{
    return (Stored*)&data->state[index][vector * LANES];
}

/** One step in which some groups may have no frame. */
INLINE Vec masked_step(TareKernelData* data, Mask mask, Vec x, bool has_b0)
{
    for (uint32_t j = 0; j < data->n_vectors; ++j) {
        Stored* const w1 = state(data, TARE_STATE_W1, j);
        Stored* const w2 = state(data, TARE_STATE_W2, j);
        const Vec old1 = *w1;
        const Vec old2 = *w2;
        Vec new1 = old1;
        Vec new2 = old2;
        x = has_b0 ? section_b0(data, j, &new1, &new2, x) : section(data, j, &new1, &new2, x);
        *w1 = choose(mask, new1, old1);
        *w2 = choose(mask, new2, old2);
    }
    return x;
}

/** Filters any number of frames, also few. */
INLINE void masked_steps(TareKernelData* data, float* pairs, uint32_t n_frames, bool has_b0)
{
    Vec out[2] = {EACH_LANE(Vec, 0.0f), EACH_LANE(Vec, 0.0f)};
    for (uint32_t step = 0; step < n_frames + run_in; ++step) {
        float* const frame = pairs + 2 * (size_t)step;
        const Vec y = masked_step(data, lanes_at(step, n_frames), feed(out[0], frame), has_b0);
        out[0] = out[1];
        out[1] = y;
        leave(frame - 2 * run_in, y);
    }
}

/** One step in which every lane computes, whether it has a frame or not. */
INLINE Vec full_step(const TareKernelData* data, Vec* w1, Vec* w2, Vec before, float* pairs,
                     uint32_t step, const uint32_t n_vectors)
{
    float* const frame = pairs + 2 * (size_t)step;
    Vec x = feed(before, frame);
    UNROLLED
    for (uint32_t j = 0; j < n_vectors; ++j)
        x = section(data, j, &w1[j], &w2[j], x);
    leave(frame - 2 * run_in, x);
    return x;
}

/** Filters at least `run_in` frames. Groups whose first frame has not come yet compute anything and
    get their state when it comes; those whose last frame is done leave theirs behind and run on. */
INLINE void filter_vectors(TareKernelData* data, float* pairs, uint32_t n_frames,
                           const uint32_t n_vectors)
{
    Vec w1[max_vectors] = {EACH_LANE(Vec, 0.0f)}, w2[max_vectors] = {EACH_LANE(Vec, 0.0f)};
    Vec even = EACH_LANE(Vec, 0.0f), odd = EACH_LANE(Vec, 0.0f);
    uint32_t step = 0;
    for (;; step += TARE_KERNEL_SKEW) {
        const Mask begins = lanes_behind(step);
        UNROLLED
        for (uint32_t j = 0; j < n_vectors; ++j) {
            w1[j] = choose(begins, *state(data, TARE_STATE_W1, j), w1[j]);
            w2[j] = choose(begins, *state(data, TARE_STATE_W2, j), w2[j]);
        }
        if (step == run_in)
            break;
        even = full_step(data, w1, w2, even, pairs, step, n_vectors);
        odd = full_step(data, w1, w2, odd, pairs, step + 1, n_vectors);
    }
    for (; step + 2 <= n_frames; step += 2) {
        even = full_step(data, w1, w2, even, pairs, step, n_vectors);
        odd = full_step(data, w1, w2, odd, pairs, step + 1, n_vectors);
    }
    if (step < n_frames) {
        const Vec last = full_step(data, w1, w2, even, pairs, step, n_vectors);
        even = odd;
        odd = last;
    }
    for (step = 0;; step += TARE_KERNEL_SKEW) {
        const Mask goes_on = lanes_behind(step);
        UNROLLED
        for (uint32_t j = 0; j < n_vectors; ++j) {
            Stored* const end1 = state(data, TARE_STATE_W1, j);
            Stored* const end2 = state(data, TARE_STATE_W2, j);
            *end1 = choose(goes_on, w1[j], *end1);
            *end2 = choose(goes_on, w2[j], *end2);
        }
        if (step == run_in)
            return;
        even = full_step(data, w1, w2, even, pairs, n_frames + step, n_vectors);
        odd = full_step(data, w1, w2, odd, pairs, n_frames + step + 1, n_vectors);
    }
}

/* One function for each usual number of vectors, so that the whole state fits into registers. */
#define FILTER_VECTORS(name, n)                                                                    \
    static void name(TareKernelData* data, float* pairs, uint32_t n_frames)                        \
    {                                                                                              \
        filter_vectors(data, pairs, n_frames, n);                                                  \
    }
FILTER_VECTORS(filter_1, 1)
FILTER_VECTORS(filter_2, 2)
FILTER_VECTORS(filter_3, 3)
FILTER_VECTORS(filter_4, 4)
FILTER_VECTORS(filter_5, 5)
FILTER_VECTORS(filter_6, 6)
FILTER_VECTORS(filter_7, 7)
FILTER_VECTORS(filter_many, data->n_vectors)

static void filter(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    static void (*const filters[])(TareKernelData*, float*, uint32_t) = {
        NULL, filter_1, filter_2, filter_3, filter_4, filter_5, filter_6, filter_7};
    if (data->n_vectors == 0)
        return;
    if (n_frames < run_in)
        masked_steps(data, pairs, n_frames, false);
    else if (data->n_vectors < sizeof filters / sizeof *filters)
        filters[data->n_vectors](data, pairs, n_frames);
    else
        filter_many(data, pairs, n_frames);
}

static void filter_b0(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    masked_steps(data, pairs, n_frames, true);
}

static bool check(TareKernelData* data)
{
    Mask is_sound = EACH_LANE(Mask, -1);
    for (int r = 0; r < TARE_N_STATE; ++r)
        for (uint32_t j = 0; j < data->n_vectors; ++j) {
            Stored* const w = state(data, r, j);
            is_sound &= is_within(*w, TARE_STATE_MAX);
            *w = (Vec)((Mask)*w & ~is_within(*w, TARE_STATE_MIN));
        }
    return all_lanes(is_sound);
}

#endif
