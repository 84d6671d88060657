/* A kernel in vectors of LANES floats (4, 8 or 16), for gcc and clang; included by one source for
   each instruction set, which says LANES first, or not when it has none. See kernel.h for the
   layout. Every expression multiplies once and adds once, so that a compiler that fuses them does
   so everywhere alike. */

#include "kernel.h"
#include "kernel_io.h"
#include "vector.h"

#if defined(LANES)

enum {
    max_vectors = (2 * TARE_N_SECTIONS + LANES - 1) / LANES,
    n_groups = LANES / 2,
    /* So many vectors at most work a frame behind each other; more do not fit into registers. */
    max_lagging = LAGGING_VECTORS,
    max_run_in = (n_groups - 1) * (max_lagging > 2 ? max_lagging : 2) + max_lagging - 1
};

_Static_assert((int)max_run_in <= (int)TARE_KERNEL_MARGIN, "");
_Static_assert(max_vectors* LANES <= TARE_KERNEL_ROW, "");

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
    Vec factors = *(const Stored*)&rows[index][vector * LANES];
    LOADED_ALONE(factors);
    return factors;
}

typedef const float (*restrict Rows)[TARE_KERNEL_ROW];

INLINE Vec section(Rows rest, uint32_t vector, Vec* w1, Vec* w2, Vec x)
{
    const Vec old1 = *w1;
    const Vec old2 = *w2;
    const Vec kept1 = old1 - row(rest, TARE_REST_Q1, vector) * old1;
    const Vec missing1 = row(rest, TARE_REST_K, vector) * x - old1;
    const Vec added1 = row(rest, TARE_REST_C1, vector) * x + old2;
    const Vec y = x + old1;
    *w1 = kept1 + added1;
    *w2 = old2 + row(rest, TARE_REST_Q2, vector) * missing1;
    return y;
}

INLINE Stored* state(TareKernelData* data, int index, uint32_t vector)
{
    return (Stored*)&data->state[index][vector * LANES];
}

/* Few frames, and sections with b0: every vector works on the same frames, and only the lanes that
   have one change. */

enum { masked_skew = 2, masked_run_in = (n_groups - 1) * masked_skew };

/** The lanes that have a frame at this step. */
INLINE Mask lanes_at(uint32_t step, uint32_t n_frames)
{
    const Count behind = masked_skew * GROUPS;
    const Count steps = EACH_LANE(Count, step);
    const Count ends = EACH_LANE(Count, n_frames);
    return (Mask)(steps - behind < ends);
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
        const Vec y = section(data->rest, j, &new1, &new2, x);
        x = has_b0 ? row(data->rest, TARE_REST_B0, j) * x + old1 : y;
        *w1 = choose(mask, new1, old1);
        *w2 = choose(mask, new2, old2);
    }
    return x;
}

/** Filters any number of frames, also few. */
INLINE void masked_steps(TareKernelData* data, float* pairs, uint32_t n_frames, bool has_b0)
{
    Vec out[2] = {EACH_LANE(Vec, 0.0f), EACH_LANE(Vec, 0.0f)};
    for (uint32_t step = 0; step < n_frames + masked_run_in; ++step) {
        float* const frame = pairs + 2 * (size_t)step;
        const Vec y = masked_step(data, lanes_at(step, n_frames), feed(out[0], frame), has_b0);
        out[0] = out[1];
        out[1] = y;
        leave(frame - 2 * masked_run_in, y);
    }
}

/* Many frames: the whole state stays in registers, and every lane computes at every step, whether
   it has a frame or not. */

/** The vectors work a frame behind each other, as few as they are. */
INLINE bool is_lagging(uint32_t n_vectors)
{
    return n_vectors <= max_lagging;
}

/** How many frames a group works behind the one above it. */
INLINE uint32_t skew_of(uint32_t n_vectors)
{
    return is_lagging(n_vectors) && n_vectors > 2 ? n_vectors : 2;
}

/** How many frames a vector works behind the first one. */
INLINE uint32_t lag_of(uint32_t vector, uint32_t n_vectors)
{
    return is_lagging(n_vectors) ? vector : 0;
}

INLINE uint32_t run_in_of(uint32_t n_vectors)
{
    return (n_groups - 1) * skew_of(n_vectors) + lag_of(n_vectors - 1, n_vectors);
}

typedef struct {
    Rows rest;
    Vec w1[max_vectors], w2[max_vectors];
    Vec x[max_vectors + 1]; ///< what goes into each vector, and what came out of the last one
    Vec before;             ///< what came out of the last one a step earlier
} Flow;

/** Writes what leaves, and returns the next frame. Where the vectors lag, each takes what the one
    above it gave in the step before, so none waits for another. */
INLINE float* full_step(Flow* flow, float* frame, const uint32_t n_vectors)
{
    const bool is_direct = is_lagging(n_vectors) && n_vectors > 1;
    Vec* const x = flow->x;
    const Vec out = x[n_vectors];
    x[0] = feed(is_direct ? out : flow->before, frame);
    flow->before = out;
    if (is_lagging(n_vectors)) {
        UNROLLED
        for (uint32_t j = n_vectors; j-- > 0;)
            x[j + 1] = section(flow->rest, j, &flow->w1[j], &flow->w2[j], x[j]);
    } else {
        Vec y = x[0];
        UNROLLED
        for (uint32_t j = 0; j < n_vectors; ++j)
            y = section(flow->rest, j, &flow->w1[j], &flow->w2[j], y);
        x[n_vectors] = y;
    }
    leave(frame - 2 * run_in_of(n_vectors), x[n_vectors]);
    return frame + 2;
}

/** Two steps of vectors that do not lag: each does both before the next begins, so that its factors
    are loaded once. */
INLINE float* two_steps(Flow* flow, float* frame, const uint32_t n_vectors)
{
    float* const out = frame - 2 * run_in_of(n_vectors);
    Vec first = feed(flow->before, frame);
    Vec second = feed(flow->x[n_vectors], frame + 2);
    UNROLLED
    for (uint32_t j = 0; j < n_vectors; ++j) {
        first = section(flow->rest, j, &flow->w1[j], &flow->w2[j], first);
        second = section(flow->rest, j, &flow->w1[j], &flow->w2[j], second);
    }
    leave(out, first);
    leave(out + 2, second);
    flow->before = first;
    flow->x[n_vectors] = second;
    return frame + 4;
}

/** A group and those below take their state, as their first frame comes. */
INLINE void begin(Flow* flow, TareKernelData* data, uint32_t vector, Mask groups)
{
    flow->w1[vector] = choose(groups, *state(data, TARE_STATE_W1, vector), flow->w1[vector]);
    flow->w2[vector] = choose(groups, *state(data, TARE_STATE_W2, vector), flow->w2[vector]);
}

/** A group and those below leave their state behind, as the last frame of the first is done. */
INLINE void end(const Flow* flow, TareKernelData* data, uint32_t vector, Mask groups)
{
    Stored* const end1 = state(data, TARE_STATE_W1, vector);
    Stored* const end2 = state(data, TARE_STATE_W2, vector);
    *end1 = choose(groups, flow->w1[vector], *end1);
    *end2 = choose(groups, flow->w2[vector], *end2);
}

/** The steps in which a group begins, or ends, in all vectors. */
INLINE float* pass_group(Flow* flow, TareKernelData* data, float* frame, uint32_t group,
                         const uint32_t n_vectors, const bool is_end)
{
    const Count first = EACH_LANE(Count, group);
    const Mask groups = (Mask)(GROUPS >= first);
    UNROLLED
    for (uint32_t i = 0; i < skew_of(n_vectors); ++i) {
        UNROLLED
        for (uint32_t j = 0; j < n_vectors; ++j)
            if (lag_of(j, n_vectors) == i)
                is_end ? end(flow, data, j, groups) : begin(flow, data, j, groups);
        if (group == n_groups - 1 && i == lag_of(n_vectors - 1, n_vectors))
            break;
        frame = full_step(flow, frame, n_vectors);
    }
    return frame;
}

/** Filters at least as many frames as the run in takes. Groups whose first frame has not come yet
    compute anything and get their state when it comes; those whose last frame is done leave theirs
    behind and run on. */
INLINE void filter_vectors(TareKernelData* data, float* restrict pairs, uint32_t n_frames,
                           const uint32_t n_vectors)
{
    const float* const last = pairs + 2 * (size_t)n_frames;
    Flow flow = {.rest = data->rest};
    for (uint32_t group = 0; group < n_groups; ++group)
        pairs = pass_group(&flow, data, pairs, group, n_vectors, false);
    while (!is_lagging(n_vectors) && last - pairs >= 4)
        pairs = two_steps(&flow, pairs, n_vectors);
    while (pairs < last)
        pairs = full_step(&flow, pairs, n_vectors);
    for (uint32_t group = 0; group < n_groups; ++group)
        pairs = pass_group(&flow, data, pairs, group, n_vectors, true);
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
#if LANES < 16
FILTER_VECTORS(filter_5, 5)
FILTER_VECTORS(filter_6, 6)
FILTER_VECTORS(filter_7, 7)
#endif
#if LANES < 8
FILTER_VECTORS(filter_many, data->n_vectors)
#endif

static void filter(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    static void (*const filters[])(TareKernelData*, float*, uint32_t) = {
        NULL,
        filter_1,
        filter_2,
        filter_3,
        filter_4,
#if LANES < 16
        filter_5,
        filter_6,
        filter_7,
#endif
#if LANES < 8
        filter_many,
#endif
    };
    enum { last = sizeof filters / sizeof *filters - 1 };
    const uint32_t n = data->n_vectors;
    if (n > 0 && n_frames < run_in_of(n))
        masked_steps(data, pairs, n_frames, false);
    else if (n > 0)
        filters[n < last ? n : last](data, pairs, n_frames);
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
