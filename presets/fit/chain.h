/* Filters in series, with what they cost: what a search moves, changes and compares. */

#ifndef TARE_FIT_CHAIN_H
#define TARE_FIT_CHAIN_H

#include "fit/filters.h"

typedef struct TareFitChain {
    TareFitFilter filters[TARE_MAX_BANDS];
    unsigned n;
    double loss; ///< as it was found last
} TareFitChain;

/** The same without one of its filters. */
TareFitChain tare_fit_chain_without(const TareFitChain* chain, unsigned index);

#endif
