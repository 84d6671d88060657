/* Changes that a filter makes, or somebody with one, and not the headphone. */

#ifndef TARE_FILTER_DEEDS_H
#define TARE_FILTER_DEEDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;

/** Whether the change that `word` tells of may be a filter's, so that nothing can be made of it:
    "it dips 100 Hz by 3 dB with a Q of 0.7". */
bool tare_deed_may_be_of_filter(const TareClause* clause, size_t word);

/** Whether a pair goes on with what is done at the one before, of tokens up to `before_last`: "a
    notch at 8 kHz plus a reduction of 2 dB". */
bool tare_deed_goes_on(const TareClause* clause, size_t before_last);

#endif
