#include "fit/filters.h"

#include "base/exact.h"

#include <math.h>
#include <stdbool.h>

#define DB_PER_LN_POWER (10.0 / TARE_EXACT_LN10)
#define LN_A2_PER_DB (TARE_EXACT_LN10 / 20.0) /* A^2 = 10^(gain / 20) */

void tare_fit_filters_grid(TareFitGrid* grid, double rate_hz, double from_hz, double to_hz,
                           double points_per_octave)
{
    grid->n = 0;
    grid->rate_hz = rate_hz;
    while (grid->n < TARE_FIT_MAX_POINTS) {
        const double freq_hz =
            from_hz * tare_exact_exp(grid->n / points_per_octave * TARE_EXACT_LN2);
        if (freq_hz > to_hz)
            break;
        const double angle = M_PI * freq_hz / rate_hz;
        const double tangent = tare_exact_sin(angle) / tare_exact_cos(angle);
        grid->freq_hz[grid->n] = freq_hz;
        grid->tan2[grid->n++] = tangent * tangent;
    }
}

/** What the formulas need of a filter. */
typedef struct {
    double per_tan2; ///< u = tan2 * per_tan2
    double per_q2;   ///< v = u * per_q2
    double a, a2, per_a2;
    double ln_u_per_ln_freq;
} Constants;

static Constants constants_of(const TareFitGrid* grid, const TareFitFilter* filter)
{
    const double angle = M_PI * tare_exact_exp(filter->ln_freq) / grid->rate_hz;
    const double sine = tare_exact_sin(angle);
    const double cosine = tare_exact_cos(angle);
    Constants c;
    c.per_tan2 = cosine * cosine / (sine * sine);
    c.per_q2 = tare_exact_exp(-2.0 * filter->ln_q);
    c.a = tare_exact_exp(0.5 * LN_A2_PER_DB * filter->gain_db);
    c.a2 = c.a * c.a;
    c.per_a2 = 1.0 / c.a2;
    c.ln_u_per_ln_freq = -2.0 * angle / (sine * cosine);
    return c;
}

static void multiply_peak(const TareFitGrid* grid, const Constants* c, double* power)
{
    for (unsigned i = 0; i < grid->n; ++i) {
        const double u = grid->tan2[i] * c->per_tan2;
        const double v = u * c->per_q2;
        const double rest = (1.0 - u) * (1.0 - u);
        power[i] *= (rest + c->a2 * v) / (rest + v * c->per_a2);
    }
}

static void multiply_shelf(const TareFitGrid* grid, const Constants* c, bool is_low, double* power)
{
    for (unsigned i = 0; i < grid->n; ++i) {
        const double u = grid->tan2[i] * c->per_tan2;
        const double av = c->a * u * c->per_q2;
        const double low = (c->a - u) * (c->a - u) + av;
        const double high = (1.0 - c->a * u) * (1.0 - c->a * u) + av;
        power[i] *= c->a2 * (is_low ? low / high : high / low);
    }
}

void tare_fit_filters_gain_db(const TareFitGrid* grid, const TareFitFilter* filters, unsigned n,
                              double* gain_db)
{
    for (unsigned i = 0; i < grid->n; ++i)
        gain_db[i] = 1.0;
    for (unsigned k = 0; k < n; ++k) {
        const Constants c = constants_of(grid, &filters[k]);
        if (filters[k].type == TARE_BAND_PEAK)
            multiply_peak(grid, &c, gain_db);
        else
            multiply_shelf(grid, &c, filters[k].type == TARE_BAND_LOW_SHELF, gain_db);
    }
    /* one logarithm a point for the whole chain */
    for (unsigned i = 0; i < grid->n; ++i)
        gain_db[i] = DB_PER_LN_POWER * tare_exact_log(gain_db[i]);
}

static void peak_slopes(const TareFitGrid* grid, const Constants* c,
                        double* const slopes[TARE_FIT_N_PARAMETERS])
{
    for (unsigned i = 0; i < grid->n; ++i) {
        const double u = grid->tan2[i] * c->per_tan2;
        const double v = u * c->per_q2;
        const double rest = (1.0 - u) * (1.0 - u);
        const double rest_slope = -2.0 * u * (1.0 - u);
        const double over = c->a2 * v;
        const double under = v * c->per_a2;
        const double per_over = 1.0 / (rest + over);
        const double per_under = 1.0 / (rest + under);
        slopes[0][i] = DB_PER_LN_POWER * c->ln_u_per_ln_freq *
                       ((rest_slope + over) * per_over - (rest_slope + under) * per_under);
        slopes[1][i] = DB_PER_LN_POWER * LN_A2_PER_DB * (over * per_over + under * per_under);
        slopes[2][i] = -2.0 * DB_PER_LN_POWER * (over * per_over - under * per_under);
    }
}

static void shelf_slopes(const TareFitGrid* grid, const Constants* c, double sign,
                         double* const slopes[TARE_FIT_N_PARAMETERS])
{
    const double per_ln = sign * DB_PER_LN_POWER;
    for (unsigned i = 0; i < grid->n; ++i) {
        const double u = grid->tan2[i] * c->per_tan2;
        const double v = u * c->per_q2;
        const double av = c->a * v;
        const double p = c->a - u;
        const double q = 1.0 - c->a * u;
        const double per_low = 1.0 / (p * p + av);
        const double per_high = 1.0 / (q * q + av);
        slopes[0][i] = per_ln * c->ln_u_per_ln_freq *
                       ((av - 2.0 * u * p) * per_low - (av - 2.0 * c->a * u * q) * per_high);
        slopes[1][i] = 0.5 + 0.5 * per_ln * LN_A2_PER_DB * c->a *
                                 ((2.0 * p + v) * per_low - (v - 2.0 * u * q) * per_high);
        slopes[2][i] = -2.0 * per_ln * av * (per_low - per_high);
    }
}

void tare_fit_filters_slopes(const TareFitGrid* grid, const TareFitFilter* filter,
                             double* const slopes[TARE_FIT_N_PARAMETERS])
{
    const Constants c = constants_of(grid, filter);
    if (filter->type == TARE_BAND_PEAK)
        peak_slopes(grid, &c, slopes);
    else
        shelf_slopes(grid, &c, filter->type == TARE_BAND_LOW_SHELF ? 1.0 : -1.0, slopes);
}

TareBand tare_fit_filters_band(const TareFitFilter* filter)
{
    return (TareBand){.type = filter->type,
                      .freq_hz = tare_exact_exp(filter->ln_freq),
                      .gain_db = filter->gain_db,
                      .q = tare_exact_exp(filter->ln_q),
                      .channel = TARE_CHANNEL_BOTH};
}

TareFitFilter tare_fit_filters_of_band(const TareBand* band)
{
    return (TareFitFilter){.type = band->type,
                           .ln_freq = tare_exact_log(band->freq_hz),
                           .gain_db = band->gain_db,
                           .ln_q = tare_exact_log(band->q)};
}
