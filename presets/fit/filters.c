#include "fit/filters.h"

#include "base/exact.h"

#include <math.h>
#include <string.h>

double tare_fit_filters_grid_hz(double from_hz, double points_per_octave, unsigned index)
{
    return from_hz * tare_exact_exp(index / points_per_octave * TARE_EXACT_LN2);
}

void tare_fit_filters_grid(TareFitGrid* grid, double rate_hz, double from_hz, double to_hz,
                           double points_per_octave)
{
    grid->n = 0;
    grid->rate_hz = rate_hz;
    while (grid->n < TARE_FIT_MAX_POINTS) {
        const double freq_hz = tare_fit_filters_grid_hz(from_hz, points_per_octave, grid->n);
        if (freq_hz > to_hz)
            break;
        const double angle = M_PI * freq_hz / rate_hz;
        const double tangent = tare_exact_sin(angle) / tare_exact_cos(angle);
        grid->freq_hz[grid->n] = freq_hz;
        grid->tan2[grid->n++] = tangent * tangent;
    }
    if (grid->n % 2)
        grid->tan2[grid->n] = 1.0;
    tare_fit_columns_take(grid->tan2_lanes, grid->tan2, grid->n);
}

TareFitChain tare_fit_filters_without(const TareFitChain* chain, unsigned index)
{
    TareFitChain rest = *chain;
    rest.n--;
    memmove(rest.filters + index, rest.filters + index + 1,
            (rest.n - index) * sizeof *rest.filters);
    return rest;
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
