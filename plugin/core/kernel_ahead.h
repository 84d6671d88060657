/* The part of kernel_template.h for so few sections that one vector holds them all. Then nothing
   but waiting counts: a frame cannot begin before the state that the last one left. So four frames
   are done at once, with the state of frame n + 4 straight from that of frame n.

   With s = (w1, w2), D = ((-q1, 1), (-q2, 0)) and B = (c1, q2 k) a frame is s' = (I + D) s + B x,
   y = x + w1. Hence, with A = I + D,

       s(n + 4)  = s + D4 s + sum over j of A^(3-j) B x(n + j)         D4 = A^4 - I
       y(n + i)  = x(n + i) + (1, 0) (A^i s + sum over j < i of A^(i-1-j) B x(n + j))

   D4 stays as small as D is, so nothing of the delta form's precision is lost; all factors are made
   in double (see ahead.c). Frames are put together by their number since the section began, not
   by the block they come in: what a block leaves over waits for the next, each section's input of
   it being part of the state. */

#ifndef TARE_KERNEL_AHEAD_H
#define TARE_KERNEL_AHEAD_H

#include "kernel.h"
#include "kernel_two.h"
#include "vector.h"

#if defined(LANES)

_Static_assert(LANES <= TARE_AHEAD_LANES, "");
_Static_assert(TARE_AHEAD_FRAMES == 4, "the sums are written for it");
_Static_assert((n_groups - 1) * TARE_AHEAD_FRAMES <= TARE_KERNEL_MARGIN, "");

enum { together = TARE_AHEAD_FRAMES };

INLINE Vec factor(AheadRows rows, int index)
{
    return *(const Stored*)rows[index];
}

/* The sums are written so that few operations follow on what comes last: on the state within the
   outputs, on the last inputs everywhere. */

/** What four frames give. */
INLINE void ahead_outputs(AheadRows h, Vec w1, Vec w2, const Vec x[together], Vec y[together])
{
    const Vec h0 = factor(h, TARE_AHEAD_H0);
    const Vec h1 = factor(h, TARE_AHEAD_H1);
    const Vec x1 = x[1] + product(h0, x[0]);
    const Vec x2 = x[2] + (h0 * x[1] + product(h1, x[0]));
    const Vec x3 = x[3] + (h0 * x[2] + (h1 * x[1] + product(factor(h, TARE_AHEAD_H2), x[0])));
    y[0] = x[0] + w1;
    y[1] = x1 + (factor(h, TARE_AHEAD_Y1_W1) * w1 + w2);
    y[2] = (factor(h, TARE_AHEAD_Y2_W1) * w1 + x2) + product(factor(h, TARE_AHEAD_Y2_W2), w2);
    y[3] = (factor(h, TARE_AHEAD_Y3_W1) * w1 + x3) + product(factor(h, TARE_AHEAD_Y3_W2), w2);
}

/** What four inputs add to a state. */
INLINE Vec ahead_sum(AheadRows h, int first_row, const Vec x[together])
{
    const Vec early = factor(h, first_row + 1) * x[1] + product(factor(h, first_row), x[0]);
    const Vec late = factor(h, first_row + 3) * x[3] + product(factor(h, first_row + 2), x[2]);
    return early + late;
}

/** The state four frames later. */
INLINE void ahead_state(AheadRows h, Vec* w1, Vec* w2, const Vec x[together])
{
    const Vec old1 = *w1;
    const Vec old2 = *w2;
    const Vec kept1 = factor(h, TARE_AHEAD_W1_W1) * old1 + old1;
    const Vec whole1 = factor(h, TARE_AHEAD_W1_W2) * old2 + kept1;
    const Vec change2 =
        factor(h, TARE_AHEAD_W2_W2) * old2 + product(factor(h, TARE_AHEAD_W2_W1), old1);
    *w1 = whole1 + ahead_sum(h, TARE_AHEAD_W1_X, x);
    *w2 = old2 + (change2 + ahead_sum(h, TARE_AHEAD_W2_X, x));
}

/** What waits for the rest of its four frames. */
INLINE Stored* waiting(TareKernelData* data, int frame)
{
    return (Stored*)data->waiting[frame];
}

/** Some frames of four, from `first` on: one group after the other, each with what the one above it
    gave. */
INLINE void ahead_part(TareKernelData* data, float* pairs, int first, int n_frames)
{
    const int end = first + n_frames;
    Stored* const w1 = state(data, TARE_STATE_W1, 0);
    Stored* const w2 = state(data, TARE_STATE_W2, 0);
    Vec y[together] = {EACH_LANE(Vec, 0.0f)};
    for (uint32_t group = 0; group < n_groups; ++group) {
        const Count here = EACH_LANE(Count, group);
        const Mask mask = (Mask)(GROUPS == here);
        Vec x[together];
        for (int i = 0; i < together; ++i)
            x[i] = *waiting(data, i < first ? i : 0);
        for (int i = first; i < end; ++i)
            x[i] = feed(y[i], pairs + 2 * (i - first), moves_of(n_groups));
        ahead_outputs(data->ahead, *w1, *w2, x, y);
        for (int i = first; i < end && i < together - 1; ++i)
            *waiting(data, i) = choose(mask, x[i], *waiting(data, i));
        if (end < together)
            continue;
        Vec new1 = *w1;
        Vec new2 = *w2;
        ahead_state(data->ahead, &new1, &new2, x);
        *w1 = choose(mask, new1, *w1);
        *w2 = choose(mask, new2, *w2);
    }
    for (int i = first; i < end; ++i)
        leave(pairs + 2 * (i - first), y[i]);
}

/** One step in which every group has four frames, whether they count or not. In the first steps
   what leaves does not: it would fall on frames that are done. */
INLINE float* ahead_step(AheadRows h, Vec* w1, Vec* w2, Vec y[together], float* frame, bool leaves)
{
    FORGET(h);
    Vec x[together];
    UNROLLED
    for (int i = 0; i < together; ++i)
        x[i] = feed(y[i], frame + 2 * i, moves_of(n_groups));
    ahead_outputs(h, *w1, *w2, x, y);
    ahead_state(h, w1, w2, x);
    float* out = frame - 2 * (int)(n_groups - 1) * together;
    UNROLLED
    for (int i = 0; i < together && leaves; ++i) {
        leave(out, y[i]);
        out += 2;
        FORGET(out);
    }
    return frame + 2 * together;
}

/** Filters at least (n_groups - 1) * 4 frames, a multiple of 4. */
INLINE void ahead_steps(TareKernelData* data, float* restrict pairs, uint32_t n_frames)
{
    const float* const last = pairs + 2 * (size_t)n_frames;
    Stored* const end1 = state(data, TARE_STATE_W1, 0);
    Stored* const end2 = state(data, TARE_STATE_W2, 0);
    Vec w1 = *end1;
    Vec w2 = *end2;
    Vec y[together] = {EACH_LANE(Vec, 0.0f)};
    for (uint32_t group = 1; group < n_groups; ++group) {
        const Count first = EACH_LANE(Count, group);
        const Mask begins = (Mask)(GROUPS >= first);
        pairs = ahead_step(data->ahead, &w1, &w2, y, pairs, false);
        w1 = choose(begins, *end1, w1);
        w2 = choose(begins, *end2, w2);
    }
    while (pairs < last)
        pairs = ahead_step(data->ahead, &w1, &w2, y, pairs, true);
    *end1 = w1;
    *end2 = w2;
    for (uint32_t group = 1; group < n_groups; ++group) {
        const Count first = EACH_LANE(Count, group);
        const Mask goes_on = (Mask)(GROUPS >= first);
        pairs = ahead_step(data->ahead, &w1, &w2, y, pairs, true);
        *end1 = choose(goes_on, w1, *end1);
        *end2 = choose(goes_on, w2, *end2);
    }
}

static void filter_ahead(TareKernelData* data, float* pairs, uint32_t n_frames)
{
    enum { least = (n_groups - 1) * together };
    if (data->n_vectors == 0)
        return;
    while (n_frames > 0) {
        const uint32_t n_whole = data->n_waiting == 0 ? n_frames / together * together : 0;
        uint32_t n = n_whole;
        if (n_whole >= least) {
            ahead_steps(data, pairs, n);
        } else {
            n = together - data->n_waiting;
            n = n < n_frames ? n : n_frames;
            ahead_part(data, pairs, (int)data->n_waiting, (int)n);
            data->n_waiting = (data->n_waiting + n) % together;
        }
        pairs += 2 * (size_t)n;
        n_frames -= n;
    }
}

#endif

#endif
