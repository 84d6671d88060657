#include "fit/figures.h"

#include "band_set.h"
#include "corrections/safe_preamp.h"
#include "curves/curve.h"
#include "fit/filters.h"
#include "fit/highest.h"
#include "fit/measured.h"
#include "fit/octaves.h"
#include "fit/response.h"

#include <math.h>

enum { SCORE_POINTS_PER_OCTAVE = 48 };

#define SCORE_FROM_HZ 20.0
#define SCORE_TO_HZ 20000.0

/* Above it, measurements say more of where a headphone sat than of the headphone. */
#define TOP_FROM_HZ 10000.0

/* The preamp does not go down by a step for less: +6 dB is -6 dB for it, whatever the last bits. */
#define LEAST_DB 1e-4

/* Where the level of a curve is taken, and where most of the loudness of music is. */
static const TareFitRange level_range = {300.0, 3000.0};
static const TareFitRange music_range = {100.0, 10000.0};

static bool is_in(const TareFitRange* range, double freq_hz)
{
    return freq_hz >= range->from_hz && freq_hz <= range->to_hz;
}

bool tare_fit_figures_is_level(double freq_hz)
{
    return is_in(&level_range, freq_hz);
}

/** Points of the figures. */
static void score_grid(TareFitGrid* grid, double rate_hz)
{
    tare_fit_filters_grid(grid, rate_hz, SCORE_FROM_HZ, SCORE_TO_HZ, SCORE_POINTS_PER_OCTAVE);
}

double tare_fit_figures_mean_db(const TareCurve* curve)
{
    double sum = 0.0;
    unsigned n = 0;
    for (unsigned i = 0;; ++i) {
        const double freq_hz = tare_fit_filters_grid_hz(SCORE_FROM_HZ, SCORE_POINTS_PER_OCTAVE, i);
        if (freq_hz > level_range.to_hz)
            break;
        if (!tare_fit_figures_is_level(freq_hz))
            continue;
        sum += tare_curve_level_db(curve, freq_hz);
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

static double share(double sum, unsigned n)
{
    return n > 0 ? sum / n : 0.0;
}

/** The mean over two ranges' common part; 0 dB where there is none. */
static double mean_of(const TareFitGrid* grid, const double* level_db, TareFitRange a,
                      TareFitRange b)
{
    double sum = 0.0;
    unsigned n = 0;
    for (unsigned i = 0; i < grid->n; ++i) {
        const bool counts = is_in(&a, grid->freq_hz[i]) && is_in(&b, grid->freq_hz[i]);
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
    const double mean_db = mean_of(grid, difference_db, level_range, *range);
    for (unsigned i = 0; i < grid->n; ++i) {
        const double db = difference_db[i] - mean_db;
        const bool is_top = grid->freq_hz[i] > TOP_FROM_HZ;
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
    figures->whole_rms_db = sqrt(share(squares[0] + squares[1], n[0] + n[1]));
}

/** The standard deviation of the difference up to 10 kHz, and the slope of the line through it. */
static void find_spread(const TareFitGrid* grid, const double* difference_db,
                        const TareFitRange* range, TareFitFigures* figures)
{
    double octaves[TARE_FIT_MAX_POINTS];
    const TareFitRange both = {fmax(SCORE_FROM_HZ, range->from_hz),
                               fmin(TOP_FROM_HZ, range->to_hz)};
    for (unsigned i = 0; i < grid->n; ++i)
        octaves[i] = (double)i / SCORE_POINTS_PER_OCTAVE;
    const double mean_db = mean_of(grid, difference_db, both, both);
    const double middle = mean_of(grid, octaves, both, both);
    double squares = 0.0, products = 0.0, octave_squares = 0.0;
    unsigned n = 0;
    for (unsigned i = 0; i < grid->n; ++i) {
        if (!is_in(&both, grid->freq_hz[i]))
            continue;
        const double db = difference_db[i] - mean_db;
        const double octave = octaves[i] - middle;
        squares += db * db;
        products += octave * db;
        octave_squares += octave * octave;
        ++n;
    }
    figures->deviation_db = sqrt(share(squares, n));
    figures->tilt_db_per_octave = n > 1 ? products / octave_squares : 0.0;
}

/** Mean square of an octave, its level taken away. */
static double square_of(const TareFitGrid* grid, const double* db, double level_db,
                        TareFitOctave points, const TareFitRange* range)
{
    double sum = 0.0;
    unsigned n = 0;
    for (unsigned i = points.begin; i < points.end; ++i) {
        const bool counts = is_in(range, grid->freq_hz[i]);
        sum += counts ? (db[i] - level_db) * (db[i] - level_db) : 0.0;
        n += counts;
    }
    return share(sum, n);
}

/** By how much the worst octave is worse than it was; at least 0 dB. */
static double worse_by(const TareFitGrid* grid, const double* wished_db,
                       const double* difference_db, const TareFitRange* range)
{
    const double before_db = mean_of(grid, wished_db, level_range, *range);
    const double after_db = mean_of(grid, difference_db, level_range, *range);
    double worse_db = 0.0;
    for (unsigned octave = 0; octave < TARE_FIT_N_OCTAVES; ++octave) {
        const TareFitOctave points = tare_fit_octaves_of(grid, octave);
        const double before = square_of(grid, wished_db, before_db, points, range);
        const double after = square_of(grid, difference_db, after_db, points, range);
        worse_db = fmax(worse_db, sqrt(after) - sqrt(before));
    }
    return worse_db;
}

TareFitFigures tare_fit_figures_within(const TareCurve* wished, const TareBandSet* set,
                                       const TareFitRange* range)
{
    const double rate_hz = set->reference_rate_hz;
    TareFitGrid grid;
    TareFitFilter filters[TARE_MAX_BANDS];
    double wished_db[TARE_FIT_MAX_POINTS], level_db[TARE_FIT_MAX_POINTS];
    double difference_db[TARE_FIT_MAX_POINTS];
    TareFitFigures figures = {0};
    score_grid(&grid, rate_hz);
    tare_fit_response_db(&grid, filters, filters_of(set, filters), level_db);
    for (unsigned i = 0; i < grid.n; ++i) {
        wished_db[i] = tare_curve_level_db(wished, grid.freq_hz[i]);
        difference_db[i] = level_db[i] - wished_db[i];
    }
    sum_up(&grid, difference_db, range, &figures);
    find_spread(&grid, difference_db, range, &figures);
    figures.worse_db = worse_by(&grid, wished_db, difference_db, range);
    figures.level_db = -mean_of(&grid, difference_db, level_range, *range);
    figures.drop_db =
        fmax(0.0, tare_fit_highest_db(filters, set->n_bands, rate_hz, 10.0, 0.49 * rate_hz)) -
        mean_of(&grid, level_db, music_range, music_range);
    return figures;
}

TareFitFigures tare_fit_figures(const TareCurve* wished, const TareBandSet* set)
{
    const TareFitRange everywhere = tare_fit_measured_everywhere();
    return tare_fit_figures_within(wished, set, &everywhere);
}

void tare_fit_figures_lower_preamp(TareBandSet* set)
{
    static const double rates_hz[] = {44100.0, 48000.0, 96000.0, 192000.0};
    TareFitFilter filters[TARE_MAX_BANDS];
    const unsigned n = filters_of(set, filters);
    double highest_db = 0.0;
    for (unsigned i = 0; i < sizeof rates_hz / sizeof *rates_hz; ++i)
        highest_db = fmax(highest_db,
                          tare_fit_highest_db(filters, n, rates_hz[i], 5.0, 0.4999 * rates_hz[i]));
    tare_safe_preamp_lower(set, -ceil((highest_db - LEAST_DB) * 10.0) / 10.0);
}

bool tare_fit_figures_safe_preamp(TareBandSet* set)
{
    if (!tare_safe_preamp_set(set))
        return false;
    tare_fit_figures_lower_preamp(set);
    return true;
}
