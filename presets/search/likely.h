/* Whether what a search found is likely to be what was looked for. */

#ifndef TARE_LIKELY_H
#define TARE_LIKELY_H

#include <stddef.h>

typedef struct TareSearchMatch TareSearchMatch;

/** The place of the first match of a query that is likely; n when there is none, or when another
    headphone comes nearer than all that are: an Aria 3 is neither an Aria 2 nor an Arctis 3. */
size_t tare_likely_first(const TareSearchMatch* matches, size_t n, const char* query);

#endif
