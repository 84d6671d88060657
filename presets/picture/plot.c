#include "picture/plot.h"

#include "picture/curves.h"
#include "picture/frame.h"
#include "picture/marks.h"
#include "picture/palette.h"
#include "picture/plot_data.h"

#include <cairo.h>
#include <math.h>
#include <stdbool.h>

static void select_font(cairo_t* cairo, cairo_font_weight_t weight)
{
    cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, weight);
}

enum { LEGEND_TOP = 110, LEGEND_LINE = 38, LEGEND_GAP = 8, LEGEND_STEP = 34, LEGEND_ROW = 22 };

static void draw_legend_entry(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                              size_t index, double x, double y)
{
    const double scale = frame->scale;
    tare_plot_curves_draw_sample(cairo, frame, plot, index,
                                 (TarePlotSample){x, y - 5.0 * scale, LEGEND_LINE * scale});
    tare_plot_colour(cairo, frame->palette->title, 1.0);
    tare_plot_text(cairo, x + (LEGEND_LINE + LEGEND_GAP) * scale, y, 0.0,
                   plot->curves[index].label);
}

/** Goes through the legend from the left, row by row from `top` on, and draws it if
    wished. Returns how many rows there are. */
static unsigned visit_legend(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                             double top, bool draws)
{
    const double left = frame->left, right = frame->right, scale = frame->scale;
    unsigned n_rows = 1;
    double x = left;
    cairo_set_font_size(cairo, TARE_PLOT_FONT_SIZE * scale);
    for (size_t i = 0; i < plot->n_curves; ++i) {
        const char* const label = plot->curves[i].label;
        if (!label)
            continue;
        cairo_text_extents_t extents;
        cairo_text_extents(cairo, label, &extents);
        const double width = (LEGEND_LINE + LEGEND_GAP) * scale + extents.x_advance;
        if (x > left && x + width > right) {
            x = left;
            ++n_rows;
        }
        const double y = top + (n_rows - 1) * LEGEND_ROW * scale;
        if (draws)
            draw_legend_entry(cairo, frame, plot, i, x, y);
        x += width + LEGEND_STEP * scale;
    }
    return n_rows;
}

/** Draws one line of words, smaller where it would not fit. */
static void draw_fitting(cairo_t* cairo, double x, double y, double width, double size,
                         const char* text)
{
    cairo_text_extents_t extents;
    cairo_set_font_size(cairo, size);
    cairo_text_extents(cairo, text, &extents);
    if (extents.x_advance > width)
        cairo_set_font_size(cairo, size * fmax(width / extents.x_advance, 0.3));
    tare_plot_text(cairo, x, y, 0.0, text);
}

static void draw_heading(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                         double height)
{
    const double width = frame->right - frame->left;
    tare_plot_colour(cairo, frame->palette->title, 1.0);
    select_font(cairo, CAIRO_FONT_WEIGHT_BOLD);
    draw_fitting(cairo, frame->left, 46.0 * frame->scale, width, 28.0 * frame->scale, plot->title);
    select_font(cairo, CAIRO_FONT_WEIGHT_NORMAL);
    tare_plot_colour(cairo, frame->palette->words, 1.0);
    if (plot->subtitle)
        draw_fitting(cairo, frame->left, 74.0 * frame->scale, width,
                     TARE_PLOT_FONT_SIZE * frame->scale, plot->subtitle);
    if (plot->footnote)
        draw_fitting(cairo, frame->left, height - 14.0 * frame->scale, width,
                     TARE_PLOT_FONT_SIZE * frame->scale, plot->footnote);
}

static void set_levels(TarePlotFrame* frame, const TarePlot* plot)
{
    double lowest = 0.0;
    double highest = 0.0;
    for (size_t i = 0; i < plot->n_curves; ++i)
        for (size_t k = 0; k < plot->n_points; ++k) {
            lowest = fmin(lowest, plot->curves[i].gain_db[k]);
            highest = fmax(highest, plot->curves[i].gain_db[k]);
        }
    if (plot->range_db > 0.0)
        tare_plot_frame_fix(frame, plot->range_db);
    else
        tare_plot_frame_span(frame, lowest, highest);
}

static TarePlotFrame frame_of(cairo_t* cairo, const TarePlot* plot, double width, double height)
{
    const double scale = fmin(width / 1200.0, height / 700.0);
    TarePlotFrame frame = {.left = 86.0 * scale,
                           .top = (LEGEND_TOP + 16) * scale,
                           .right = width - 34.0 * scale,
                           .bottom = height - 92.0 * scale,
                           .min_hz = plot->freq_hz[0],
                           .max_hz = plot->freq_hz[plot->n_points - 1],
                           .scale = scale,
                           .palette = &tare_palette_light,
                           .has_titles = true};
    set_levels(&frame, plot);
    select_font(cairo, CAIRO_FONT_WEIGHT_NORMAL);
    const unsigned n_rows = visit_legend(cairo, &frame, plot, frame.top, false);
    frame.top += (n_rows - 1) * LEGEND_ROW * scale;
    return frame;
}

void tare_plot_draw(cairo_t* cairo, const TarePlot* plot, double width, double height)
{
    const TarePlotFrame frame = frame_of(cairo, plot, width, height);
    tare_plot_colour(cairo, frame.palette->paper, 1.0);
    cairo_paint(cairo);
    draw_heading(cairo, &frame, plot, height);
    tare_plot_frame_draw(cairo, &frame);
    tare_plot_curves_draw(cairo, &frame, plot);
    visit_legend(cairo, &frame, plot, LEGEND_TOP * frame.scale, true);
    tare_plot_marks_draw(cairo, &frame, plot);
}
