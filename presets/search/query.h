/* What a person typed, ready to be compared with names. */

#ifndef TARE_QUERY_H
#define TARE_QUERY_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareAliases TareAliases;

typedef struct TareGrams TareGrams;
typedef struct TareName TareName;

/** How many readings there are at most, and how many of them names are compared with that they are
    only similar to: that costs more. */
enum { TARE_MAX_READINGS = 16, TARE_MAX_SIMILAR = 4 };

/** One way in which it may be meant, folded in all the ways in which names are. */
typedef struct TareReading {
    TareText words, joined;
    uint64_t hash;    ///< tare_fold_hash() of the words
    unsigned n_rules; ///< so many made it, one after the other
    TareGrams* grams; ///< NULL when it is not compared with names that are only similar
} TareReading;

/** The first reading is what was typed, the others are what aliases make of it, those by fewer
   rules first: of names that are read differently, but fit as well, an earlier reading's wins. */
typedef struct TareQuery {
    size_t n_readings;
    TareReading readings[TARE_MAX_READINGS];
    TareGrams* grams; ///< of the first readings
    uint64_t lengths; ///< a bit for each length of a reading, modulo 64
    uint64_t hashes;  ///< a bit for each hash of a reading, modulo 64
    unsigned n_rules; ///< of the reading that is being rewritten, and one more
    bool failed;      ///< memory was short
} TareQuery;

/** What scores mean, so that a caller can draw lines between them. */
#define TARE_SCORE_NAME 1.0         ///< the id, or the whole name but for case, blanks, hyphens
#define TARE_SCORE_WORDS 0.98       ///< the words of the whole name in another order
#define TARE_SCORE_MODEL 0.96       ///< the whole name without the brand
#define TARE_SCORE_MODEL_WORDS 0.94 ///< its words in another order
#define TARE_SCORE_BARE 0.93        ///< the name without the variant, with or without the brand
#define TARE_SCORE_ALIAS_LESS 0.005 ///< at most so much less for one of these by aliases
#define TARE_SCORE_LIKE_MAX 0.92    ///< at most for everything that is only similar
#define TARE_SCORE_MIN 0.3          ///< below it nothing is found

/** Folds a text and rewrites it by aliases; NULL is none of these. False when memory is short; to
    be cleared in any case. */
bool tare_query_set(TareQuery* query, const char* text, const TareAliases* aliases);

void tare_query_clear(TareQuery* query);

/** How well a name fits. Below `least` the score may be wrong, but not above. */
double tare_query_score(TareQuery* query, const TareName* name, double least);

/** How many neighbouring letters of what was typed are neighbours in the name too: tells names
   apart that fit as well, such as those of the same words in other orders. */
size_t tare_query_common_pairs(TareQuery* query, const TareName* name);

/** At most how well it does: quickly, to leave out most names. */
double tare_query_bound(const TareQuery* query, const TareName* name);

#endif
