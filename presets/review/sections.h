/* The paragraphs of a review in Markdown, or in plain text, which is Markdown enough. */

#ifndef TARE_SECTIONS_H
#define TARE_SECTIONS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareOutline TareOutline;

/** Reads Markdown whose first line has the number `first_line`. Kept are paragraphs, items of
   lists, rows of tables and lines of code that may be settings, of all sections but those whose
   headings say that they are about something else. A heading may also be a line in bold, and in a
   text without any others a short line by itself. On success the caller clears the result; false,
   with nothing kept, when memory is short. */
bool tare_markdown_read(TareOutline* outline, const char* text, size_t length, unsigned first_line);

#endif
