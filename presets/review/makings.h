/* Dips and humps that somebody makes with a filter, in the words of faults: "I add a hump". */

#ifndef TARE_MAKINGS_H
#define TARE_MAKINGS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;

/** Whether what would be read as a fault may be what a filter makes; `word` gives the direction. */
bool tare_shape_may_be_made(const TareClause* clause, size_t word);

/** Whether a change or a shape is asked for, suggested, or was made to good effect, by words that
    stand apart from it: "a cut is needed at 8 kHz, 5 dB". */
bool tare_shape_is_asked_for(const TareClause* clause, size_t word);

#endif
