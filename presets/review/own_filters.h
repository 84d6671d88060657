/* Whether a gain is that of an equaliser, or of somebody who set it. */

#ifndef TARE_OWN_FILTERS_H
#define TARE_OWN_FILTERS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;

/** Whether a change is made by an equaliser that is named behind it: "a 6 dB cut at 5 kHz with
    parametric EQ". `word` gives its direction. */
bool tare_filter_is_of_equaliser(const TareClause* clause, size_t word);

/** Whether somebody set it: "I gave 3 kHz a 3 dB bump in the EQ", "I use a notch at 5.6 kHz, 6 dB
    deep, Q 4". */
bool tare_filter_is_own(const TareClause* clause, size_t word);

#endif
