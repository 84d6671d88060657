/* Draws what widgets are made of. */

#ifndef TARE_WINDOW_PEN_H
#define TARE_WINDOW_PEN_H

#include "window/box.h"

#include <stddef.h>

typedef struct _cairo cairo_t;
typedef struct TareTheme TareTheme;

typedef struct TarePen {
    cairo_t* cairo; ///< in pixels at scale 1
    const TareTheme* theme;
} TarePen;

enum { TARE_PEN_RADIUS = 6 };

/** A rounded box: filled, and with a line around it; either colour may be TARE_PEN_NONE. */
#define TARE_PEN_NONE 0xffffffffu
void tare_pen_box(TarePen* pen, TareBox box, unsigned fill, unsigned line);

/** Fills everything. */
void tare_pen_fill(TarePen* pen, unsigned rgb);

/** The ring around what has the focus. */
void tare_pen_focus(TarePen* pen, TareBox box);

/** A line, on whole pixels when it is level or upright. */
void tare_pen_line(TarePen* pen, double x1, double y1, double x2, double y2, double width,
                   unsigned rgb);

/** Says at the right edge of a box which of the rows of a list it shows; nothing when it shows all.
 */
void tare_pen_bar(TarePen* pen, TareBox box, size_t first, size_t n_shown, size_t n);

/** A disc with a line around it. */
void tare_pen_disc(TarePen* pen, double x, double y, double radius, unsigned fill, unsigned line);

#endif
