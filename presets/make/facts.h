/* What the maker of the catalogue finds out about corrections beyond what their source says in so
   many words: towards what they correct, and which are makeshift. */

#ifndef TARE_MAKE_FACTS_H
#define TARE_MAKE_FACTS_H

#include <stdbool.h>

typedef struct TareBatch TareBatch;
typedef struct TareEntry TareEntry;

/** Whether target or variant call an entry a version for an equaliser of fixed bands, for that of
    one program or device, or preliminary. Nothing is when memory is short, which is told by
    is_good = false. */
bool tare_facts_is_makeshift(const TareEntry* entry, bool* is_good);

/** Sets the aim of each correction that has none, by the rules that count, and which are makeshift.
    False when memory is short. */
bool tare_facts_set(TareBatch* batch);

#endif
