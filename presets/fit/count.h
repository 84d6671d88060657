/* How many bands a fit may have. */

#ifndef TARE_FIT_COUNT_H
#define TARE_FIT_COUNT_H

#include <stdbool.h>

/** How many bands are wanted. */
typedef struct TareFitCount {
    unsigned n;           ///< of them, or at most so many with `is_fewest`
    bool is_fewest;       ///< as few as needed: one more would gain less than least_gain_db
    double least_gain_db; ///< 0.05 is about what nobody hears
} TareFitCount;

#endif
