/* What part single words play in a sentence. */

#ifndef TARE_ROLE_WORDS_H
#define TARE_ROLE_WORDS_H

#include "review/meaning.h"

#include <stddef.h>

/** The roles that a word, hyphens and case aside, plays. */
TareRoles tare_roles_of(const char* word, size_t length);

#endif
