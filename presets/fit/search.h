/* What all parts of the search for a chain of filters work on: the wish on two grids. Places are
   found on the coarse one, where a step costs half as much; values on the fine one. */

#ifndef TARE_FIT_SEARCH_H
#define TARE_FIT_SEARCH_H

#include "fit/polish.h"

#include <stdbool.h>

typedef struct TareCurve TareCurve;
typedef struct TareFitCandidates TareFitCandidates;

/** A wish on a grid. */
typedef struct TareFitField {
    TareFitGrid grid;
    TareFitProblem problem; ///< of this grid
} TareFitField;

typedef struct TareFitSearch {
    const TareFitOptions* options;
    TareFitField coarse, fine;
    TareFitWork* work;
    TareFitCandidates* candidates; ///< of the coarse field
} TareFitSearch;

/** Prepares both fields; `options` must stay. To be ended in any case. False when memory is short.
 */
bool tare_fit_search_begin(TareFitSearch* search, const TareFitOptions* options);
void tare_fit_search_end(TareFitSearch* search);

/** Takes over a wish, with the limits of gain that it needs. */
void tare_fit_search_wish(TareFitSearch* search, const TareCurve* wished);

/** Gives the points of a field their usual weights. */
void tare_fit_search_weigh(TareFitField* field);

/** Moves a chain downhill on a field. */
void tare_fit_search_polish(TareFitSearch* search, const TareFitField* field, TareFitChain* chain,
                            TareFitPatience patience);

/** Adds a peak where it helps most, of the rank that tare_fit_candidates_best() means; false when
    none helps. */
bool tare_fit_search_add(TareFitSearch* search, TareFitChain* chain, unsigned rank);

/** The indices of all filters in the order of what they do on a field, the one that does least
    first. */
void tare_fit_search_order(const TareFitField* field, const TareFitChain* chain, unsigned* indices);

#endif
