#include "fit/restarts.h"

#include "fit/clashes.h"
#include "fit/growth.h"
#include "fit/octaves.h"
#include "fit/search.h"

#include <stdbool.h>

/* A restart must gain so much of the loss to count; one that is so much worse after its first steps
   is given up. */
#define LEAST_GAIN 1e-4
#define PROMISING 1.3

/* So often twins, if there are any, are what is taken apart. */
enum { N_FOR_TWINS = 3 };

/** How long to go on after a filter was taken out, after one came in its place, and once that has
    proved to be promising. */
typedef struct {
    TareFitPatience settling, trying, promising;
} Pace;

/* of many filters, of few */
static const Pace paces[] = {{{3, 1e-2, TARE_FIT_POLISH_FROM_FAR},
                              {4, 1e-2, TARE_FIT_POLISH_FROM_FAR},
                              {4, 1e-2, TARE_FIT_POLISH_FROM_FAR}},
                             {{8, 3e-3, TARE_FIT_POLISH_FROM_FAR},
                              {8, 3e-3, TARE_FIT_POLISH_FROM_FAR},
                              {22, 1e-4, TARE_FIT_POLISH_FROM_FAR}}};

static double price_of(const TareFitSearch* search, const TareFitChain* chain, bool may_stack)
{
    return may_stack ? chain->loss
                     : chain->loss * tare_fit_clashes_price(&search->coarse.grid, chain) *
                           tare_fit_octaves_price(&search->coarse.problem, chain);
}

/** A chain to do better than. */
typedef struct {
    TareFitChain* chain;
    double price;
    bool may_stack;
    unsigned order[TARE_MAX_BANDS]; ///< of its filters, the one that does least first
} Best;

static void take(const TareFitSearch* search, Best* best, const TareFitChain* chain)
{
    *best->chain = *chain;
    best->price = price_of(search, chain, best->may_stack);
    tare_fit_search_order(&search->coarse, chain, best->order);
}

/** Which filter goes in a round. */
static unsigned victim_of(const Best* best, unsigned round)
{
    TareFitPair twins;
    const bool are_twins =
        !best->may_stack && round < N_FOR_TWINS && tare_fit_clashes_twins(best->chain, &twins);
    return are_twins ? twins.second : best->order[round % best->chain->n];
}

static TareFitChain restart(TareFitSearch* search, const Best* best, unsigned round)
{
    const Pace* const pace = &paces[TARE_FIT_IS_FEW(best->chain->n)];
    TareFitChain other = tare_fit_filters_without(best->chain, victim_of(best, round));
    tare_fit_search_polish(search, &search->coarse, &other, pace->settling);
    if (!tare_fit_search_add(search, &other, round / best->chain->n))
        return other;
    tare_fit_search_polish(search, &search->coarse, &other, pace->trying);
    if (other.loss < PROMISING * best->chain->loss)
        tare_fit_search_polish(search, &search->coarse, &other, pace->promising);
    return other;
}

void tare_fit_restarts(TareFitSearch* search, TareFitChain* chain, unsigned n_restarts,
                       bool may_stack)
{
    const TareFitChain first = *chain;
    Best best = {.chain = chain, .may_stack = may_stack};
    take(search, &best, &first);
    for (unsigned round = 0; round < n_restarts && chain->n > 0; ++round) {
        const TareFitChain other = restart(search, &best, round);
        const double enough = best.price * (1.0 - LEAST_GAIN);
        if (other.n == chain->n && other.loss < enough &&
            price_of(search, &other, may_stack) < enough)
            take(search, &best, &other);
    }
}
