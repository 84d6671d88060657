/* Which model a query means, or what keeps it from meaning one. */

#ifndef TARE_MEANT_H
#define TARE_MEANT_H

#include "search/search.h"

#include <stdbool.h>

typedef struct TareEntry TareEntry;

enum { TARE_MEANT_MAX_MATCHES = 8 };

typedef enum {
    TARE_MEANT_NOTHING, ///< no model that is there; the matches, if any, come near
    TARE_MEANT_SEVERAL, ///< the matches, each as well as the others
    TARE_MEANT_SIMILAR, ///< one by a name with slips: who asked should be told
    TARE_MEANT_ONE      ///< one, by a name that it has
} TareMeantKind;

typedef struct TareMeant {
    TareMeantKind meaning;
    const TareEntry* entry; ///< the correction that is meant; NULL unless it is one
    size_t n_matches;       ///< of one model only the model itself, or none when its id was typed
    TareSearchMatch matches[TARE_MEANT_MAX_MATCHES];
} TareMeant;

/** Finds out which of the models a query means, by their names and by aliases (NULL: none). A model
    is meant only when every word that was typed is one of its name, or says nothing about which
    model (general_words.h), or has slips and is long and plain; and when its name has no other word
    that makes another product of it. Of a model its default correction is meant, or that of the
    source that was typed. Models that are meant as well as others are several, unless one is the
    others without a variant. False when memory is short: then nothing is meant. */
bool tare_meant(TareMeant* meant, const TareModels* models, const TareAliases* aliases,
                const char* query);

/** The correction of the one model that a query means by a name that it has (TARE_MEANT_ONE); NULL
    when there is none, or memory is short. What comes near is not looked for, which takes less. */
const TareEntry* tare_meant_one(const TareModels* models, const TareAliases* aliases,
                                const char* query);

#endif
