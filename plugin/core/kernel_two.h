/* Two frames of a section at once, with the state of frame n + 2 straight from that of frame n:
   half as often does a frame wait for the state that the last one left. kernel_ahead.h has the
   formulas, and does four. */

#ifndef TARE_KERNEL_TWO_H
#define TARE_KERNEL_TWO_H

#include "kernel.h"
#include "vector.h"

#if defined(LANES)

/** A vector for each of two frames. */
typedef struct {
    Vec at[2];
} Two;

typedef const float (*restrict AheadRows)[TARE_AHEAD_LANES];

/** A product that is rounded: of two in a sum, the compiler would choose which one to fuse. */
INLINE Vec product(Vec a, Vec b)
{
    Vec rounded = a * b;
    FINISHED(rounded);
    return rounded;
}

INLINE Vec two_row(AheadRows rows, int index, uint32_t vector)
{
    return *(const Stored*)&rows[index][vector * LANES];
}

/* What counts is how late a sum is after what comes last: the old state, and the second input,
   which another section has just given. So inputs are added up apart from the state. */

INLINE Two two_outputs(AheadRows h, uint32_t vector, Vec w1, Vec w2, Two x)
{
    const Vec of_state = two_row(h, TARE_AHEAD_Y1_W1, vector) * w1 + w2;
    const Vec of_input = two_row(h, TARE_AHEAD_H0, vector) * x.at[0] + x.at[1];
    return (Two){{x.at[0] + w1, of_input + of_state}};
}

INLINE Vec two_inputs(AheadRows h, int first_row, uint32_t vector, Two x)
{
    const Vec first = product(two_row(h, first_row, vector), x.at[0]);
    return two_row(h, first_row + 1, vector) * x.at[1] + first;
}

/** Only the last sum rounds w2: added up otherwise, which is faster by 2 %, low tones would be 25
   dB worse. */
INLINE void two_state(AheadRows h, uint32_t vector, Vec* w1, Vec* w2, Two x)
{
    const Vec old1 = *w1;
    const Vec old2 = *w2;
    const Vec kept1 = two_row(h, TARE_AHEAD_W1_W1, vector) * old1 + old1;
    const Vec whole1 = two_row(h, TARE_AHEAD_W1_W2, vector) * old2 + kept1;
    const Vec of1 = product(two_row(h, TARE_AHEAD_W2_W1, vector), old1);
    const Vec change2 = two_row(h, TARE_AHEAD_W2_W2, vector) * old2 + of1;
    *w1 = whole1 + two_inputs(h, TARE_AHEAD_W1_X, vector, x);
    *w2 = old2 + (change2 + two_inputs(h, TARE_AHEAD_W2_X, vector, x));
}

INLINE Two two_frames(AheadRows h, uint32_t vector, Vec* w1, Vec* w2, Two x)
{
    const Two y = two_outputs(h, vector, *w1, *w2, x);
    two_state(h, vector, w1, w2, x);
    return y;
}

#endif

#endif
