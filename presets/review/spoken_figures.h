/* Numbers in words within lines of settings: "one point two", "two fifty", "minus six". */

#ifndef TARE_SPOKEN_FIGURES_H
#define TARE_SPOKEN_FIGURES_H

#include <stddef.h>

/** The number in words that begins at a place of a text; `*end` receives the place behind it. 0,
    with `*end` as the place, when there is none: "a" and "one" alone count nothing but behind a
   sign or direction. */
double tare_spoken_figure(const char* text, size_t length, size_t at, size_t* end);

#endif
