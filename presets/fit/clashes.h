/* What nobody would sign: two bands at one place, and bands that undo each other. */

#ifndef TARE_FIT_CLASHES_H
#define TARE_FIT_CLASHES_H

#include <stdbool.h>

typedef struct TareFitChain TareFitChain;
typedef struct TareFitGrid TareFitGrid;

/** Filters of a chain that clash. */
typedef struct TareFitPair {
    unsigned first, second;
} TareFitPair;

/** Whether two peaks stand within a twelfth of an octave; which, the weaker one second. */
bool tare_fit_clashes_twins(const TareFitChain* chain, TareFitPair* twins);

/** By how much two filters of opposite sign undo each other where they do most: at each point the
    smaller of both responses. Finds the worst pair that undoes more than `least_db`; 0 dB when
   there is none. */
double tare_fit_clashes_undone_db(const TareFitGrid* grid, const TareFitChain* chain,
                                  double least_db, TareFitPair* worst);

/** How many times its loss a chain costs for its clashes, at least 1. */
double tare_fit_clashes_price(const TareFitGrid* grid, const TareFitChain* chain);

#endif
