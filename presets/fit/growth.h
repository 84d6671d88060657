/* Where a search begins: one filter after the other, each where it helps most. */

#ifndef TARE_FIT_GROWTH_H
#define TARE_FIT_GROWTH_H

typedef struct TareFitChain TareFitChain;
typedef struct TareFitSearch TareFitSearch;

/** Grows a chain of so many filters, or as many as help. */
TareFitChain tare_fit_growth(TareFitSearch* search, unsigned n_filters);

/** Whether there are so few filters that each place counts, and time does not. */
#define TARE_FIT_IS_FEW(n_filters) ((n_filters) < 6)

#endif
