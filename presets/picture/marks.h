/* The words at places of a plot. */

#ifndef TARE_PLOT_MARKS_H
#define TARE_PLOT_MARKS_H

typedef struct _cairo cairo_t;
typedef struct TarePlot TarePlot;
typedef struct TarePlotFrame TarePlotFrame;

/** Draws the words of all marks, each above or below its place and as near as it is free of curves
    and of other words. Where there is no such place they are left out. */
void tare_plot_marks_draw(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot);

#endif
