#include "fit/approach.h"

#include "fit/eq_limits.h"
#include "fit/response.h"

#include <math.h>
#include <stddef.h>

/* So that the last of 401 points from 20 Hz on is 20 kHz. */
#define POINTS_PER_OCTAVE 40.13734

/* Less than this is left as it is: bands that already mean this rate keep their numbers. */
#define CLOSE_ENOUGH_DB 0.002

/* From which error on a peak more is worth its while, how many there may be, and as what they
 * begin.
 */
#define HELPED_DB 0.02
#define HELPER_Q 2.0
enum { MAX_HELPERS = 6 };

void tare_fit_approach_begin(TareFitApproach* approach, double rate_hz)
{
    tare_fit_filters_grid(&approach->grid, rate_hz, 20.0, fmin(20000.0, 0.47 * rate_hz),
                          POINTS_PER_OCTAVE);
    approach->problem.grid = &approach->grid;
    approach->problem.gain_penalty = 0.0;
    approach->problem.level_penalty = 0.0;
    for (unsigned i = 0; i < approach->grid.n; ++i) {
        approach->problem.wished_db[i] = 0.0;
        approach->problem.weight[i] = 1.0;
        approach->problem.level_share[i] = 0.0; /* the preamp is given */
    }
    approach->n_filters = 0;
    approach->max_filters = TARE_MAX_BANDS;
}

unsigned tare_fit_approach_farthest(const TareFitGrid* grid, const double* a_db, const double* b_db)
{
    unsigned at = 0;
    for (unsigned i = 1; i < grid->n; ++i)
        if (fabs(a_db[i] - b_db[i]) > fabs(a_db[at] - b_db[at]))
            at = i;
    return at;
}

double tare_fit_approach_error(TareFitApproach* approach, unsigned* at)
{
    tare_fit_response_db(&approach->grid, approach->filters, approach->n_filters,
                         approach->gain_db);
    *at =
        tare_fit_approach_farthest(&approach->grid, approach->gain_db, approach->problem.wished_db);
    return approach->problem.wished_db[*at] - approach->gain_db[*at];
}

/** A peak that is to help, as it begins. */
static TareFitFilter helper(const TareFitLimits* limits, double freq_hz, double gain_db)
{
    const TareBand band = {TARE_BAND_PEAK,
                           fmin(fmax(freq_hz, limits->min_freq_hz), limits->max_freq_hz),
                           fmin(gain_db, limits->max_gain_db),
                           fmin(fmax(HELPER_Q, limits->min_q), limits->max_q), TARE_CHANNEL_BOTH};
    return tare_fit_filters_of_band(&band);
}

/** Goes downhill, with one helper after the other; returns what is left at worst. */
static double go(TareFitApproach* approach, TareFitWork* memory, double first_damping)
{
    const TareFitPatience patience = {200, 1e-6, first_damping};
    for (unsigned i = 0;; ++i) {
        unsigned at = 0;
        if (approach->n_filters > 0)
            tare_fit_polish(memory, &approach->problem, approach->filters, approach->n_filters,
                            tare_fit_polish_all_free, patience);
        const double error_db = tare_fit_approach_error(approach, &at);
        if (fabs(error_db) <= HELPED_DB || i == MAX_HELPERS ||
            approach->n_filters == approach->max_filters)
            return fabs(error_db);
        approach->filters[approach->n_filters++] =
            helper(&approach->problem.peak, approach->grid.freq_hz[at], error_db);
    }
}

/** The better one of the two ways down: long steps are as often wrong as they are right. */
static void go_either_way(TareFitApproach* approach, TareFitWork* memory)
{
    const TareFitApproach begin = *approach;
    const double near_db = go(approach, memory, TARE_FIT_POLISH_FROM_NEAR);
    if (near_db <= HELPED_DB)
        return;
    const TareFitApproach near = *approach;
    *approach = begin;
    if (go(approach, memory, TARE_FIT_POLISH_FROM_FAR) >= near_db)
        *approach = near;
}

bool tare_fit_approach(TareFitApproach* approach)
{
    unsigned at = 0;
    if (fabs(tare_fit_approach_error(approach, &at)) <= CLOSE_ENOUGH_DB)
        return true;
    TareFitWork* const memory = tare_fit_polish_work_new();
    if (memory)
        go_either_way(approach, memory);
    tare_fit_polish_work_free(memory);
    return memory != NULL;
}

TareFitLimits tare_fit_approach_limits(const TareEqLimits* limits, double rate_hz, bool is_shelf)
{
    TareBand least = {is_shelf ? TARE_BAND_LOW_SHELF : TARE_BAND_PEAK, 0.0, 0.0, 0.0,
                      TARE_CHANNEL_BOTH};
    TareBand most = least;
    most.freq_hz = most.gain_db = most.q = 1e9;
    least.gain_db = -1e9;
    least = tare_eq_limits_nearest(limits, &least);
    most = tare_eq_limits_nearest(limits, &most);
    return (TareFitLimits){least.freq_hz, fmin(most.freq_hz, 0.49 * rate_hz),
                           least.q,       most.q,
                           most.gain_db,  least.gain_db};
}
