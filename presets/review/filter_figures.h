/* Signed figures of which what stands around them tells that they are a filter's, or a fault's. */

#ifndef TARE_FILTER_FIGURES_H
#define TARE_FILTER_FIGURES_H

#include <stdbool.h>

typedef struct TareClause TareClause;

/** Whether a signed gain is that of a filter: told in brackets as filters are, "(8 kHz, -9 dB, Q
    4)", or behind what it does, "solved by +6 dB at 90 Hz". */
bool tare_figures_are_of_filter(const TareClause* clause);

/** Whether a noun of fault before a signed gain has its direction: "a peak at 6 kHz (+5 dB, Q 3)".
 */
bool tare_figures_are_of_fault(const TareClause* clause);

/** Whether a signed gain may be a filter's, so that nothing can be made of it: "the peak is taken
    out (6 kHz, -5 dB)". */
bool tare_figures_may_be_of_filter(const TareClause* clause);

#endif
