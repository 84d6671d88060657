/* Directions and sizes of the fewest words, "up", "+3", which may be settings as well as faults. */

#ifndef TARE_WAYS_H
#define TARE_WAYS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;

/** Whether a direction is a mere "up" or "down" of which nothing tells that it is there: "my fix:
    5 kHz down 4 dB", "I run it with 5 kHz down 4 dB". */
bool tare_way_is_unproven(const TareClause* clause, size_t word);

/** Whether nothing shows that a gain without a unit is one of the response: most such are settings.
 */
bool tare_number_is_unproven(const TareClause* clause);

#endif
