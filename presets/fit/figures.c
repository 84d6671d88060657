#include "fit/figures.h"

#include "corrections/safe_preamp.h"
#include "curves/curve.h"
#include "fit/filters.h"
#include "fit/measured.h"

#include <math.h>

enum { SCORE_POINTS_PER_OCTAVE = 48, LEVEL_POINTS_PER_OCTAVE = 96 };

#define SCORE_FROM_HZ 20.0
#define SCORE_TO_HZ 20000.0

/* The preamp does not go down by a step for less: +6 dB is -6 dB for it, whatever the last bits. */
#define LEAST_DB 1e-4

static bool is_in_mean(double freq_hz)
{
    return freq_hz >= 100.0 && freq_hz <= 10000.0;
}

/** Points of the figures; any rate will do where no filter is asked. */
static void score_grid(TareFitGrid* grid, double rate_hz)
{
    tare_fit_filters_grid(grid, rate_hz, SCORE_FROM_HZ, SCORE_TO_HZ, SCORE_POINTS_PER_OCTAVE);
}

double tare_fit_figures_mean_db(const TareCurve* curve)
{
    TareFitGrid grid;
    double sum = 0.0;
    unsigned n = 0;
    score_grid(&grid, 48000.0);
    for (unsigned i = 0; i < grid.n; ++i) {
        if (!is_in_mean(grid.freq_hz[i]))
            continue;
        sum += tare_curve_level_db(curve, grid.freq_hz[i]);
        ++n;
    }
    return sum / n;
}

static unsigned filters_of(const TareBandSet* set, TareFitFilter* filters)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        filters[i] = tare_fit_filters_of_band(&set->bands[i]);
    return set->n_bands;
}

/** The highest point of a curve, by a parabola through each top and its neighbours. */
static double top_of(const double* level_db, unsigned n)
{
    double top = -HUGE_VAL;
    for (unsigned i = 0; i < n; ++i) {
        top = fmax(top, level_db[i]);
        if (i == 0 || i + 1 == n || level_db[i] < level_db[i - 1] || level_db[i] < level_db[i + 1])
            continue;
        const double slope = 0.5 * (level_db[i + 1] - level_db[i - 1]);
        const double bend = 2.0 * level_db[i] - level_db[i - 1] - level_db[i + 1];
        if (bend > 0.0)
            top = fmax(top, level_db[i] + 0.5 * slope * slope / bend);
    }
    return top;
}

/** Highest level of the bands as the cookbook's filters at a rate, without preamp. */
static double highest_db(const TareBandSet* set, double rate_hz, double from_hz, double to_hz)
{
    TareFitGrid grid;
    TareFitFilter filters[TARE_MAX_BANDS];
    double level_db[TARE_FIT_MAX_POINTS];
    double highest = -HUGE_VAL;
    const unsigned n = filters_of(set, filters);
    while (from_hz < to_hz) {
        tare_fit_filters_grid(&grid, rate_hz, from_hz, to_hz, LEVEL_POINTS_PER_OCTAVE);
        tare_fit_filters_gain_db(&grid, filters, n, level_db);
        highest = fmax(highest, top_of(level_db, grid.n));
        if (grid.n < TARE_FIT_MAX_POINTS)
            break;
        from_hz = grid.freq_hz[grid.n - 2]; /* its last point may be a top */
    }
    return highest;
}

static bool is_in(const TareFitRange* range, double freq_hz)
{
    return freq_hz >= range->from_hz && freq_hz <= range->to_hz;
}

static double share(double sum, unsigned n)
{
    return n > 0 ? sum / n : 0.0;
}

/** Mean over 100 Hz to 10 kHz, as far as the range goes. */
static double mean_of(const TareFitGrid* grid, const double* level_db, const TareFitRange* range)
{
    double sum = 0.0;
    unsigned n = 0;
    for (unsigned i = 0; i < grid->n; ++i) {
        const bool counts = is_in_mean(grid->freq_hz[i]) && is_in(range, grid->freq_hz[i]);
        sum += counts ? level_db[i] : 0.0;
        n += counts;
    }
    return share(sum, n);
}

/** Squares up to 10 kHz and above, and the largest difference. */
static void sum_up(const TareFitGrid* grid, const double* difference_db, const TareFitRange* range,
                   TareFitFigures* figures)
{
    double squares[2] = {0.0, 0.0};
    unsigned n[2] = {0, 0};
    const double mean_db = mean_of(grid, difference_db, range);
    for (unsigned i = 0; i < grid->n; ++i) {
        const double db = difference_db[i] - mean_db;
        const bool is_top = grid->freq_hz[i] > 10000.0;
        if (!is_in(range, grid->freq_hz[i]))
            continue;
        squares[is_top] += db * db;
        n[is_top]++;
        if (!is_top && fabs(db) > fabs(figures->largest_db)) {
            figures->largest_db = db;
            figures->largest_freq_hz = grid->freq_hz[i];
        }
    }
    figures->rms_db = sqrt(share(squares[0], n[0]));
    figures->top_rms_db = sqrt(share(squares[1], n[1]));
}

TareFitFigures tare_fit_figures_within(const TareCurve* wished, const TareBandSet* set,
                                       const TareFitRange* range)
{
    const double rate_hz = set->reference_rate_hz;
    TareFitGrid grid;
    TareFitFilter filters[TARE_MAX_BANDS];
    double level_db[TARE_FIT_MAX_POINTS], difference_db[TARE_FIT_MAX_POINTS];
    TareFitFigures figures = {0};
    score_grid(&grid, rate_hz);
    tare_fit_filters_gain_db(&grid, filters, filters_of(set, filters), level_db);
    for (unsigned i = 0; i < grid.n; ++i)
        difference_db[i] = level_db[i] - tare_curve_level_db(wished, grid.freq_hz[i]);
    sum_up(&grid, difference_db, range, &figures);
    const TareFitRange everywhere = tare_fit_measured_everywhere();
    figures.level_db = -mean_of(&grid, difference_db, range);
    figures.drop_db = fmax(0.0, highest_db(set, rate_hz, 10.0, 0.49 * rate_hz)) -
                      mean_of(&grid, level_db, &everywhere);
    return figures;
}

TareFitFigures tare_fit_figures(const TareCurve* wished, const TareBandSet* set)
{
    const TareFitRange everywhere = tare_fit_measured_everywhere();
    return tare_fit_figures_within(wished, set, &everywhere);
}

bool tare_fit_figures_safe_preamp(TareBandSet* set)
{
    static const double rates_hz[] = {44100.0, 48000.0, 96000.0, 192000.0};
    double highest = 0.0;
    for (unsigned i = 0; i < sizeof rates_hz / sizeof *rates_hz; ++i)
        highest = fmax(highest, highest_db(set, rates_hz[i], 5.0, 0.4999 * rates_hz[i]));
    if (!tare_safe_preamp_set(set))
        return false;
    const double preamp_db = -ceil((highest - LEAST_DB) * 10.0) / 10.0;
    tare_safe_preamp_lower(set, preamp_db);
    return true;
}
