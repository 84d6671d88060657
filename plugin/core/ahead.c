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

/** What 2 or 4 frames add to the state. */
static Matrix steps_of(const TareDeltaSection* s, uint32_t n_frames)
{
    const Matrix two = twice(step_of(s));
    return n_frames == 2 ? two : twice(two);
}

/** How an input is felt: at once in the state, and each frame later by a step more. */
static void set_effects_of_inputs(const TareDeltaSection* s, Matrix step, uint32_t n_frames,
                                  double factors[TARE_N_AHEAD])
{
    double w1 = s->c1;
    double w2 = s->q2 * s->k;
    for (uint32_t j = n_frames; j-- > 0;) {
        factors[TARE_AHEAD_W1_X + j] = w1;
        factors[TARE_AHEAD_W2_X + j] = w2;
        if (j > 0)
            factors[TARE_AHEAD_H0 + n_frames - 1 - j] = w1;
        const double next1 = w1 + (step.a * w1 + step.b * w2);
        w2 += step.c * w1 + step.d * w2;
        w1 = next1;
    }
}

/** How the state is heard: w1 now, and each frame later by a step more. */
static void set_effects_of_state(Matrix step, uint32_t n_frames, double factors[TARE_N_AHEAD])
{
    double of_w1 = 1.0;
    double of_w2 = 0.0;
    for (uint32_t i = 0; i < n_frames - 1; ++i) {
        const double next = of_w1 + (of_w1 * step.a + of_w2 * step.c);
        of_w2 += of_w1 * step.b + of_w2 * step.d;
        of_w1 = next;
        factors[TARE_AHEAD_Y1_W1 + i] = of_w1;
        factors[TARE_AHEAD_Y1_W2 + i] = of_w2;
    }
}

void tare_ahead_factors(const TareDeltaSection* s, uint32_t n_frames, double factors[TARE_N_AHEAD])
{
    const Matrix step = step_of(s);
    const Matrix all = steps_of(s, n_frames);
    factors[TARE_AHEAD_W1_W1] = all.a;
    factors[TARE_AHEAD_W1_W2] = all.b;
    factors[TARE_AHEAD_W2_W1] = all.c;
    factors[TARE_AHEAD_W2_W2] = all.d;
    set_effects_of_inputs(s, step, n_frames, factors);
    set_effects_of_state(step, n_frames, factors);
}

/** 1 - the determinant of I + D: what the squares of the poles' radii lack. */
static double loss(Matrix m)
{
    return -(m.a + m.d + (m.a * m.d - m.b * m.c));
}

/** The floats on both sides of a number, the nearest first. */
static void find_neighbours(double x, double neighbours[2])
{
    const float nearest = (float)x;
    neighbours[0] = (double)nearest;
    neighbours[1] = (double)nextafterf(nearest, x > neighbours[0] ? INFINITY : -INFINITY);
}

static bool keeps_damping(Matrix other, Matrix m)
{
    return fabs(loss(other) - loss(m)) <= max_damping_error * fabs(loss(m));
}

/** The nearest floats, or others next to those of a matrix where they keep the damping better. */
static Matrix rounded(Matrix m)
{
    double a[2], b[2], c[2], d[2];
    find_neighbours(m.a, a);
    find_neighbours(m.b, b);
    find_neighbours(m.c, c);
    find_neighbours(m.d, d);
    Matrix best = {a[0], b[0], c[0], d[0]};
    for (unsigned i = 1; i < 16 && !keeps_damping(best, m); ++i) {
        const Matrix other = {a[i & 1], b[i >> 1 & 1], c[i >> 2 & 1], d[i >> 3]};
        if (fabs(loss(other) - loss(m)) < fabs(loss(best) - loss(m)))
            best = other;
    }
    return best;
}

void tare_ahead_round(const double factors[TARE_N_AHEAD], float floats[TARE_N_AHEAD])
{
    for (int r = 0; r < TARE_N_AHEAD; ++r)
        floats[r] = (float)factors[r];
    const Matrix of_state = rounded((Matrix){factors[TARE_AHEAD_W1_W1], factors[TARE_AHEAD_W1_W2],
                                             factors[TARE_AHEAD_W2_W1], factors[TARE_AHEAD_W2_W2]});
    floats[TARE_AHEAD_W1_W1] = (float)of_state.a;
    floats[TARE_AHEAD_W1_W2] = (float)of_state.b;
    floats[TARE_AHEAD_W2_W1] = (float)of_state.c;
    floats[TARE_AHEAD_W2_W2] = (float)of_state.d;
}

bool tare_ahead_is_exact(const TareDeltaSection* s, uint32_t n_frames)
{
    const Matrix all = steps_of(s, n_frames);
    return keeps_damping(rounded(all), all);
}
