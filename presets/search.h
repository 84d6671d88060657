/* Finding a headphone by what a person types. */

#ifndef TARE_SEARCH_H
#define TARE_SEARCH_H

#include "models.h"
#include "query.h"

enum { TARE_MATCH_MAX_CORRECTIONS = 16 };

/** One model that fits a query. */
typedef struct {
    double score; ///< 1 for the very name, towards 0 the less it fits
    const TareModel* model;
    size_t n_corrections;
    const TareCorrection* corrections[TARE_MATCH_MAX_CORRECTIONS]; ///< those of this model, the
                                                                   ///< default first
} TareMatch;

/** Finds up to `max` models, best first; ties in the order of names. Understands an exact name, a
    correction's id (which then comes first in its model), names with other case, accents, blanks,
    hyphens, order of words, without the brand or the variant, or with a slip of the finger, and
    other names by `aliases` (NULL: none); "+" counts. What fits less than half as well as the best
    is left out. Returns how many were found; 0 also when memory is short. */
size_t tare_search(const TareCatalogue* catalogue, const TareAliases* aliases, const char* query,
                   TareMatch* matches, size_t max);

/** The same for many queries, with models gathered once. */
size_t tare_search_models(const TareModels* models, const TareAliases* aliases, const char* query,
                          TareMatch* matches, size_t max);

#endif
