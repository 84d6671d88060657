#include "fit/clashes.h"

#include "base/exact.h"
#include "fit/filters.h"
#include "fit/response.h"

#include <math.h>

/* A twelfth of an octave, and what rounding may take of it */
#define TWINS_OCTAVES (1.0 / 11.5)

#define TWINS_PRICE 1.15
#define PRICED_FROM_DB 5.5
#define PRICE_PER_DB 0.3

bool tare_fit_clashes_twins(const TareFitChain* chain, TareFitPair* twins)
{
    for (unsigned i = 0; i < chain->n; ++i)
        for (unsigned k = 0; k < i; ++k) {
            const TareFitFilter* const a = &chain->filters[i];
            const TareFitFilter* const b = &chain->filters[k];
            if (fabs(a->ln_freq - b->ln_freq) >= TWINS_OCTAVES * TARE_EXACT_LN2)
                continue;
            const bool is_weaker = fabs(a->gain_db) < fabs(b->gain_db);
            *twins = is_weaker ? (TareFitPair){k, i} : (TareFitPair){i, k};
            return true;
        }
    return false;
}

static double undone_by_pair_db(const TareFitGrid* grid, const TareFitFilter* a,
                                const TareFitFilter* b)
{
    double a_db[TARE_FIT_MAX_POINTS], b_db[TARE_FIT_MAX_POINTS];
    double undone_db = 0.0;
    tare_fit_response_db(grid, a, 1, a_db);
    tare_fit_response_db(grid, b, 1, b_db);
    for (unsigned i = 0; i < grid->n; ++i)
        if (a_db[i] * b_db[i] < 0.0)
            undone_db = fmax(undone_db, fmin(fabs(a_db[i]), fabs(b_db[i])));
    return undone_db;
}

double tare_fit_clashes_undone_db(const TareFitGrid* grid, const TareFitChain* chain,
                                  double least_db, TareFitPair* worst)
{
    double worst_db = 0.0;
    for (unsigned i = 0; i < chain->n; ++i)
        for (unsigned k = 0; k < i; ++k) {
            const TareFitFilter* const a = &chain->filters[i];
            const TareFitFilter* const b = &chain->filters[k];
            /* no response is much larger than its gain */
            const double most_db = fmin(fabs(a->gain_db), fabs(b->gain_db));
            if (a->gain_db * b->gain_db >= 0.0 || most_db <= fmax(least_db, worst_db))
                continue;
            const double undone_db = undone_by_pair_db(grid, a, b);
            if (undone_db > fmax(least_db, worst_db)) {
                worst_db = undone_db;
                *worst = (TareFitPair){k, i};
            }
        }
    return worst_db;
}

double tare_fit_clashes_price(const TareFitGrid* grid, const TareFitChain* chain)
{
    TareFitPair pair;
    const double undone_db = tare_fit_clashes_undone_db(grid, chain, PRICED_FROM_DB, &pair);
    const double undone_price = 1.0 + PRICE_PER_DB * fmax(0.0, undone_db - PRICED_FROM_DB);
    return tare_fit_clashes_twins(chain, &pair) ? TWINS_PRICE * undone_price : undone_price;
}
