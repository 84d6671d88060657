/* Ways out of the valley in which a search has ended. */

#ifndef TARE_FIT_RESTARTS_H
#define TARE_FIT_RESTARTS_H

#include <stdbool.h>

typedef struct TareFitChain TareFitChain;
typedef struct TareFitSearch TareFitSearch;

/** Takes a filter out and puts a peak elsewhere, in turn those that do least, then again at the
    next best places; keeps what is better. With `may_stack` filters at one place are as good as
   any: where each can do little, only several together reach what is wished. */
void tare_fit_restarts(TareFitSearch* search, TareFitChain* chain, unsigned n_restarts,
                       bool may_stack);

#endif
