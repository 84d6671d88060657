/* How deep the elements of a web page are in one another, before anything is made of them. */

#ifndef TARE_PAGE_DEPTH_H
#define TARE_PAGE_DEPTH_H

#include <stddef.h>

/** The most elements that are open at once, about: those that need no end, like <p>, are not
   counted. Gumbo takes a time that grows with the square of it. */
size_t tare_page_depth(const char* text, size_t length);

#endif
