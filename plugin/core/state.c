#include "state.h"

#include "biquad.h"

#include <math.h>

/* Sections whose frequencies are further apart than this have nothing to say to each other. */
static const double max_octaves = 0.3;

/* Below this, poles and zeros cancel to the last bit. */
static const double min_determinant = 1e-30;

/** How the output of this frame and the next depend on the integrators when nothing comes in. */
typedef struct {
    double now[2], next[2];
} View;

/* A section as (n2 s^2 + n1 s + n0) / (s^2 + k g s + g^2), s = (z - 1) / (z + 1). */
typedef struct {
    double g, k;           ///< frequency as tan(w / 2), damping
    double high, mid, low; ///< how much of the input, of the first and of the second integrator
} Variables;

static Variables variables_of(const TareBiquad* h)
{
    const double n0 = h->p2 / 4.0;
    const double n1 = (h->p1 - h->p2) / 2.0;
    const double d0 = h->q2 / 4.0;
    const double d1 = (h->q1 - h->q2) / 2.0;
    const double d2 = 1.0 - d1 - d0;
    const double g = sqrt(d0 / d2);
    const double high = (h->b0 - n1 - n0) / d2;
    return (Variables){.g = g,
                       .k = d1 / d2 / g,
                       .high = high,
                       .mid = (n1 - high * d1) / (d2 * g),
                       .low = n0 / d0 - high};
}

static View view_of(const Variables* v)
{
    const double a1 = 1.0 / (1.0 + v->g * (v->g + v->k));
    const double a2 = v->g * a1;
    const double a3 = v->g * a2;
    View view = {.now = {v->mid * a1 + v->low * a2, v->low * (1.0 - a3) - v->mid * a2}};
    view.next[0] = view.now[0] * (2.0 * a1 - 1.0) + view.now[1] * 2.0 * a2;
    view.next[1] = view.now[1] * (1.0 - 2.0 * a3) - view.now[0] * 2.0 * a2;
    return view;
}

/** -60 dB is as good as nothing. */
static double level_db(double power)
{
    return 10.0 * log10(power + 1e-6);
}

double tare_state_distance_db(const TareBiquad* from, const TareBiquad* to)
{
    const Variables a = variables_of(from);
    const Variables b = variables_of(to);
    if (!(fabs(log2(a.g / b.g)) <= max_octaves))
        return INFINITY;
    const double at_0 = level_db(pow(a.high + a.low, 2)) - level_db(pow(b.high + b.low, 2));
    const double at_nyquist = level_db(a.high * a.high) - level_db(b.high * b.high);
    const double between = level_db(pow(a.high + a.mid / a.k, 2) + pow(a.low / a.k, 2)) -
                           level_db(pow(b.high + b.mid / b.k, 2) + pow(b.low / b.k, 2));
    return fmax(fmax(fabs(at_0), fabs(at_nyquist)), fabs(between));
}

TareState tare_state_pass(TareState state, const TareBiquad* from, const TareBiquad* to)
{
    static const TareState silence = {0.0, 0.0};
    const Variables a = variables_of(from);
    const Variables b = variables_of(to);
    const View old = view_of(&a);
    const View new = view_of(&b);
    const double determinant = old.now[0] * old.next[1] - old.now[1] * old.next[0];
    if (!(fabs(determinant) >= min_determinant))
        return silence;

    const double next = (1.0 - from->q1) * state.w1 + state.w2;
    const double first = (state.w1 * old.next[1] - old.now[1] * next) / determinant;
    const double second = (old.now[0] * next - old.next[0] * state.w1) / determinant;
    const double w1 = new.now[0] * first + new.now[1] * second;
    const double w2 = new.next[0] * first + new.next[1] * second - (1.0 - to->q1) * w1;
    return (TareState){w1, w2};
}
