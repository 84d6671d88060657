/* Words that name what has a response or a curve of its own. */

#ifndef TARE_BEARER_WORDS_H
#define TARE_BEARER_WORDS_H

#include <stddef.h>

typedef enum {
    TARE_BEARER_NONE,
    TARE_BEARER_HEADPHONE, ///< or what was measured of one: "response"
    TARE_BEARER_OTHER      ///< a filter, or what holds one, a room, a recording
} TareBearer;

/** What a word, hyphens and case aside, names. */
TareBearer tare_bearer_word(const char* word, size_t length);

#endif
