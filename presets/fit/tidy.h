/* Makes a chain one that a person would sign, at the least cost. */

#ifndef TARE_FIT_TIDY_H
#define TARE_FIT_TIDY_H

typedef struct TareFitChain TareFitChain;
typedef struct TareFitSearch TareFitSearch;
typedef struct TareFitSteps TareFitSteps;

/** Brings a chain to its best values on the fine field, then holds twins apart, makes filters that
    undo each other reluctant, and gives weight to octaves that are worse than without, until there
    is nothing of this left once the values are rounded. Where that cannot be, one filter less is
    tried, and so on. The field keeps the weights. */
void tare_fit_tidy(TareFitSearch* search, const TareFitSteps* steps, TareFitChain* chain);

#endif
