/* How many bands a fit shall have. */

#ifndef TARE_FIT_COUNT_H
#define TARE_FIT_COUNT_H

#include <stdbool.h>

/** What nobody hears: one more band that gains less of the rms is not needed. */
#define TARE_FIT_UNHEARD_DB 0.05

typedef struct TareFitCount {
    unsigned n;           ///< of them, or at most so many with `is_fewest`
    bool is_fewest;       ///< as few as needed: one more would gain less than least_gain_db
    double least_gain_db; ///< such as TARE_FIT_UNHEARD_DB
} TareFitCount;

/** Reads "10", or "auto" for as few as needed; false when it is neither. */
bool tare_fit_count_parse(TareFitCount* count, const char* text);

#endif
