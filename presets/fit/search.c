#include "fit/search.h"

#include "curves/curve.h"
#include "fit/candidates.h"
#include "fit/figures.h"

#include <math.h>
#include <stdlib.h>

/* The grids go beyond what is heard, with the wishes of the ends of hearing: filters that nothing
   holds below 20 Hz and above 20 kHz put their boosts there, and the preamp pays for it. */
#define HEARD_FROM_HZ 20.0
#define HEARD_TO_HZ 20000.0
#define LOWEST_HZ 8.0
#define HIGHEST_HZ 23000.0
#define HIGHEST_SHARE_OF_RATE 0.48

/* What a decibel is worth by frequency. Above 10 kHz a measurement is worth little, and so is what
   the ear makes of a narrow error. */
#define WEIGHT_BELOW 0.5
#define TOP_FROM_HZ 10000.0
#define WEIGHT_TOP 0.3 /* and beyond */

/* The costs of gain and level grow with the points that weigh against them. Places are searched
   with more of it: where gains are small, restarts find bands that leave each other alone. */
#define COARSE_POINTS_PER_OCTAVE 8.0
#define COARSE_GAIN_PENALTY_PER_POINT 0.00125
#define FINE_POINTS_PER_OCTAVE 16.0
#define FINE_GAIN_PENALTY_PER_POINT 0.0006
#define LEVEL_PENALTY_PER_POINT 0.003

/* Nobody sets more, unless it is wished. */
#define USUAL_MAX_GAIN_DB 12.0

static double weight_at(double freq_hz)
{
    return freq_hz < HEARD_FROM_HZ ? WEIGHT_BELOW : freq_hz <= TOP_FROM_HZ ? 1.0 : WEIGHT_TOP;
}

void tare_fit_search_weigh(TareFitField* field)
{
    for (unsigned i = 0; i < field->grid.n; ++i)
        field->problem.weight[i] = weight_at(field->grid.freq_hz[i]);
}

static void begin_field(TareFitField* field, double rate_hz, double points_per_octave,
                        double gain_penalty_per_point)
{
    TareFitProblem* const problem = &field->problem;
    unsigned n_level = 0;
    tare_fit_filters_grid(&field->grid, rate_hz, LOWEST_HZ,
                          fmin(HIGHEST_HZ, HIGHEST_SHARE_OF_RATE * rate_hz), points_per_octave);
    problem->grid = &field->grid;
    problem->gain_penalty = gain_penalty_per_point * points_per_octave;
    problem->level_penalty = LEVEL_PENALTY_PER_POINT * points_per_octave;
    for (unsigned i = 0; i < field->grid.n; ++i)
        n_level += tare_fit_figures_is_level(field->grid.freq_hz[i]);
    for (unsigned i = 0; i < field->grid.n; ++i)
        problem->level_share[i] =
            tare_fit_figures_is_level(field->grid.freq_hz[i]) ? 1.0 / n_level : 0.0;
    tare_fit_search_weigh(field);
}

bool tare_fit_search_begin(TareFitSearch* search, const TareFitOptions* options)
{
    search->options = options;
    begin_field(&search->coarse, options->rate_hz, COARSE_POINTS_PER_OCTAVE,
                COARSE_GAIN_PENALTY_PER_POINT);
    begin_field(&search->fine, options->rate_hz, FINE_POINTS_PER_OCTAVE,
                FINE_GAIN_PENALTY_PER_POINT);
    search->coarse.problem.peak = options->peak; /* candidates ask */
    search->work = tare_fit_polish_work_new();
    search->candidates = tare_fit_candidates_new(&search->coarse.problem);
    return search->work && search->candidates;
}

void tare_fit_search_end(TareFitSearch* search)
{
    tare_fit_polish_work_free(search->work);
    tare_fit_candidates_free(search->candidates);
}

/** Rounded far below what counts, so that the last bits of a logarithm change nothing. */
static double without_last_bits(double db)
{
    const double steps_per_db = 1048576.0;
    return floor(db * steps_per_db + 0.5) / steps_per_db;
}

/** Gain no further than a wish needs it, within what is allowed anyhow. */
static TareFitLimits narrowed(const TareFitLimits* limits, double max_gain_db)
{
    TareFitLimits l = *limits;
    l.min_gain_db = fmax(tare_fit_polish_min_gain_db(limits), -max_gain_db);
    l.max_gain_db = fmin(limits->max_gain_db, max_gain_db);
    return l;
}

static void set_limits(TareFitProblem* problem, const TareFitOptions* options, double most_db)
{
    const double max_gain_db = fmax(USUAL_MAX_GAIN_DB, ceil(most_db));
    problem->peak = narrowed(&options->peak, max_gain_db);
    problem->low_shelf = narrowed(&options->low_shelf, max_gain_db);
    problem->high_shelf = narrowed(&options->high_shelf, max_gain_db);
}

/** Sets what is wished, its level taken away. */
static void set_wished(TareFitField* field, const TareCurve* wished)
{
    TareFitProblem* const problem = &field->problem;
    double mean_db = 0.0;
    for (unsigned i = 0; i < field->grid.n; ++i) {
        const double freq_hz = fmin(fmax(field->grid.freq_hz[i], HEARD_FROM_HZ), HEARD_TO_HZ);
        problem->wished_db[i] = tare_curve_level_db(wished, freq_hz);
        mean_db += problem->level_share[i] * problem->wished_db[i];
    }
    for (unsigned i = 0; i < field->grid.n; ++i)
        problem->wished_db[i] = without_last_bits(problem->wished_db[i] - mean_db);
}

/** How far a wish goes from its level, in all that is heard. */
static double most_db(const TareCurve* wished)
{
    const double mean_db = tare_fit_figures_mean_db(wished);
    double most_db = 0.0;
    for (size_t i = 0; i < wished->n; ++i)
        if (wished->points[i].freq_hz >= HEARD_FROM_HZ && wished->points[i].freq_hz <= HEARD_TO_HZ)
            most_db = fmax(most_db, fabs(wished->points[i].level_db - mean_db));
    return without_last_bits(most_db);
}

void tare_fit_search_wish(TareFitSearch* search, const TareCurve* wished)
{
    TareFitField* const fields[] = {&search->coarse, &search->fine};
    for (unsigned i = 0; i < 2; ++i) {
        set_wished(fields[i], wished);
        set_limits(&fields[i]->problem, search->options, most_db(wished));
        tare_fit_search_weigh(fields[i]);
    }
}

void tare_fit_search_polish(TareFitSearch* search, const TareFitField* field, TareFitChain* chain,
                            TareFitPatience patience)
{
    chain->loss = tare_fit_polish(search->work, &field->problem, chain->filters, chain->n,
                                  tare_fit_polish_all_free, patience);
}

bool tare_fit_search_add(TareFitSearch* search, TareFitChain* chain, unsigned rank)
{
    double residual[TARE_FIT_MAX_POINTS];
    (void)tare_fit_polish_loss(&search->coarse.problem, chain->filters, chain->n, residual);
    if (!tare_fit_candidates_best(search->candidates, chain, residual, rank,
                                  &chain->filters[chain->n]))
        return false;
    chain->n++;
    return true;
}

/** A filter and the loss without it. */
typedef struct {
    double loss;
    unsigned index;
} Use;

static int compare_uses(const void* a, const void* b)
{
    const Use* x = a;
    const Use* y = b;
    if (x->loss != y->loss)
        return x->loss < y->loss ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

void tare_fit_search_order(const TareFitField* field, const TareFitChain* chain, unsigned* indices)
{
    Use uses[TARE_MAX_BANDS] = {{0}};
    double residual[TARE_FIT_MAX_POINTS];
    for (unsigned i = 0; i < chain->n; ++i) {
        const TareFitChain rest = tare_fit_filters_without(chain, i);
        uses[i] = (Use){tare_fit_polish_loss(&field->problem, rest.filters, rest.n, residual), i};
    }
    qsort(uses, chain->n, sizeof *uses, compare_uses);
    for (unsigned i = 0; i < chain->n; ++i)
        indices[i] = uses[i].index;
}
