/* The words that play a part in a sentence, in two tables. */

#ifndef TARE_ROLE_TABLES_H
#define TARE_ROLE_TABLES_H

#include "review/meaning.h"

#include <stddef.h>

typedef struct TareRoleWord {
    const char* pattern; ///< of tare_word_is()
    TareRoles roles;
} TareRoleWord;

/** Under which circumstances something is said: parts, states, issues of a product, conditions,
    wishes. In the order of letters. */
extern const TareRoleWord tare_mood_words[];
extern const size_t tare_n_mood_words;

#endif
