#include "fit/tight.h"

#include "base/dice.h"
#include "base/exact.h"
#include "fit/growth.h"
#include "fit/octaves.h"
#include "fit/restarts.h"
#include "fit/search.h"
#include "fit/steps.h"

#include <math.h>

/* Of devices and programs with limits; a fit without any has more. */
#define TIGHT_GAIN_DB 16.0

/* Of the usual costs of gain and level: large cuts and a low level may be the only way. */
#define CHEAPER 0.1

/* Where limits are drawn in from, and by which share at a time. */
#define LOOSE_GAIN_DB 12.0
#define CLOSER 0.85

enum { N_THROWS = 300, MAX_MOVED = 3 };

/* Narrower ones begin wider, and find how narrow. */
#define MOST_THROWN_Q 4.0

/* One that is so much worse after its first steps is given up. */
#define PROMISING 1.5

static const TareFitPatience trying = {6, 1e-2, TARE_FIT_POLISH_FROM_FAR};
static const TareFitPatience promising = {25, 1e-3, TARE_FIT_POLISH_FROM_FAR};
static const TareFitPatience last = {100, 1e-5, TARE_FIT_POLISH_FROM_NEAR};

bool tare_fit_tight_is(const TareFitOptions* options)
{
    return options->peak.max_gain_db <= TIGHT_GAIN_DB || options->max_shelves == 0;
}

/** A number between two, each as likely. */
static double between(TareDice* dice, double least, double most)
{
    return least + (most - least) * tare_dice_below(dice, 1u << 16) / (1u << 16);
}

/** Puts a filter anywhere. */
static void throw_filter(TareDice* dice, const TareFitLimits* limits, TareFitFilter* filter)
{
    filter->ln_freq =
        between(dice, tare_exact_log(limits->min_freq_hz), tare_exact_log(limits->max_freq_hz));
    filter->ln_q = between(dice, tare_exact_log(limits->min_q),
                           tare_exact_log(fmin(limits->max_q, MOST_THROWN_Q)));
    filter->gain_db = between(dice, -limits->max_gain_db, limits->max_gain_db);
}

/** Throws some filters elsewhere and goes downhill. */
static TareFitChain thrown(TareFitSearch* search, TareDice* dice, const TareFitChain* best)
{
    const TareFitProblem* const problem = &search->coarse.problem;
    TareFitChain other = *best;
    const unsigned n_moved = 1 + tare_dice_below(dice, MAX_MOVED);
    for (unsigned i = 0; i < n_moved; ++i) {
        TareFitFilter* const filter = &other.filters[tare_dice_below(dice, other.n)];
        throw_filter(dice, tare_fit_polish_limits(problem, filter->type), filter);
    }
    tare_fit_search_polish(search, &search->coarse, &other, trying);
    if (other.loss < PROMISING * best->loss)
        tare_fit_search_polish(search, &search->coarse, &other, promising);
    return other;
}

static void make_cheaper(TareFitField* field)
{
    field->problem.gain_penalty *= CHEAPER;
    field->problem.level_penalty *= CHEAPER;
}

/** Lets peaks lift so much and no more. */
static void set_most(TareFitSearch* search, TareFitChain* chain, double most_db)
{
    search->coarse.problem.peak.max_gain_db = most_db;
    for (unsigned i = 0; i < chain->n; ++i)
        if (chain->filters[i].type == TARE_BAND_PEAK)
            chain->filters[i].gain_db = fmin(chain->filters[i].gain_db, most_db);
}

/** Fits with more than the limits allow, and draws them in by and by. */
static TareFitChain drawn_in(TareFitSearch* search, unsigned n_filters)
{
    const double wanted_db = search->coarse.problem.peak.max_gain_db;
    search->coarse.problem.peak.max_gain_db = LOOSE_GAIN_DB;
    TareFitChain chain = tare_fit_growth(search, n_filters);
    tare_fit_restarts(search, &chain, search->options->n_restarts, true);
    for (double most_db = CLOSER * LOOSE_GAIN_DB; most_db > wanted_db; most_db *= CLOSER) {
        set_most(search, &chain, most_db);
        tare_fit_search_polish(search, &search->coarse, &chain, promising);
    }
    set_most(search, &chain, wanted_db);
    return chain;
}

/** What a chain costs; dearer where it makes an octave worse. */
static double price_of(const TareFitProblem* problem, const TareFitChain* chain)
{
    return chain->loss * tare_fit_octaves_price(problem, chain);
}

/** Goes from valley to valley, always to a better one. */
static void wander(TareFitSearch* search, TareDice* dice, TareFitChain* chain)
{
    const TareFitProblem* const problem = &search->coarse.problem;
    tare_fit_search_polish(search, &search->coarse, chain, promising);
    double price = price_of(problem, chain);
    for (unsigned i = 0; i < N_THROWS && chain->n > 0; ++i) {
        const TareFitChain other = thrown(search, dice, chain);
        const double other_price = price_of(problem, &other);
        if (other_price < price) {
            *chain = other;
            price = other_price;
        }
    }
}

void tare_fit_tight(TareFitSearch* search, const TareFitSteps* steps, unsigned start,
                    unsigned n_filters, TareFitChain* chain)
{
    const TareFitField coarse = search->coarse, fine = search->fine;
    TareDice dice = tare_dice(start);
    tare_fit_search_weigh(&search->fine); /* a tidied chain may have left other weights */
    if (start > 0) {
        make_cheaper(&search->coarse);
        make_cheaper(&search->fine);
    }
    if (start + 1 == TARE_FIT_TIGHT_N_STARTS)
        *chain = drawn_in(search, n_filters);
    wander(search, &dice, chain);
    tare_fit_search_polish(search, &search->fine, chain, last);
    tare_fit_steps_round(search, steps, chain);
    search->coarse = coarse;
    search->fine = fine;
}
