/* Markup of forums: "[b]", "[*]", "[/list]". */

#ifndef TARE_BBCODE_H
#define TARE_BBCODE_H

#include <stddef.h>

/** Stands for a tag that begins a line of its own: it is no line feed, which counts lines. */
#define TARE_BBCODE_BREAK '\v'

/** Puts blanks in the place of tags, and TARE_BBCODE_BREAK where a tag begins a line of its own: an
    item of a list, code, a row of a table. The length stays. */
void tare_bbcode_blank(char* text, size_t length);

#endif
