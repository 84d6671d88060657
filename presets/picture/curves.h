/* The curves of a plot on its paper, and the lines by which they are known. */

#ifndef TARE_PLOT_CURVES_H
#define TARE_PLOT_CURVES_H

#include <stddef.h>

typedef struct _cairo cairo_t;
typedef struct TarePlot TarePlot;
typedef struct TarePlotFrame TarePlotFrame;

/** Draws all curves, cut off at the edges of the frame. */
void tare_plot_curves_draw(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot);

/** The place of a sample in a legend: its left end, its middle line. */
typedef struct TarePlotSample {
    double x, y, width;
} TarePlotSample;

/** Draws a sample of one of them, by its index. */
void tare_plot_curves_draw_sample(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                                  size_t index, TarePlotSample sample);

#endif
