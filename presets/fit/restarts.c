#include "fit/restarts.h"

#include "fit/clashes.h"
#include "fit/growth.h"
#include "fit/search.h"

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
static const Pace paces[] = {
    {{3, 1e-2, TARE_FIT_POLISH_FROM_FAR}, {4, 1e-2, TARE_FIT_POLISH_FROM_FAR}, {4, 1e-2, TARE_FIT_POLISH_FROM_FAR}},
    {{8, 3e-3, TARE_FIT_POLISH_FROM_FAR}, {8, 3e-3, TARE_FIT_POLISH_FROM_FAR}, {22, 1e-4, TARE_FIT_POLISH_FROM_FAR}}};

static double price_of(const TareFitSearch* search, const TareFitChain* chain)
{
    return chain->loss * tare_fit_clashes_price(&search->coarse.grid, chain) * tare_fit_octaves_price(&search->coarse, chain);
}

/** Which filter goes in a round. */
static unsigned victim_of(const TareFitSearch* search, const TareFitChain* chain, unsigned round)
{
    unsigned order[TARE_MAX_BANDS];
    TareFitPair twins;
    if (round < N_FOR_TWINS && tare_fit_clashes_twins(chain, &twins))
        return twins.second;
    tare_fit_search_order(&search->coarse, chain, order);
    return order[round % chain->n];
}

static TareFitChain restart(TareFitSearch* search, const TareFitChain* chain, unsigned round)
{
    const Pace* const pace = &paces[TARE_FIT_IS_FEW(chain->n)];
    TareFitChain other = tare_fit_chain_without(chain, victim_of(search, chain, round));
    tare_fit_search_polish(search, &search->coarse, &other, pace->settling);
    if (!tare_fit_search_add(search, &other, round / chain->n))
        return other;
    tare_fit_search_polish(search, &search->coarse, &other, pace->trying);
    if (other.loss < PROMISING * chain->loss)
        tare_fit_search_polish(search, &search->coarse, &other, pace->promising);
    return other;
}

void tare_fit_restarts(TareFitSearch* search, TareFitChain* chain, unsigned n_restarts)
{
    double price = price_of(search, chain);
    for (unsigned round = 0; round < n_restarts && chain->n > 0; ++round) {
        const TareFitChain other = restart(search, chain, round);
        if (other.n != chain->n || !(other.loss < price))
            continue;
        const double other_price = price_of(search, &other);
        if (other_price < price * (1.0 - LEAST_GAIN)) {
            *chain = other;
            price = other_price;
        }
    }
}
