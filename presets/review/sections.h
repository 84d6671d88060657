/* The paragraphs of a review that speak of the product itself, without Markdown. */

#ifndef TARE_SECTIONS_H
#define TARE_SECTIONS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareParagraph {
    char* text; ///< UTF-8; a line feed for each line break of the source
    size_t length;
    const char* section; ///< heading as the table of sections has it; not owned
    unsigned line;       ///< of its first character in the file
} TareParagraph;

typedef struct TareParagraphs {
    TareParagraph* items;
    size_t n_items;
} TareParagraphs;

/** Reads Markdown whose first line has the number `first_line`. Kept are paragraphs and list items
    of the sections that describe the product: not those about prices, other products or sources;
    and no tables, code, HTML or pictures. On success the caller clears the result; false, with
    nothing kept, when memory is short. */
bool tare_paragraphs_read(TareParagraphs* paragraphs, const char* text, size_t length,
                          unsigned first_line);

/** Frees all that it owns and empties it. */
void tare_paragraphs_clear(TareParagraphs* paragraphs);

#endif
