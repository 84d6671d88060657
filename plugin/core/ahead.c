#include "ahead.h"

#include <math.h>

/* So much the damping may err: the level of a resonance errs as much. */
static const double max_damping_error = 1e-6;

/** A matrix of two rows and columns. */
typedef struct {
    double a, b, c, d;
} Matrix;

static Matrix product(Matrix m, Matrix n)
{
    return (Matrix){m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d, m.c * n.a + m.d * n.c,
                    m.c * n.b + m.d * n.d};
}

/** (I + D)^2 - I = 2 D + D^2, in which nothing small drowns. */
static Matrix twice(Matrix m)
{
    const Matrix square = product(m, m);
    return (Matrix){2.0 * m.a + square.a, 2.0 * m.b + square.b, 2.0 * m.c + square.c,
                    2.0 * m.d + square.d};
}

static Matrix step_of(const TareDeltaSection* s)
{
    return (Matrix){-s->q1, 1.0, -s->q2, 0.0};
}

/** How an input is felt: at once in the state, and each frame later by a step more. */
static void set_effects_of_inputs(const TareDeltaSection* s, Matrix step,
                                  double factors[TARE_N_AHEAD])
{
    double w1 = s->c1;
    double w2 = s->q2 * s->k;
    for (int j = TARE_AHEAD_FRAMES - 1; j >= 0; --j) {
        factors[TARE_AHEAD_W1_X + j] = w1;
        factors[TARE_AHEAD_W2_X + j] = w2;
        if (j > 0)
            factors[TARE_AHEAD_H0 + TARE_AHEAD_FRAMES - 1 - j] = w1;
        const double next1 = w1 + (step.a * w1 + step.b * w2);
        w2 += step.c * w1 + step.d * w2;
        w1 = next1;
    }
}

/** How the state is heard: w1 now, and each frame later by a step more. */
static void set_effects_of_state(Matrix step, double factors[TARE_N_AHEAD])
{
    double of_w1 = 1.0;
    double of_w2 = 0.0;
    for (int i = 0; i < TARE_AHEAD_FRAMES - 1; ++i) {
        const double next = of_w1 + (of_w1 * step.a + of_w2 * step.c);
        of_w2 += of_w1 * step.b + of_w2 * step.d;
        of_w1 = next;
        factors[TARE_AHEAD_Y1_W1 + i] = of_w1;
        factors[TARE_AHEAD_Y1_W2 + i] = of_w2;
    }
}

void tare_ahead_factors(const TareDeltaSection* s, double factors[TARE_N_AHEAD])
{
    const Matrix step = step_of(s);
    const Matrix four = twice(twice(step));
    factors[TARE_AHEAD_W1_W1] = four.a;
    factors[TARE_AHEAD_W1_W2] = four.b;
    factors[TARE_AHEAD_W2_W1] = four.c;
    factors[TARE_AHEAD_W2_W2] = four.d;
    set_effects_of_inputs(s, step, factors);
    set_effects_of_state(step, factors);
}

/** 1 - the determinant of I + D: what the squares of the poles' radii lack. */
static double loss(Matrix m)
{
    return -(m.a + m.d + (m.a * m.d - m.b * m.c));
}

bool tare_ahead_is_exact(const TareDeltaSection* s)
{
    const Matrix four = twice(twice(step_of(s)));
    const Matrix rounded = {(float)four.a, (float)four.b, (float)four.c, (float)four.d};
    const double wanted = loss(four);
    return fabs(loss(rounded) - wanted) <= max_damping_error * fabs(wanted);
}
