/* Where another filter helps most. */

#ifndef TARE_FIT_CANDIDATES_H
#define TARE_FIT_CANDIDATES_H

#include <stdbool.h>

typedef struct TareFitChain TareFitChain;
typedef struct TareFitFilter TareFitFilter;
typedef struct TareFitProblem TareFitProblem;

/** Peaks of many frequencies and widths, with their responses. */
typedef struct TareFitCandidates TareFitCandidates;

/** Makes them for a problem's grid, weights and limits of peaks; NULL when memory is short. */
TareFitCandidates* tare_fit_candidates_new(const TareFitProblem* problem);
void tare_fit_candidates_free(TareFitCandidates* candidates);

/** The one that takes most away from a residual (matching pursuit: S. Mallat and Z. Zhang, 1993),
   with the gain for it. `rank` 0 is the best; higher ranks are the best ones that lie at least a
   third of an octave from all better ones. None lies within a sixth of an octave of a peak that
   `chain` has. False when nothing helps. */
bool tare_fit_candidates_best(const TareFitCandidates* candidates, const TareFitChain* chain,
                              const double* residual, unsigned rank, TareFitFilter* filter);

#endif
