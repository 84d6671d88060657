#include "fit/fit.h"

#include "base/exact.h"
#include "curves/curve.h"
#include "fit/candidates.h"
#include "fit/figures.h"
#include "tare/band_traits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The grid goes beyond what is heard, with the wishes of the ends of hearing: filters that nothing
   holds below 20 Hz and above 20 kHz put their boosts there, and the preamp pays for it. */
#define HEARD_FROM_HZ 20.0
#define HEARD_TO_HZ 20000.0
#define LOWEST_HZ 8.0
#define HIGHEST_HZ 23000.0
#define HIGHEST_SHARE_OF_RATE 0.48
#define POINTS_PER_OCTAVE 16.0

/* What a decibel is worth by frequency. Above 10 kHz a measurement is worth little, and so is what
   the ear makes of a narrow error. */
#define WEIGHT_BELOW 0.5
#define WEIGHT_TOP 0.25
#define WEIGHT_ABOVE 0.3
#define GAIN_PENALTY 0.004
#define LEVEL_PENALTY 0.05

static const TareFitPatience short_patience = {8, 3e-3};
static const TareFitPatience patience = {30, 1e-4};
static const TareFitPatience last_patience = {40, 1e-6};
static const TareFitPatience rounding_patience = {15, 1e-5};

/* A restart must gain so much of the loss to count. */
#define LEAST_RESTART_GAIN 1e-4

struct TareFitter {
    unsigned n_restarts, max_shelves;
    double steps[TARE_FIT_N_PARAMETERS]; ///< of frequency, gain and Q, in one unit; 0: of files
    TareFitGrid grid;
    TareFitProblem problem;
    TareFitWork* work;
    TareFitCandidates* candidates;
    double residual[TARE_FIT_MAX_POINTS];
};

/** Filters and how good they are. */
typedef struct {
    TareFitFilter filters[TARE_MAX_BANDS];
    unsigned n;
    double loss;
} Chain;

TareFitOptions tare_fit_default_options(void)
{
    return (TareFitOptions){.n_restarts = 8,
                            .rate_hz = 48000.0,
                            .peak = {20.0, 16000.0, 0.18, 6.0, 20.0, 0.0},
                            .low_shelf = {20.0, 10000.0, 0.3, 1.0, 20.0, 0.0},
                            .high_shelf = {20.0, 16000.0, 0.3, 1.0, 20.0, 0.0},
                            .max_shelves = 2};
}

static double weight_at(double freq_hz)
{
    return freq_hz < HEARD_FROM_HZ  ? WEIGHT_BELOW
           : freq_hz <= 10000.0     ? 1.0
           : freq_hz <= HEARD_TO_HZ ? WEIGHT_TOP
                                    : WEIGHT_ABOVE;
}

/** Rounded far below what counts, so that the last bits of a logarithm change nothing. */
static double without_last_bits(double db)
{
    const double steps_per_db = 1048576.0;
    return floor(db * steps_per_db + 0.5) / steps_per_db;
}

static void set_wished(TareFitter* fitter, const TareCurve* wished)
{
    const double mean_db = tare_fit_figures_mean_db(wished);
    for (unsigned i = 0; i < fitter->grid.n; ++i) {
        const double freq_hz = fmin(fmax(fitter->grid.freq_hz[i], HEARD_FROM_HZ), HEARD_TO_HZ);
        fitter->problem.wished_db[i] =
            without_last_bits(tare_curve_level_db(wished, freq_hz) - mean_db);
    }
}

static void set_problem(TareFitter* fitter, const TareFitOptions* options)
{
    TareFitProblem* const problem = &fitter->problem;
    tare_fit_filters_grid(&fitter->grid, options->rate_hz, LOWEST_HZ,
                          fmin(HIGHEST_HZ, HIGHEST_SHARE_OF_RATE * options->rate_hz),
                          POINTS_PER_OCTAVE);
    problem->grid = &fitter->grid;
    problem->gain_penalty = GAIN_PENALTY;
    problem->level_penalty = LEVEL_PENALTY;
    problem->peak = options->peak;
    problem->low_shelf = options->low_shelf;
    problem->high_shelf = options->high_shelf;
    for (unsigned i = 0; i < fitter->grid.n; ++i)
        problem->weight[i] = weight_at(fitter->grid.freq_hz[i]);
}

/** How many steps make one. */
static double steps_of(double step)
{
    return step > 0.0 ? 1.0 / step : 0.0;
}

TareFitter* tare_fitter_new(const TareFitOptions* options)
{
    TareFitter* const fitter = calloc(1, sizeof *fitter);
    if (!fitter)
        return NULL;
    fitter->n_restarts = options->n_restarts;
    fitter->max_shelves = options->max_shelves;
    fitter->steps[0] = steps_of(options->freq_step_hz);
    fitter->steps[1] = steps_of(options->gain_step_db);
    fitter->steps[2] = steps_of(options->q_step);
    set_problem(fitter, options);
    fitter->work = tare_fit_polish_work_new();
    fitter->candidates = tare_fit_candidates_new(&fitter->problem);
    if (fitter->work && fitter->candidates)
        return fitter;
    tare_fitter_free(fitter);
    return NULL;
}

void tare_fitter_free(TareFitter* fitter)
{
    if (!fitter)
        return;
    tare_fit_polish_work_free(fitter->work);
    tare_fit_candidates_free(fitter->candidates);
    free(fitter);
}

static void polish(TareFitter* fitter, Chain* chain, TareFitPatience how_long)
{
    chain->loss = tare_fit_polish(fitter->work, &fitter->problem, chain->filters, chain->n,
                                  tare_fit_polish_all_free, how_long);
}

/** Adds a peak where it helps most; false when none helps. */
static bool add_best(TareFitter* fitter, Chain* chain, unsigned rank)
{
    (void)tare_fit_polish_loss(&fitter->problem, chain->filters, chain->n, fitter->residual);
    if (!tare_fit_candidates_best(fitter->candidates, fitter->residual, rank,
                                  &chain->filters[chain->n]))
        return false;
    chain->n++;
    return true;
}

/** Begins with shelves at the ends, of which a chain of few filters may want none. */
static Chain begin(TareFitter* fitter, unsigned n_shelves)
{
    static const TareBand shelves[] = {{TARE_BAND_LOW_SHELF, 105.0, 0.0, 0.7, TARE_CHANNEL_BOTH},
                                       {TARE_BAND_HIGH_SHELF, 8000.0, 0.0, 0.7, TARE_CHANNEL_BOTH}};
    Chain chain = {.n = n_shelves};
    for (unsigned i = 0; i < n_shelves; ++i)
        chain.filters[i] = tare_fit_filters_of_band(&shelves[i]);
    polish(fitter, &chain, short_patience);
    return chain;
}

static Chain grow(TareFitter* fitter, unsigned n_shelves, unsigned n_filters)
{
    Chain chain = begin(fitter, n_shelves);
    while (chain.n < n_filters && add_best(fitter, &chain, 0))
        polish(fitter, &chain, chain.n < n_filters ? short_patience : patience);
    return chain;
}

/** The best of the ways to begin. */
static Chain grow_best(TareFitter* fitter, unsigned n_filters)
{
    enum { MANY = 6 }; /* so many filters want both shelves */
    const unsigned most = n_filters < fitter->max_shelves ? n_filters : fitter->max_shelves;
    Chain best = grow(fitter, most, n_filters);
    for (unsigned n = n_filters < MANY ? most : 0; n-- > 0;) {
        const Chain other = grow(fitter, n, n_filters);
        if (other.loss < best.loss)
            best = other;
    }
    return best;
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

static Chain without(const Chain* chain, unsigned index)
{
    Chain rest = *chain;
    rest.n--;
    memmove(rest.filters + index, rest.filters + index + 1,
            (rest.n - index) * sizeof *rest.filters);
    return rest;
}

/** All filters in the order of what they do, the one that does least first. */
static void find_uses(TareFitter* fitter, const Chain* chain, Use* uses)
{
    for (unsigned i = 0; i < chain->n; ++i) {
        const Chain rest = without(chain, i);
        uses[i] = (Use){
            tare_fit_polish_loss(&fitter->problem, rest.filters, rest.n, fitter->residual), i};
    }
    qsort(uses, chain->n, sizeof *uses, compare_uses);
}

/** Takes a peak out and puts one elsewhere: in turn those that do least, then again at the next
   best places. */
static Chain restart(TareFitter* fitter, const Chain* chain, unsigned round)
{
    Use uses[TARE_MAX_BANDS] = {{0}};
    find_uses(fitter, chain, uses);
    Chain other = without(chain, uses[round % chain->n].index);
    polish(fitter, &other, short_patience);
    if (add_best(fitter, &other, round / chain->n))
        polish(fitter, &other, patience);
    return other;
}

static Chain search(TareFitter* fitter, unsigned n_filters)
{
    Chain best = grow_best(fitter, n_filters);
    for (unsigned round = 0; round < fitter->n_restarts && best.n > 0; ++round) {
        const Chain other = restart(fitter, &best, round);
        if (other.n == best.n && other.loss < best.loss * (1.0 - LEAST_RESTART_GAIN))
            best = other;
    }
    polish(fitter, &best, last_patience);
    return best;
}

static double rounded(double value, double steps)
{
    return floor(value * steps + 0.5) / steps;
}

/** The nearest step within limits. */
static double rounded_within(double value, double steps, double min, double max)
{
    const double nearest = rounded(value, steps);
    return nearest < min   ? ceil(min * steps) / steps
           : nearest > max ? floor(max * steps) / steps
                           : nearest;
}

/** How many steps of a parameter make one: what files hold, unless coarser ones are asked for. */
static double steps_at(const TareFitter* fitter, unsigned parameter, double value)
{
    if (fitter->steps[parameter] > 0.0)
        return fitter->steps[parameter];
    return parameter > 0 ? 100.0 : value < 100.0 ? 10.0 : 1.0;
}

/** Rounds one parameter of all filters to its steps, within its limits. */
static void round_parameter(const TareFitter* fitter, Chain* chain, unsigned parameter)
{
    for (unsigned i = 0; i < chain->n; ++i) {
        TareFitFilter* const filter = &chain->filters[i];
        const TareFitLimits* const limits = tare_fit_polish_limits(&fitter->problem, filter->type);
        const TareBand band = tare_fit_filters_band(filter);
        const double freq_steps = steps_at(fitter, 0, band.freq_hz);
        if (parameter == 0)
            filter->ln_freq = tare_exact_log(
                rounded_within(band.freq_hz, freq_steps, limits->min_freq_hz, limits->max_freq_hz));
        if (parameter == 1)
            filter->gain_db =
                rounded_within(band.gain_db, steps_at(fitter, 1, band.gain_db),
                               tare_fit_polish_min_gain_db(limits), limits->max_gain_db);
        if (parameter == 2)
            filter->ln_q = tare_exact_log(
                rounded_within(band.q, steps_at(fitter, 2, band.q), limits->min_q, limits->max_q));
    }
}

/** Rounds all values, one kind after the other, and lets the others make up for it. */
static void round_chain(TareFitter* fitter, Chain* chain)
{
    static const struct {
        unsigned parameter;
        TareFitFreedom freedom; ///< of what comes after
    } rounds[] = {{0, {{false, true, true}}}, {2, {{false, true, false}}}, {1, {{0}}}};
    for (unsigned i = 0; i < sizeof rounds / sizeof *rounds; ++i) {
        round_parameter(fitter, chain, rounds[i].parameter);
        if (rounds[i].parameter != 1)
            chain->loss = tare_fit_polish(fitter->work, &fitter->problem, chain->filters, chain->n,
                                          rounds[i].freedom, rounding_patience);
    }
}

/** The bands of a rounded chain that do something, the one that does most first, with values free
    of the last bits. */
static void set_bands(TareFitter* fitter, const Chain* chain, TareBandSet* set)
{
    Use uses[TARE_MAX_BANDS] = {{0}};
    find_uses(fitter, chain, uses);
    for (unsigned i = 0; i < chain->n; ++i) {
        TareBand band = tare_fit_filters_band(&chain->filters[uses[chain->n - 1 - i].index]);
        band.freq_hz = rounded(band.freq_hz, 10.0);
        band.gain_db = rounded(band.gain_db, 100.0);
        band.q = rounded(band.q, 100.0);
        if (tare_band_is_active(&band))
            set->bands[set->n_bands++] = band;
    }
}

bool tare_fit(TareFitter* fitter, const TareCurve* wished, unsigned n_filters, TareBandSet* set)
{
    set_wished(fitter, wished);
    Chain chain = search(fitter, n_filters);
    round_chain(fitter, &chain);
    *set = (TareBandSet){.reference_rate_hz = fitter->grid.rate_hz};
    set_bands(fitter, &chain, set);
    return tare_fit_figures_safe_preamp(set);
}

bool tare_fit_fewest(TareFitter* fitter, const TareCurve* wished, unsigned max_filters,
                     double least_gain_db, TareBandSet* set)
{
    if (!tare_fit(fitter, wished, 1, set))
        return false;
    double rms_db = tare_fit_figures(wished, set).rms_db;
    for (unsigned n = 2; n <= max_filters; ++n) {
        TareBandSet more;
        if (!tare_fit(fitter, wished, n, &more))
            return false;
        const double more_rms_db = tare_fit_figures(wished, &more).rms_db;
        if (rms_db - more_rms_db < least_gain_db)
            break;
        *set = more;
        rms_db = more_rms_db;
    }
    return true;
}
