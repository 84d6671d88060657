#include "fit/growth.h"

#include "fit/octaves.h"
#include "fit/search.h"

#include <stdbool.h>

/* While there are many filters to come, or few; and of few at the end. */
static const TareFitPatience growing[] = {{4, 3e-3, TARE_FIT_POLISH_FROM_FAR},
                                          {8, 3e-3, TARE_FIT_POLISH_FROM_FAR}};
static const TareFitPatience grown = {30, 1e-4, TARE_FIT_POLISH_FROM_FAR};

/** Begins with shelves at the ends. */
static TareFitChain begin(TareFitSearch* search, bool has_low, bool has_high,
                          TareFitPatience patience)
{
    static const TareBand low = {TARE_BAND_LOW_SHELF, 105.0, 0.0, 0.7, TARE_CHANNEL_BOTH};
    static const TareBand high = {TARE_BAND_HIGH_SHELF, 8000.0, 0.0, 0.7, TARE_CHANNEL_BOTH};
    TareFitChain chain = {.n = 0};
    if (has_low)
        chain.filters[chain.n++] = tare_fit_filters_of_band(&low);
    if (has_high)
        chain.filters[chain.n++] = tare_fit_filters_of_band(&high);
    tare_fit_search_polish(search, &search->coarse, &chain, patience);
    return chain;
}

static TareFitChain grow(TareFitSearch* search, bool has_low, bool has_high, unsigned n_filters)
{
    const bool is_few = TARE_FIT_IS_FEW(n_filters);
    TareFitChain chain = begin(search, has_low, has_high, growing[is_few]);
    while (chain.n < n_filters && tare_fit_search_add(search, &chain, 0))
        tare_fit_search_polish(search, &search->coarse, &chain,
                               chain.n < n_filters || !is_few ? growing[is_few] : grown);
    return chain;
}

TareFitChain tare_fit_growth(TareFitSearch* search, unsigned n_filters)
{
    /* a chain of few filters may want none of the shelves, or one; the wish says which */
    enum { LOW = 1, HIGH = 2 };
    const unsigned max_shelves = search->options->max_shelves;
    const unsigned most = max_shelves >= 2 ? LOW | HIGH : max_shelves == 1 ? LOW : 0;
    if (!TARE_FIT_IS_FEW(n_filters))
        return grow(search, most & LOW, most & HIGH, n_filters);
    TareFitChain best = {.n = 0};
    double best_price = 0.0;
    for (unsigned shelves = 0; shelves <= most; ++shelves) {
        const bool has_low = shelves & LOW, has_high = shelves & HIGH;
        if ((unsigned)has_low + has_high > n_filters)
            continue;
        const TareFitChain chain = grow(search, has_low, has_high, n_filters);
        const double price = chain.loss * tare_fit_octaves_price(&search->coarse.problem, &chain);
        if (shelves == 0 || price < best_price) {
            best = chain;
            best_price = price;
        }
    }
    return best;
}
