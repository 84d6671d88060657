/* A gain and the frequency that it is said of. */

#ifndef TARE_PAIR_H
#define TARE_PAIR_H

#include <stdbool.h>
#include <stddef.h>

/** Indices of tokens. */
typedef struct TarePair {
    size_t gain, freq;
    size_t q; ///< 0 when none is stated: a sentence never begins with a Q that belongs to a pair
    bool is_in_order; ///< paired by "respectively": what is said of it stands beside the frequency
} TarePair;

#endif
