/* Which gain and which frequency may belong together, judged by the words between them. */

#ifndef TARE_CONNECTIONS_H
#define TARE_CONNECTIONS_H

#include "review/pair.h"
#include "review/token.h"

typedef struct TareConnection {
    TarePair pair;
    int cost; ///< the lower, the closer
} TareConnection;

/** Finds the connections between neighbouring figures of a sentence, the closest first. Returns how
    many. */
size_t tare_connections_find(const TareSentence* sentence,
                             TareConnection connections[TARE_MAX_TOKENS]);

#endif
