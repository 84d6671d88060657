/* What a text holds but no longer says: struck out, in a comment, or taken out by a patch. */

#ifndef TARE_STRUCK_H
#define TARE_STRUCK_H

#include "base/text.h"

#include <stddef.h>

enum { TARE_MAX_STRUCK = 64 };

/** Finds the struck parts of a text that hold figures, in its order. Returns how many. */
size_t tare_struck_find(const char* text, size_t length, TareSpan spans[TARE_MAX_STRUCK]);

#endif
