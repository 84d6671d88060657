/* What part single words play in a sentence. */

#ifndef TARE_ROLE_WORDS_H
#define TARE_ROLE_WORDS_H

#include "review/meaning.h"

#include <stdbool.h>
#include <stddef.h>

/** Whether a word, hyphens and case aside, plays one of these roles. */
bool tare_role_is(const char* word, size_t length, TareRoles roles);

#endif
