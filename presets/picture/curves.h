/* The curves of a plot on its paper, and the lines by which they are known. */

#ifndef TARE_PLOT_CURVES_H
#define TARE_PLOT_CURVES_H

#include <stddef.h>

typedef struct _cairo cairo_t;
typedef struct TarePlot TarePlot;
typedef struct TarePlotFrame TarePlotFrame;

/** Draws all curves, cut off at the edges of the frame. */
void tare_plot_curves_draw(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot);

/** Draws a piece of such a line, from (x, y) to the right. */
void tare_plot_curves_draw_key(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                               size_t index, double x, double y, double width);

#endif
