/* What somebody may have meant who mistyped a word out of a small list. */

#ifndef TARE_NEAREST_H
#define TARE_NEAREST_H

#include <stddef.h>

/** Of the words that were looked at the one that is nearest to what was typed; starts as
    {.typed = TEXT}. */
typedef struct TareNearest {
    const char* typed;
    const char* word; ///< NULL before the first one
    size_t distance;
} TareNearest;

/** Looks at one more word; of words equally near the first one stays. Slips of the finger are
    counted: letters wrong, missing, too many, or two exchanged. Words longer than 31 bytes are as
    far apart as can be. */
void tare_nearest_look(TareNearest* nearest, const char* word);

/** The nearest word, when it is near enough to ask "did you mean"; NULL when none is. */
const char* tare_nearest_word(const TareNearest* nearest);

#endif
