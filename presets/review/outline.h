/* A review as its headings divide it, whatever it is written in: the paragraphs that are read, and
   what is not. */

#ifndef TARE_OUTLINE_H
#define TARE_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareText TareText;

typedef enum {
    TARE_BLOCK_PROSE,
    TARE_BLOCK_ITEM, ///< of a list, or a row of a table in words
    TARE_BLOCK_CODE  ///< a line of it
} TareBlockKind;

typedef struct TareParagraph {
    TareBlockKind kind;
    char* text; ///< UTF-8 without markup; a line feed for each line break of the source
    size_t length;
    const char* section; ///< the heading above it; NULL when there is none; the outline's
    unsigned line;       ///< of its first character in the file
} TareParagraph;

/** A part of the text that was not read. */
typedef struct TareUnread {
    unsigned line;
    char* text;         ///< its heading or beginning
    const char* reason; ///< in words, of static duration
} TareUnread;

enum { TARE_HEADING_LEVELS = 6 };

/** Starts as {0}; an outline that is to have a title has `has_title` set before the first heading.
 */
typedef struct TareOutline {
    TareParagraph* paragraphs;
    size_t n_paragraphs;
    TareUnread* unread;
    size_t n_unread;
    const char* own_name; ///< of the product; NULL when nobody knows
    bool has_grid;        ///< a table of several headphones or states stands in it
    bool has_title;       ///< the first heading of level 1 is that of the whole text
    TareBlockKind kind;   ///< of the paragraphs that come
    bool failed;          ///< memory was short: something is missing

    /* where it is */
    char** headings; ///< all that paragraphs point to
    size_t n_headings;
    const char* reasons[TARE_HEADING_LEVELS]; ///< why nothing is read below the last heading of
                                              ///< each level; NULL for none
} TareOutline;

/** Goes on behind a heading of a level from 1. Takes the text over and leaves an empty one. */
void tare_outline_heading(TareOutline* outline, unsigned level, TareText* text, unsigned line);

/** Adds a paragraph or item of a list, if its section is read. A list of settings, a line each, is
    divided into these. Takes the text over as above. */
void tare_outline_paragraph(TareOutline* outline, TareText* text, unsigned line);

/** Adds the lines of code that may be settings, each as a paragraph; code without any to what is
   not read. */
void tare_outline_code(TareOutline* outline, const char* code, unsigned first_line);

/** Adds a part that is not read, for a reason in words, of static duration; nothing in a section
    that is not read itself. */
void tare_outline_unread(TareOutline* outline, const char* text, size_t length, unsigned line,
                         const char* reason);

/** How many bytes its paragraphs have. */
size_t tare_outline_length(const TareOutline* outline);

/** Frees all that it owns and empties it. */
void tare_outline_clear(TareOutline* outline);

#endif
