/* A kernel in vectors of LANES floats (4 or 8), for gcc and clang; included by one source for each
   instruction set, which says LANES first. See kernel.h for the layout. Every expression multiplies
   once and adds once, so that a compiler that fuses them does so everywhere alike. */

#include "kernel.h"

#include <string.h>

typedef float Vec __attribute__((vector_size(4 * LANES)));
typedef int32_t Mask __attribute__((vector_size(4 * LANES)));
typedef uint32_t Count __attribute__((vector_size(4 * LANES)));
typedef double Pairs __attribute__((vector_size(4 * LANES))); ///< a pair of floats in each double
typedef Vec Stored __attribute__((may_alias));                ///< a Vec among the floats of a row

#if LANES == 8
#define EACH_LANE(x)                                                                               \
    {                                                                                              \
        x, x, x, x, x, x, x, x                                                                     \
    }
#define EACH_PAIR(x)                                                                               \
    {                                                                                              \
        x, x, x, x                                                                                 \
    }
#define MOVE_DOWN 1, 2, 3, 4
#define ZIP_LOW 0, 8, 1, 9, 2, 10, 3, 11
#define ZIP_HIGH 4, 12, 5, 13, 6, 14, 7, 15
#define UNZIP_LEFT 0, 2, 4, 6, 8, 10, 12, 14
#define UNZIP_RIGHT 1, 3, 5, 7, 9, 11, 13, 15
#define FRAMES_BEHIND                                                                              \
    {                                                                                              \
        6, 6, 4, 4, 2, 2, 0, 0                                                                     \
    }
#else
#define EACH_LANE(x)                                                                               \
    {                                                                                              \
        x, x, x, x                                                                                 \
    }
#define EACH_PAIR(x)                                                                               \
    {                                                                                              \
        x, x                                                                                       \
    }
#define MOVE_DOWN 1, 2
#define ZIP_LOW 0, 4, 1, 5
#define ZIP_HIGH 2, 6, 3, 7
#define UNZIP_LEFT 0, 2, 4, 6
#define UNZIP_RIGHT 1, 3, 5, 7
#define FRAMES_BEHIND                                                                              \
    {                                                                                              \
        2, 2, 0, 0                                                                                 \
    }
#endif

#if defined(__clang__) || __GNUC__ >= 12
#define SHUFFLE(Index, a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#else
#define SHUFFLE(Index, a, b, ...) __builtin_shuffle(a, b, (Index){__VA_ARGS__})
#endif
typedef int64_t PairIndex __attribute__((vector_size(4 * LANES)));

#define INLINE static inline __attribute__((always_inline))

enum {
    max_vectors = (2 * TARE_N_SECTIONS + LANES - 1) / LANES,
    run_in = (LANES / 2 - 1) * TARE_KERNEL_SKEW
};

_Static_assert((int)run_in <= (int)TARE_KERNEL_MARGIN, "");
_Static_assert(max_vectors* LANES <= TARE_KERNEL_ROW, "");
_Static_assert(TARE_KERNEL_SKEW == 2, "FRAMES_BEHIND and the loops are written for it");

INLINE Vec choose(Mask mask, Vec yes, Vec no)
{
    return (Vec)((mask & (Mask)yes) | (~mask & (Mask)no));
}

INLINE Mask is_within(Vec x, float limit)
{
    const Mask no_sign = EACH_LANE(0x7fffffff);
    const Vec limits = EACH_LANE(limit);
    return (Vec)((Mask)x & no_sign) <= limits;
}

INLINE Vec load_vec(const float* from)
{
    Vec x;
    memcpy(&x, from, sizeof x);
    return x;
}

INLINE void store_vec(float* to, Vec x)
{
    memcpy(to, &x, sizeof x);
}

/* Between the channels and the pairs */

static void load(float* pairs, const float* left, const float* right, const float gains[2],
                 uint32_t n_frames)
{
    const Vec left_gain = EACH_LANE(gains[0]);
    const Vec right_gain = EACH_LANE(gains[1]);
    uint32_t i = 0;
    for (; i + LANES <= n_frames; i += LANES) {
        const Vec l_in = load_vec(left + i);
        const Vec r_in = load_vec(right + i);
        const Vec l = (Vec)((Mask)l_in & is_within(l_in, TARE_SAMPLE_MAX)) * left_gain;
        const Vec r = (Vec)((Mask)r_in & is_within(r_in, TARE_SAMPLE_MAX)) * right_gain;
        store_vec(pairs + 2 * i, SHUFFLE(Mask, l, r, ZIP_LOW));
        store_vec(pairs + 2 * i + LANES, SHUFFLE(Mask, l, r, ZIP_HIGH));
    }
    for (; i < n_frames; ++i) {
        pairs[2 * i] = tare_sample_clean(left[i]) * gains[0];
        pairs[2 * i + 1] = tare_sample_clean(right[i]) * gains[1];
    }
}

static void store(const float* pairs, float* left, float* right, uint32_t n_frames)
{
    uint32_t i = 0;
    for (; i + LANES <= n_frames; i += LANES) {
        const Vec a_in = load_vec(pairs + 2 * i);
        const Vec b_in = load_vec(pairs + 2 * i + LANES);
        const Vec a = (Vec)((Mask)a_in & is_within(a_in, FLT_MAX));
        const Vec b = (Vec)((Mask)b_in & is_within(b_in, FLT_MAX));
        store_vec(left + i, SHUFFLE(Mask, a, b, UNZIP_LEFT));
        store_vec(right + i, SHUFFLE(Mask, a, b, UNZIP_RIGHT));
    }
    for (; i < n_frames; ++i) {
        left[i] = tare_sample_finite(pairs[2 * i]);
        right[i] = tare_sample_finite(pairs[2 * i + 1]);
    }
}

/* Filtering */

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
    const Vec kept2 = *w2 - row(data->rest, TARE_REST_Q2, vector) * old1;
    const Vec added1 = row(data->rest, TARE_REST_C1, vector) * x + *w2;
    *w1 = kept1 + added1;
    *w2 = kept2 + row(data->rest, TARE_REST_C2, vector) * x;
    return x + old1;
}

INLINE Vec moved(const TareKernelData* data, int index, uint32_t vector, Vec position)
{
    return row(data->from, index, vector) + row(data->way, index, vector) * position;
}

INLINE Vec moving_section(const TareKernelData* data, uint32_t vector, Vec* w1, Vec* w2, Vec x,
                          Vec position)
{
    const Vec old1 = *w1;
    const Vec kept1 = old1 - moved(data, TARE_MOVE_Q1, vector, position) * old1;
    const Vec kept2 = *w2 - moved(data, TARE_MOVE_Q2, vector, position) * old1;
    const Vec added1 = moved(data, TARE_MOVE_C1, vector, position) * x + *w2;
    *w1 = kept1 + added1;
    *w2 = kept2 + moved(data, TARE_MOVE_C2, vector, position) * x;
    return moved(data, TARE_MOVE_B0, vector, position) * x + old1;
}

/** The lanes that have a frame at this step. */
INLINE Mask lanes_at(uint32_t step, uint32_t n_frames)
{
    const Count behind = FRAMES_BEHIND;
    const Count steps = EACH_LANE(step);
    const Count ends = EACH_LANE(n_frames);
    return (Mask)(steps - behind < ends);
}

INLINE Stored* state(TareKernelData* data, int index, uint32_t vector)
{
    return (Stored*)&data->state[index][vector * LANES];
}

/** One step in which some groups may have no frame; `shape` is NULL at rest. */
INLINE Vec masked_step(TareKernelData* data, Mask mask, Vec x, const Vec* position)
{
    for (uint32_t j = 0; j < data->n_vectors; ++j) {
        Stored* const w1 = state(data, TARE_STATE_W1, j);
        Stored* const w2 = state(data, TARE_STATE_W2, j);
        const Vec old1 = *w1;
        const Vec old2 = *w2;
        Vec new1 = old1;
        Vec new2 = old2;
        x = position ? moving_section(data, j, &new1, &new2, x, *position)
                     : section(data, j, &new1, &new2, x);
        *w1 = choose(mask, new1, old1);
        *w2 = choose(mask, new2, old2);
    }
    return x;
}

/** The steps [from, to) of the run-in and the run-out. `out` holds what the last two steps gave. */
static void masked_steps(TareKernelData* data, Vec out[2], float* pairs, uint32_t from, uint32_t to,
                         uint32_t n_frames)
{
    for (uint32_t step = from; step < to; ++step) {
        const Vec y =
            masked_step(data, lanes_at(step, n_frames), feed(out[0], pairs + 2 * step), NULL);
        out[0] = out[1];
        out[1] = y;
        leave(pairs + 2 * step - 2 * run_in, y);
    }
}

/** As many steps as there are with all lanes busy, but an even number. Returns the next step. */
INLINE uint32_t full_steps(TareKernelData* data, Vec out[2], float* pairs, uint32_t from,
                           uint32_t to, const uint32_t n_vectors)
{
    Vec w1[max_vectors], w2[max_vectors];
    Vec even = out[0], odd = out[1];
    uint32_t step = from;
#pragma GCC unroll 16
    for (uint32_t j = 0; j < n_vectors; ++j) {
        w1[j] = *state(data, TARE_STATE_W1, j);
        w2[j] = *state(data, TARE_STATE_W2, j);
    }
    for (; step + 2 <= to; step += 2) {
        float* const frame = pairs + 2 * (size_t)step;
        even = feed(even, frame);
#pragma GCC unroll 16
        for (uint32_t j = 0; j < n_vectors; ++j)
            even = section(data, j, &w1[j], &w2[j], even);
        leave(frame - 2 * run_in, even);
        odd = feed(odd, frame + 2);
#pragma GCC unroll 16
        for (uint32_t j = 0; j < n_vectors; ++j)
            odd = section(data, j, &w1[j], &w2[j], odd);
        leave(frame + 2 - 2 * run_in, odd);
    }
#pragma GCC unroll 16
    for (uint32_t j = 0; j < n_vectors; ++j) {
        *state(data, TARE_STATE_W1, j) = w1[j];
        *state(data, TARE_STATE_W2, j) = w2[j];
    }
    out[0] = even;
    out[1] = odd;
    return step;
}

#define FULL_STEPS(n)                                                                              \
    static uint32_t full_steps_##n(TareKernelData* data, Vec out[2], float* pairs, uint32_t from,  \
                                   uint32_t to)                                                    \
    {                                                                                              \
        return full_steps(data, out, pairs, from, to, n);                                          \
    }
FULL_STEPS(1)
FULL_STEPS(2)
FULL_STEPS(3)
FULL_STEPS(4)
FULL_STEPS(5)
FULL_STEPS(6)
FULL_STEPS(7)
#if LANES == 4
FULL_STEPS(8)
FULL_STEPS(9)
FULL_STEPS(10)
FULL_STEPS(11)
FULL_STEPS(12)
FULL_STEPS(13)
#endif

/** One function for each number of vectors, so that the whole state fits into registers. */
static uint32_t (*const full_steps_of[])(TareKernelData*, Vec*, float*, uint32_t, uint32_t) = {
    NULL,         full_steps_1, full_steps_2,  full_steps_3,  full_steps_4,  full_steps_5,
    full_steps_6, full_steps_7,
#if LANES == 4
    full_steps_8, full_steps_9, full_steps_10, full_steps_11, full_steps_12, full_steps_13,
#endif
};

_Static_assert(sizeof full_steps_of / sizeof *full_steps_of == max_vectors + 1, "");

static void filter(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    if (data->n_vectors == 0)
        return;
    Vec out[2] = {EACH_LANE(0), EACH_LANE(0)};
    uint32_t step = run_in;
    masked_steps(data, out, pairs, 0, step, n_frames);
    if (n_frames >= run_in + 2)
        step = full_steps_of[data->n_vectors](data, out, pairs, step, n_frames);
    masked_steps(data, out, pairs, step, n_frames + run_in, n_frames);
}

static void filter_moving(TareKernelData* data, float* pairs, const float* shape, uint32_t n_frames)
{
    if (data->n_vectors == 0)
        return;
    Vec out[2] = {EACH_LANE(0), EACH_LANE(0)};
    Vec position[2] = {EACH_LANE(0), EACH_LANE(0)};
    for (uint32_t step = 0; step < n_frames + run_in; ++step) {
        const float here = shape && step < n_frames ? shape[step] : 0.0f;
        const Vec now = feed(position[0], (const float[]){here, here});
        const Vec y =
            masked_step(data, lanes_at(step, n_frames), feed(out[0], pairs + 2 * step), &now);
        position[0] = position[1];
        position[1] = now;
        out[0] = out[1];
        out[1] = y;
        leave(pairs + 2 * step - 2 * run_in, y);
    }
}

static void check(TareKernelData* data)
{
    for (uint32_t j = 0; j < data->n_vectors; ++j) {
        Stored* const w1 = state(data, TARE_STATE_W1, j);
        Stored* const w2 = state(data, TARE_STATE_W2, j);
        const Mask is_sound = is_within(*w1, TARE_STATE_MAX) & is_within(*w2, TARE_STATE_MAX);
        *w1 = (Vec)((Mask)*w1 & is_sound & ~is_within(*w1, TARE_STATE_MIN));
        *w2 = (Vec)((Mask)*w2 & is_sound & ~is_within(*w2, TARE_STATE_MIN));
    }
}
