/* Finding a headphone by what a person types. */

#ifndef TARE_SEARCH_H
#define TARE_SEARCH_H

#include "catalogue.h"

/** One model that fits a query. */
typedef struct {
    double score; ///< 1 for the very name, towards 0 the less it fits
    size_t n_corrections;
    const TareCorrection* corrections[16]; ///< those of this model, the default first
} TareMatch;

/** Finds up to `max` models, best first; ties in the order of names. Understands an exact name, a
    correction's id, and names with other case, blanks, hyphens, order of words, without the brand,
    or with a slip of the finger. Returns how many were found. */
size_t tare_search(const TareCatalogue* catalogue, const char* query, TareMatch* matches,
                   size_t max);

#endif
