/* How many bands a fit shall have. */

#ifndef TARE_FIT_COUNT_H
#define TARE_FIT_COUNT_H

#include <stdbool.h>

/** What nobody hears: bands that come so near to the rms of TARE_FIT_USUAL bands are enough. */
#define TARE_FIT_UNHEARD_DB 0.05

/** How many there are unless it is said otherwise. */
enum { TARE_FIT_USUAL = 10 };

typedef struct TareFitCount {
    unsigned n;       ///< of them, or at most so many with `is_fewest`
    bool is_fewest;   ///< as few as come that near to what `n` reach
    double within_db; ///< such as TARE_FIT_UNHEARD_DB
} TareFitCount;

/** Reads "10", or "auto" for as few as needed; false when it is neither. */
bool tare_fit_count_parse(TareFitCount* count, const char* text);

#endif
