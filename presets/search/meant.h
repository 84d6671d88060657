/* Which model a query means, or what keeps it from meaning one. */

#ifndef TARE_MEANT_H
#define TARE_MEANT_H

#include "search/search.h"

typedef struct TareEntry TareEntry;

enum { TARE_MEANT_MAX_MATCHES = 8 };

typedef enum {
    TARE_MEANT_NOTHING, ///< no model that is there; the matches, if any, come near
    TARE_MEANT_SEVERAL, ///< the matches, each as well as the others
    TARE_MEANT_SIMILAR, ///< one that is written otherwise: who asked should be told
    TARE_MEANT_ONE      ///< one, by a name that it has
} TareMeantKind;

typedef struct TareMeant {
    TareMeantKind meaning;
    const TareEntry* entry; ///< the correction that is meant; NULL unless it is one
    size_t n_matches;       ///< of one model only the model itself, or none when its id was typed
    TareSearchMatch matches[TARE_MEANT_MAX_MATCHES];
} TareMeant;

/** Finds out which of the models a query means, by their names and by aliases (NULL: none). Of a
    model its default correction is meant. When memory is short nothing is. */
void tare_meant(TareMeant* meant, const TareModels* models, const TareAliases* aliases,
                const char* query);

/** The place of the first match of a query that may be meant; n when there is none, or when another
    headphone comes nearer than all that may: an Aria 3 is neither an Aria 2 nor an Arctis 3. */
size_t tare_meant_first(const TareSearchMatch* matches, size_t n, const char* query);

#endif
