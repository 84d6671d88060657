/* Draws the window. */

#ifndef TARE_WINDOW_PAINT_H
#define TARE_WINDOW_PAINT_H

#include "window/box.h"

typedef struct _cairo cairo_t;
typedef struct TareDesk TareDesk;

/** Draws a part of it, and no other. */
void tare_paint(const TareDesk* desk, cairo_t* cairo, TareBox part);

#endif
