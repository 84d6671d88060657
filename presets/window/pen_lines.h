/* Writes words in several lines. */

#ifndef TARE_WINDOW_PEN_LINES_H
#define TARE_WINDOW_PEN_LINES_H

#include "window/pen_text.h"

/** A text in lines of a height, from the top of a box on, broken at blanks; what has no room below
    is left out. Returns how high they are. */
double tare_pen_lines(TarePen* pen, TareBox box, double line_height, TarePenStyle style,
                      const char* text);

/** How many lines of a width a text takes, at most `max`. */
unsigned tare_pen_lines_n(TarePen* pen, double width, TarePenStyle style, const char* text,
                          unsigned max);

#endif
