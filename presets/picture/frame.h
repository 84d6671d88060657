/* The paper of a plot: where frequencies and levels lie, and the grid under the curves. */

#ifndef TARE_PLOT_FRAME_H
#define TARE_PLOT_FRAME_H

#include <cairo.h>
#include <stdbool.h>

typedef struct TareTheme TareTheme;

/** Of all words but the title, at scale 1: a picture of one size of letters holds each once. */
#define TARE_PLOT_FONT_SIZE 15.0

typedef struct TarePlotFrame {
    double left, top, right, bottom; ///< of the graph, in units of the picture
    double min_hz, max_hz;
    double min_db, max_db, step_db;
    double scale; ///< 1 for a picture of 1200 by 700
    const TareTheme* theme;
    bool has_titles; ///< whether both axes say what they are
} TarePlotFrame;

/** Sets the levels of a frame so that they hold lowest .. highest with some room, in round steps.
 */
void tare_plot_frame_span(TarePlotFrame* frame, double lowest_db, double highest_db);

/** Sets them to -range_db .. range_db, above 0, or up to the next round step. */
void tare_plot_frame_fix(TarePlotFrame* frame, double range_db);

double tare_plot_frame_x(const TarePlotFrame* frame, double freq_hz);
double tare_plot_frame_y(const TarePlotFrame* frame, double gain_db);

/** Draws lines and figures. */
void tare_plot_frame_draw(cairo_t* cairo, const TarePlotFrame* frame);

/** Sets a colour written as 0xRRGGBB. */
void tare_plot_colour(cairo_t* cairo, unsigned rgb, double alpha);

/** Draws text; `align` is 0 for its left end at x, 0.5 for its middle, 1 for its right end. */
void tare_plot_text(cairo_t* cairo, double x, double y, double align, const char* text);

#endif
