#include "fit/shapes.h"

#include "base/exact.h"
#include "two.h"

#include <math.h>
#include <stdbool.h>

#define DB_PER_LN_POWER (10.0 / TARE_EXACT_LN10)
#define LN_A2_PER_DB (TARE_EXACT_LN10 / 20.0) /* A^2 = 10^(gain / 20) */

TareFitShape tare_fit_shapes_of(const TareFitFilter* filter, double rate_hz)
{
    const double angle = M_PI * tare_exact_exp(filter->ln_freq) / rate_hz;
    const double sine = tare_exact_sin(angle);
    const double cosine = tare_exact_cos(angle);
    TareFitShape s = {.type = filter->type};
    s.per_tan2 = cosine * cosine / (sine * sine);
    s.per_q2 = tare_exact_exp(-2.0 * filter->ln_q);
    s.a = tare_exact_exp(0.5 * LN_A2_PER_DB * filter->gain_db);
    s.a2 = s.a * s.a;
    s.per_a2 = 1.0 / s.a2;
    s.ln_u_per_ln_freq = -2.0 * angle / (sine * cosine);
    return s;
}

/* The response: squared magnitudes are quotients of polynomials of tan2 */

/** c[0] + c[1] tan2 + c[2] tan2^2. */
typedef struct {
    double c[3];
} Polynomial;

typedef struct {
    Polynomial above, below;
} Fraction;

static Polynomial polynomial(const TareFitShape* s, double c0, double c1, double c2)
{
    return (Polynomial){{c0, c1 * s->per_tan2, c2 * s->per_tan2 * s->per_tan2}};
}

static Fraction fraction_of(const TareFitShape* s)
{
    if (s->type == TARE_BAND_PEAK)
        return (Fraction){polynomial(s, 1.0, s->a2 * s->per_q2 - 2.0, 1.0),
                          polynomial(s, 1.0, s->per_a2 * s->per_q2 - 2.0, 1.0)};
    const double middle = s->a * (s->per_q2 - 2.0);
    const Polynomial low = polynomial(s, s->a2, middle, 1.0);
    const Polynomial high = polynomial(s, 1.0, middle, s->a2);
    Fraction shelf = {low, high};
    if (s->type == TARE_BAND_HIGH_SHELF)
        shelf = (Fraction){high, low};
    for (unsigned i = 0; i < 3; ++i)
        shelf.above.c[i] *= s->a2;
    return shelf;
}

static TareTwo value_at(const Polynomial* p, TareTwo tan2)
{
    return p->c[0] + tan2 * (p->c[1] + tan2 * p->c[2]);
}

/** Multiplies two powers with those of n filters. */
static void multiply_two(const double* tan2, const Fraction* fractions, unsigned n, double* power)
{
    const TareTwo t = tare_two_load(tan2);
    TareTwo above = tare_two_load(power);
    TareTwo below = {1.0, 1.0};
    for (unsigned k = 0; k < n; ++k) {
        above *= value_at(&fractions[k].above, t);
        below *= value_at(&fractions[k].below, t);
    }
    const TareTwo quotient = above / below;
    tare_two_store(power, quotient);
}

/** Multiplies powers with those of n filters, four at a time, so that each coefficient is taken but
    once for them. */
static void multiply(const double* tan2, unsigned n_points, const Fraction* fractions, unsigned n,
                     double* power)
{
    unsigned i = 0;
    for (; i + 4 <= n_points; i += 4) {
        const TareTwo t = tare_two_load(tan2 + i), u = tare_two_load(tan2 + i + 2);
        TareTwo above_t = tare_two_load(power + i), above_u = tare_two_load(power + i + 2);
        TareTwo below_t = {1.0, 1.0}, below_u = below_t;
        for (unsigned k = 0; k < n; ++k) {
            const Fraction* const f = &fractions[k];
            above_t *= value_at(&f->above, t);
            above_u *= value_at(&f->above, u);
            below_t *= value_at(&f->below, t);
            below_u *= value_at(&f->below, u);
        }
        const TareTwo quotient_t = above_t / below_t, quotient_u = above_u / below_u;
        tare_two_store(power + i, quotient_t);
        tare_two_store(power + i + 2, quotient_u);
    }
    for (; i < n_points; i += 2)
        multiply_two(tan2 + i, fractions, n, power + i);
}

void tare_fit_shapes_power(const double* tan2, unsigned n, const TareFitShape* shapes,
                           unsigned n_shapes, double* power)
{
    /* their product stays within the range of double: each may be as large as 1e30 */
    enum { N_AT_ONCE = 8 };
    Fraction fractions[TARE_MAX_BANDS];
    for (unsigned k = 0; k < n_shapes; ++k)
        fractions[k] = fraction_of(&shapes[k]);
    for (unsigned i = 0; i < n + n % 2; ++i)
        power[i] = 1.0;
    for (unsigned k = 0; k < n_shapes; k += N_AT_ONCE)
        multiply(tan2, n, fractions + k, n_shapes - k < N_AT_ONCE ? n_shapes - k : N_AT_ONCE,
                 power);
}

void tare_fit_shapes_gain_db(const TareFitGrid* grid, const TareFitShape* shapes, unsigned n,
                             double* gain_db)
{
    tare_fit_shapes_power(grid->tan2, grid->n, shapes, n, gain_db);
    tare_exact_log_all(gain_db, grid->n);
    for (unsigned i = 0; i < grid->n; ++i)
        gain_db[i] *= DB_PER_LN_POWER;
}

/* Slopes */

static TareFitLanes lanes(double x)
{
    const float f = (float)x;
    return (TareFitLanes){f, f, f, f};
}

static void peak_slopes(const TareFitGrid* grid, const TareFitShape* s, const TareFitLanes* weight,
                        TareFitTriple* slopes)
{
    const TareFitLanes one = lanes(1.0), per_tan2 = lanes(s->per_tan2), per_q2 = lanes(s->per_q2);
    const TareFitLanes a2 = lanes(s->a2), per_a2 = lanes(s->per_a2);
    const TareFitLanes by_freq = lanes(DB_PER_LN_POWER * s->ln_u_per_ln_freq);
    const TareFitLanes by_gain = lanes(DB_PER_LN_POWER * LN_A2_PER_DB);
    const TareFitLanes by_q = lanes(-2.0 * DB_PER_LN_POWER);
    for (unsigned i = 0; i < tare_fit_columns_lots(grid->n); ++i) {
        const TareFitLanes u = grid->tan2_lanes[i] * per_tan2;
        const TareFitLanes v = u * per_q2;
        const TareFitLanes rest = (one - u) * (one - u);
        const TareFitLanes rest_slope = -(u + u) * (one - u);
        const TareFitLanes over = a2 * v;
        const TareFitLanes under = v * per_a2;
        const TareFitLanes per_over = weight[i] / (rest + over);
        const TareFitLanes per_under = weight[i] / (rest + under);
        const TareFitLanes over_share = over * per_over;
        const TareFitLanes under_share = under * per_under;
        slopes->lots[i][0] =
            by_freq * ((rest_slope + over) * per_over - (rest_slope + under) * per_under);
        slopes->lots[i][1] = by_gain * (over_share + under_share);
        slopes->lots[i][2] = by_q * (over_share - under_share);
    }
}

static void shelf_slopes(const TareFitGrid* grid, const TareFitShape* s, const TareFitLanes* weight,
                         TareFitTriple* slopes)
{
    const double per_ln = (s->type == TARE_BAND_LOW_SHELF ? 1.0 : -1.0) * DB_PER_LN_POWER;
    const TareFitLanes one = lanes(1.0), per_tan2 = lanes(s->per_tan2), per_q2 = lanes(s->per_q2);
    const TareFitLanes a = lanes(s->a), half = lanes(0.5);
    const TareFitLanes by_freq = lanes(per_ln * s->ln_u_per_ln_freq);
    const TareFitLanes by_gain = lanes(0.5 * per_ln * LN_A2_PER_DB * s->a);
    const TareFitLanes by_q = lanes(-2.0 * per_ln);
    for (unsigned i = 0; i < tare_fit_columns_lots(grid->n); ++i) {
        const TareFitLanes u = grid->tan2_lanes[i] * per_tan2;
        const TareFitLanes v = u * per_q2;
        const TareFitLanes av = a * v;
        const TareFitLanes p = a - u;
        const TareFitLanes q = one - a * u;
        const TareFitLanes per_low = weight[i] / (p * p + av);
        const TareFitLanes per_high = weight[i] / (q * q + av);
        const TareFitLanes up = (u + u) * p;
        const TareFitLanes uq = (u + u) * q;
        slopes->lots[i][0] = by_freq * ((av - up) * per_low - (av - a * uq) * per_high);
        slopes->lots[i][1] =
            half * weight[i] + by_gain * ((p + p + v) * per_low - (v - uq) * per_high);
        slopes->lots[i][2] = by_q * (av * (per_low - per_high));
    }
}

void tare_fit_shapes_slopes(const TareFitGrid* grid, const TareFitShape* shape,
                            const TareFitLanes* weight, TareFitTriple* slopes)
{
    if (shape->type == TARE_BAND_PEAK)
        peak_slopes(grid, shape, weight, slopes);
    else
        shelf_slopes(grid, shape, weight, slopes);
}
