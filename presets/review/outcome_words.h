/* Words of praise and complaint, and those that lead to what brought it about. */

#ifndef TARE_OUTCOME_WORDS_H
#define TARE_OUTCOME_WORDS_H

#include <stddef.h>

/** What a word does, a bit each. */
enum {
    TARE_OUTCOME_GOOD = 1 << 0,   ///< praises: "lovely"
    TARE_OUTCOME_BAD = 1 << 1,    ///< complains: "boomy"
    TARE_OUTCOME_TURNS = 1 << 2,  ///< turns either: "less harsh"
    TARE_OUTCOME_MEANS = 1 << 3,  ///< leads to a means: "after", "given"
    TARE_OUTCOME_PASSES = 1 << 4, ///< may stand between that and its figures
    TARE_OUTCOME_ENDS = 1 << 5    ///< with GOOD: makes praise of complaints, "the mud is gone"
};

/** What a word does; 0 when nothing. */
unsigned tare_outcome_word(const char* word, size_t length);

#endif
