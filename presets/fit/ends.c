#include "fit/ends.h"

#include "band_set.h"
#include "curves/curve.h"
#include "fit/figures.h"
#include "fit/filters.h"
#include "fit/goal.h"
#include "fit/measured.h"
#include "fit/response.h"

#define FROM_HZ 20.0
#define TO_HZ 20000.0
#define BASS_TO_HZ 80.0
#define TREBLE_FROM_HZ 5000.0

enum { POINTS_PER_OCTAVE = 12, RATE_HZ = 48000 };

static void find_grid(TareFitGrid* grid)
{
    tare_fit_filters_grid(grid, RATE_HZ, FROM_HZ, TO_HZ, POINTS_PER_OCTAVE);
}

/** A sum and of how many. */
typedef struct {
    double sum_db;
    unsigned n;
} Sum;

static void add(Sum* sum, double level_db)
{
    sum->sum_db += level_db;
    ++sum->n;
}

static double mean_db(const Sum* sum)
{
    return sum->n ? sum->sum_db / sum->n : 0.0;
}

static TareFitEnds ends_of(const TareFitGrid* grid, const double* level_db)
{
    Sum bass = {0}, middle = {0}, treble = {0};
    for (unsigned i = 0; i < grid->n; ++i) {
        const double freq_hz = grid->freq_hz[i];
        if (freq_hz <= BASS_TO_HZ)
            add(&bass, level_db[i]);
        if (tare_fit_figures_is_level(freq_hz))
            add(&middle, level_db[i]);
        if (freq_hz >= TREBLE_FROM_HZ)
            add(&treble, level_db[i]);
    }
    return (TareFitEnds){mean_db(&bass) - mean_db(&middle), mean_db(&treble) - mean_db(&middle)};
}

TareFitEnds tare_fit_ends_of_bands(const TareBandSet* set)
{
    TareFitGrid grid;
    TareFitFilter filters[TARE_MAX_BANDS];
    double gain_db[TARE_FIT_MAX_POINTS];
    unsigned n = 0;
    find_grid(&grid);
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (set->bands[i].channel != TARE_CHANNEL_RIGHT)
            filters[n++] = tare_fit_filters_of_band(&set->bands[i]);
    tare_fit_response_db(&grid, filters, n, gain_db);
    return ends_of(&grid, gain_db);
}

bool tare_fit_ends_missing(TareFitEnds* missing, const TareCurve* response, const TareFitGoal* goal)
{
    TareFitGrid grid;
    TareCurve target;
    double lack_db[TARE_FIT_MAX_POINTS];
    const TareFitRange measured = tare_fit_measured_range(response);
    if (!tare_fit_goal_curve(&target, goal))
        return false;
    find_grid(&grid);
    for (unsigned i = 0; i < grid.n; ++i)
        lack_db[i] = tare_curve_level_db(&target, grid.freq_hz[i]) -
                     tare_curve_level_db(response, grid.freq_hz[i]);
    tare_curve_clear(&target);
    *missing = ends_of(&grid, lack_db);
    if (measured.from_hz > BASS_TO_HZ)
        missing->bass_db = 0.0;
    if (measured.to_hz < TO_HZ)
        missing->treble_db = 0.0;
    return true;
}
