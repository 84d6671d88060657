/* A kernel in vectors of LANES floats (4, 8 or 16), for gcc and clang; included by one source for
   each instruction set, which says LANES first, or not when it has none. See kernel.h for the
   layout. Every expression multiplies once and adds once, so that a compiler that fuses them does
   so everywhere alike. */

#include "kernel.h"
#include "kernel_io.h"
#include "kernel_two.h"
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

/** How many groups have a part in the run in. */
INLINE uint32_t depth_of(const TareKernelData* data)
{
    return MOVES_AS_TOLD ? data->n_groups : n_groups;
}

/** The number of each lane's group. */
INLINE Count groups_of(uint32_t depth)
{
    const Count idle = EACH_LANE(Count, n_groups - depth);
    return GROUPS - idle;
}

/** What comes out of the last vector goes into the first, one group further down; a new frame
    enters at the top. */
INLINE Vec feed(Vec out, const float* frame, Moves moves)
{
    double pair;
    memcpy(&pair, frame, sizeof pair);
    const Pairs entering = EACH_PAIR(pair);
    return (Vec)move_down((Pairs)out, entering, moves);
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

/** What some frames, one or two, become. */
INLINE Two frames_of(Rows rest, AheadRows ahead, uint32_t vector, Vec* w1, Vec* w2, Two x,
                     const uint32_t together)
{
    if (together == 2)
        return two_frames(ahead, vector, w1, w2, x);
    x.at[0] = section(rest, vector, w1, w2, x.at[0]);
    return x;
}

/** The next frames, where those of the last vector are known. */
INLINE Two feed_frames(Two out, const float* frame, Moves moves, const uint32_t together)
{
    UNROLLED
    for (uint32_t i = 0; i < together; ++i)
        out.at[i] = feed(out.at[i], frame + 2 * i, moves);
    return out;
}

INLINE void leave_frames(float* frame, Two out, const uint32_t together)
{
    UNROLLED
    for (uint32_t i = 0; i < together; ++i)
        leave(frame + 2 * i, out.at[i]);
}

INLINE Stored* state(TareKernelData* data, int index, uint32_t vector)
{
    return (Stored*)&data->state[index][vector * LANES];
}

/* Few frames, and sections with b0: every vector works on the same frames, and only the lanes that
   have one change. */

enum { masked_skew = 2 };

/** The lanes that have a frame at this step. */
INLINE Mask lanes_at(uint32_t step, uint32_t n_frames, uint32_t depth)
{
    const Count behind = masked_skew * groups_of(depth);
    const Count steps = EACH_LANE(Count, step);
    const Count ends = EACH_LANE(Count, n_frames);
    return (Mask)(steps - behind < ends);
}

/** One step in which some groups may have no frame. */
INLINE Two masked_step(TareKernelData* data, Mask mask, Two x, bool has_b0, const uint32_t together)
{
    for (uint32_t j = 0; j < data->n_vectors; ++j) {
        Stored* const w1 = state(data, TARE_STATE_W1, j);
        Stored* const w2 = state(data, TARE_STATE_W2, j);
        const Vec old1 = *w1;
        const Vec old2 = *w2;
        Vec new1 = old1;
        Vec new2 = old2;
        const Vec in = x.at[0];
        x = frames_of(data->rest, data->ahead, j, &new1, &new2, x, together);
        if (has_b0)
            x.at[0] = row(data->rest, TARE_REST_B0, j) * in + old1;
        *w1 = choose(mask, new1, old1);
        *w2 = choose(mask, new2, old2);
    }
    return x;
}

/** Filters any number of frames, also few. */
INLINE void masked_steps(TareKernelData* data, float* pairs, uint32_t n_frames, bool has_b0,
                         const uint32_t together)
{
    const uint32_t n_steps = n_frames / together;
    const uint32_t depth = depth_of(data);
    const Moves moves = moves_of(depth);
    const uint32_t run_in = (depth - 1) * masked_skew;
    Two out[2] = {{{EACH_LANE(Vec, 0.0f)}}, {{EACH_LANE(Vec, 0.0f)}}};
    for (uint32_t step = 0; step < n_steps + run_in; ++step) {
        float* const frame = pairs + 2 * (size_t)together * step;
        const Mask mask = lanes_at(step, n_steps, depth);
        const Two x = feed_frames(out[0], frame, moves, together);
        out[0] = out[1];
        out[1] = masked_step(data, mask, x, has_b0, together);
        if (step >= run_in)
            leave_frames(frame - 2 * (size_t)together * run_in, out[1], together);
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

INLINE uint32_t run_in_of(uint32_t depth, uint32_t n_vectors)
{
    return (depth - 1) * skew_of(n_vectors) + lag_of(n_vectors - 1, n_vectors);
}

typedef struct {
    Rows rest;
    AheadRows ahead;
    uint32_t depth;
    Moves moves;
    Vec w1[max_vectors], w2[max_vectors];
    Two x[max_vectors + 1]; ///< what goes into each vector, and what came out of the last one
    Two before;             ///< what came out of the last one a step earlier
} Flow;

/** Writes what leaves, and returns the next frame; in the run in nothing leaves that counts, and
    what is there may be done already. Where the vectors lag, each takes what the one
    above it gave in the step before, so none waits for another. */
INLINE float* full_step(Flow* flow, float* frame, const uint32_t n_vectors, const uint32_t together,
                        const bool leaves)
{
    const bool is_direct = is_lagging(n_vectors) && n_vectors > 1;
    FORGET(flow->rest);
    FORGET(flow->ahead);
    Two* const x = flow->x;
    const Two out = x[n_vectors];
    x[0] = feed_frames(is_direct ? out : flow->before, frame, flow->moves, together);
    flow->before = out;
    if (is_lagging(n_vectors)) {
        UNROLLED
        for (uint32_t j = n_vectors; j-- > 0;)
            x[j + 1] =
                frames_of(flow->rest, flow->ahead, j, &flow->w1[j], &flow->w2[j], x[j], together);
    } else {
        Two y = x[0];
        UNROLLED
        for (uint32_t j = 0; j < n_vectors; ++j)
            y = frames_of(flow->rest, flow->ahead, j, &flow->w1[j], &flow->w2[j], y, together);
        x[n_vectors] = y;
    }
    const size_t steps_ago = run_in_of(flow->depth, n_vectors);
    if (leaves)
        leave_frames(frame - 2 * together * steps_ago, x[n_vectors], together);
    return frame + 2 * (size_t)together;
}

/** Two steps of vectors that do not lag: each does both before the next begins, so that its factors
    are loaded once. */
INLINE float* two_steps(Flow* flow, float* frame, const uint32_t n_vectors)
{
    float* const out = frame - 2 * (size_t)run_in_of(flow->depth, n_vectors);
    Vec first = feed(flow->before.at[0], frame, flow->moves);
    Vec second = feed(flow->x[n_vectors].at[0], frame + 2, flow->moves);
    UNROLLED
    for (uint32_t j = 0; j < n_vectors; ++j) {
        first = section(flow->rest, j, &flow->w1[j], &flow->w2[j], first);
        second = section(flow->rest, j, &flow->w1[j], &flow->w2[j], second);
    }
    leave(out, first);
    leave(out + 2, second);
    flow->before.at[0] = first;
    flow->x[n_vectors].at[0] = second;
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
                         const uint32_t n_vectors, const uint32_t together, const bool is_end)
{
    const Count first = EACH_LANE(Count, group + n_groups - flow->depth);
    const Mask groups = (Mask)(GROUPS >= first);
    UNROLLED
    for (uint32_t i = 0; i < skew_of(n_vectors); ++i) {
        UNROLLED
        for (uint32_t j = 0; j < n_vectors; ++j)
            if (lag_of(j, n_vectors) == i)
                is_end ? end(flow, data, j, groups) : begin(flow, data, j, groups);
        if (group == flow->depth - 1 && i == lag_of(n_vectors - 1, n_vectors))
            break;
        frame = full_step(flow, frame, n_vectors, together, is_end);
    }
    return frame;
}

/** Filters at least as many frames as the run in takes. Groups whose first frame has not come yet
    compute anything and get their state when it comes; those whose last frame is done leave theirs
    behind and run on. */
INLINE void filter_vectors(TareKernelData* data, float* restrict pairs, uint32_t n_frames,
                           const uint32_t n_vectors, const uint32_t together)
{
    const float* const last = pairs + 2 * (size_t)n_frames;
    const uint32_t depth = depth_of(data);
    Flow flow = {
        .rest = data->rest, .ahead = data->ahead, .depth = depth, .moves = moves_of(depth)};
    for (uint32_t group = 0; group < depth; ++group)
        pairs = pass_group(&flow, data, pairs, group, n_vectors, together, false);
    while (together == 1 && !is_lagging(n_vectors) && last - pairs >= 4)
        pairs = two_steps(&flow, pairs, n_vectors);
    while (pairs < last)
        pairs = full_step(&flow, pairs, n_vectors, together, true);
    for (uint32_t group = 0; group < depth; ++group)
        pairs = pass_group(&flow, data, pairs, group, n_vectors, together, true);
}

/* One function for each usual number of vectors, so that the whole state fits into registers. */
#define FILTER_VECTORS(name, n, together)                                                          \
    static void name(TareKernelData* data, float* pairs, uint32_t n_frames)                        \
    {                                                                                              \
        filter_vectors(data, pairs, n_frames, n, together);                                        \
    }
FILTER_VECTORS(filter_1, 1, 1)
FILTER_VECTORS(filter_2, 2, 1)
FILTER_VECTORS(filter_3, 3, 1)
FILTER_VECTORS(filter_4, 4, 1)
#if LANES < 16
FILTER_VECTORS(filter_5, 5, 1)
FILTER_VECTORS(filter_6, 6, 1)
FILTER_VECTORS(filter_7, 7, 1)
#endif
#if LANES < 8
FILTER_VECTORS(filter_many, data->n_vectors, 1)
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
    if (n > 0 && n_frames < run_in_of(depth_of(data), n))
        masked_steps(data, pairs, n_frames, false, 1);
    else if (n > 0)
        filters[n < last ? n : last](data, pairs, n_frames);
}

static void filter_b0(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    masked_steps(data, pairs, n_frames, true, 1);
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
