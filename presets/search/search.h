/* Finding a headphone by what a person types. */

#ifndef TARE_SEARCH_H
#define TARE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

typedef struct TareAliases TareAliases;

typedef struct TareQuery TareQuery;

typedef struct TareModel TareModel;
typedef struct TareModels TareModels;

/** One model that fits a query. */
typedef struct TareSearchMatch {
    double score; ///< 1 for the very name, towards 0 the less it fits
    const TareModel* model;
    size_t n_common_pairs; ///< tells those apart that fit as well by more than likeness
} TareSearchMatch;

/** What a search returns that could not be made. */
#define TARE_SEARCH_FAILED SIZE_MAX

/** Finds up to `max` models, best first; ties by neighbouring letters, then those with more
   corrections first, then in the order of names. Understands an exact name, a correction's id,
   names with other case, accents, blanks, hyphens, order of words, without the brand or the
   variant, or with a slip of the finger, and other names by `aliases` (NULL: none);
    "+" counts. What fits less than half as well as the best is left out. Returns how many were
    found; TARE_SEARCH_FAILED when memory is short. */
size_t tare_search(const TareModels* models, const TareAliases* aliases, const char* query,
                   TareSearchMatch* matches, size_t max);

/** The same for what was typed when it has been read already (query.h). */
size_t tare_search_read(const TareModels* models, TareQuery* query, const char* typed,
                        TareSearchMatch* matches, size_t max);

#endif
