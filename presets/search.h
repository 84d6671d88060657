/* Finding a headphone by what a person types. */

#ifndef TARE_SEARCH_H
#define TARE_SEARCH_H

#include "models.h"

/** One model that fits a query. */
typedef struct {
    double score; ///< 1 for the very name, towards 0 the less it fits
    const TareModel* model;
} TareMatch;

/** What scores mean, so that a caller can draw lines between them. */
#define TARE_SCORE_NAME 1.0         ///< the id, or the whole name but for case, blanks, hyphens
#define TARE_SCORE_WORDS 0.98       ///< the words of the whole name in another order
#define TARE_SCORE_MODEL 0.96       ///< the whole name without the brand
#define TARE_SCORE_MODEL_WORDS 0.94 ///< its words in another order
#define TARE_SCORE_LIKE_MAX 0.92    ///< at most for everything that is only similar
#define TARE_SCORE_MIN 0.3          ///< below it nothing is found

/** Finds up to `max` models, best first; ties in the order of names. Understands an exact name, a
    correction's id, and names with other case, accents, blanks, hyphens, order of words, without
    the brand, or with a slip of the finger; "+" counts. Returns how many were found; 0 also when
    memory is short. */
size_t tare_search(const TareModels* models, const char* query, TareMatch* matches, size_t max);

#endif
