/* The search where filters can lift little, so that several together have to, or all the others to
   cut; and where there are no shelves, so that peaks have to do what these would. */

#ifndef TARE_FIT_TIGHT_H
#define TARE_FIT_TIGHT_H

#include <stdbool.h>

typedef struct TareFitChain TareFitChain;
typedef struct TareFitOptions TareFitOptions;
typedef struct TareFitSearch TareFitSearch;
typedef struct TareFitSteps TareFitSteps;

/** Whether an equaliser can do so little that this search is worth its time. */
bool tare_fit_tight_is(const TareFitOptions* options);

/** How many starts there are to try. */
enum { TARE_FIT_TIGHT_N_STARTS = 3 };

/** Looks for a better chain by many throws of dice, the same in each run, and rounds its values.
    The first two starts begin with the chain that is given, the last one with a fit of `n_filters`
    that could lift more, its limits drawn in by and by. Filters may stand at one place. The search
    has its wish, and keeps it. */
void tare_fit_tight(TareFitSearch* search, const TareFitSteps* steps, unsigned start,
                    unsigned n_filters, TareFitChain* chain);

#endif
