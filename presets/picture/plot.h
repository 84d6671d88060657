/* Draws responses: level over frequency, for files and for windows alike. Knows no file. */

#ifndef TARE_PLOT_H
#define TARE_PLOT_H

typedef struct _cairo cairo_t;
typedef struct TarePlot TarePlot;
typedef struct TarePlotFrame TarePlotFrame;

/** The paper of a plot of that size. */
TarePlotFrame tare_plot_frame_of(cairo_t* cairo, const TarePlot* plot, double width, double height);

/** Draws from (0, 0) to (width, height), on white. The levels span what the plot says,
    or what the curves need. Errors stay in the context, as cairo keeps them. */
void tare_plot_draw(cairo_t* cairo, const TarePlot* plot, double width, double height);

#endif
