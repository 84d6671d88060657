#include "plot/plot.h"

#include "plot/frame.h"

#include <cairo.h>
#include <math.h>
#include <stdbool.h>

enum { PAPER = 0xffffff, TITLE = 0x1a1a1a, WORDS = 0x555555 };

typedef struct {
    unsigned rgb;
    double width, alpha, fill_alpha;
    bool is_dashed;
} Look;

/* Told apart without colour sight as well: after M. Okabe, K. Ito, "Color Universal Design". */
static const Look looks[TARE_PLOT_N_KINDS] = {
    [TARE_PLOT_BAND] = {0x56b4e9, 1.2, 0.75, 0.16, false},
    [TARE_PLOT_BEFORE] = {0xd55e00, 2.2, 0.95, 0.0, true},
    [TARE_PLOT_AFTER] = {0x009e73, 2.6, 0.95, 0.0, false},
    [TARE_PLOT_CORRECTION] = {0x0072b2, 3.6, 1.0, 0.0, false},
};

static void set_line(cairo_t* cairo, const Look* look, double scale)
{
    static const double dashes[] = {9.0, 5.0};
    tare_plot_colour(cairo, look->rgb, look->alpha);
    cairo_set_line_width(cairo, look->width * scale);
    cairo_set_dash(cairo, dashes, look->is_dashed ? 2 : 0, 0.0);
}

static void trace(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                  const TarePlotCurve* curve)
{
    for (size_t i = 0; i < plot->n_points; ++i)
        cairo_line_to(cairo, tare_plot_frame_x(frame, plot->freq_hz[i]),
                      tare_plot_frame_y(frame, curve->gain_db[i]));
}

static void draw_curve(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                       const TarePlotCurve* curve)
{
    const Look* const look = &looks[curve->kind];
    if (look->fill_alpha > 0.0) {
        const double zero = tare_plot_frame_y(frame, 0.0);
        cairo_move_to(cairo, frame->left, zero);
        trace(cairo, frame, plot, curve);
        cairo_line_to(cairo, frame->right, zero);
        cairo_close_path(cairo);
        tare_plot_colour(cairo, look->rgb, look->fill_alpha);
        cairo_fill(cairo);
    }
    set_line(cairo, look, frame->scale);
    trace(cairo, frame, plot, curve);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0.0);
}

static void draw_curves(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot)
{
    cairo_save(cairo);
    cairo_rectangle(cairo, frame->left, frame->top, frame->right - frame->left,
                    frame->bottom - frame->top);
    cairo_clip(cairo);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < plot->n_curves; ++i)
        draw_curve(cairo, frame, plot, &plot->curves[i]);
    cairo_restore(cairo);
}

/** Words stand off the zero line, kept inside the graph, on a light ground. */
static void draw_mark(cairo_t* cairo, const TarePlotFrame* frame, const TarePlotMark* mark)
{
    cairo_text_extents_t extents;
    cairo_text_extents(cairo, mark->text, &extents);
    const double half = 0.5 * extents.x_advance + 6.0 * frame->scale;
    const double x = fmin(fmax(tare_plot_frame_x(frame, mark->freq_hz), frame->left + half),
                          frame->right - half);
    const double offset = (mark->gain_db < 0.0 ? 24.0 : -14.0) * frame->scale;
    const double y = fmin(
        fmax(tare_plot_frame_y(frame, mark->gain_db) + offset, frame->top + 18.0 * frame->scale),
        frame->bottom - 8.0 * frame->scale);
    tare_plot_colour(cairo, PAPER, 0.8);
    cairo_rectangle(cairo, x - half, y - 15.0 * frame->scale, 2.0 * half, 20.0 * frame->scale);
    cairo_fill(cairo);
    tare_plot_colour(cairo, TITLE, 1.0);
    tare_plot_text(cairo, x, y, 0.5, mark->text);
}

static void draw_legend(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot)
{
    const double y = frame->top - 16.0 * frame->scale;
    double x = frame->left;
    cairo_set_font_size(cairo, 15.0 * frame->scale);
    for (size_t i = 0; i < plot->n_curves; ++i) {
        const TarePlotCurve* const curve = &plot->curves[i];
        if (!curve->label)
            continue;
        set_line(cairo, &looks[curve->kind], frame->scale);
        cairo_move_to(cairo, x, y - 5.0 * frame->scale);
        cairo_line_to(cairo, x + 38.0 * frame->scale, y - 5.0 * frame->scale);
        cairo_stroke(cairo);
        cairo_set_dash(cairo, NULL, 0, 0.0);
        tare_plot_colour(cairo, TITLE, 1.0);
        x += 46.0 * frame->scale;
        tare_plot_text(cairo, x, y, 0.0, curve->label);
        cairo_text_extents_t extents;
        cairo_text_extents(cairo, curve->label, &extents);
        x += extents.x_advance + 34.0 * frame->scale;
    }
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
    tare_plot_colour(cairo, TITLE, 1.0);
    cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    draw_fitting(cairo, frame->left, 46.0 * frame->scale, width, 28.0 * frame->scale, plot->title);
    cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    tare_plot_colour(cairo, WORDS, 1.0);
    if (plot->subtitle)
        draw_fitting(cairo, frame->left, 74.0 * frame->scale, width, 16.0 * frame->scale,
                     plot->subtitle);
    if (plot->footnote)
        draw_fitting(cairo, frame->left, height - 14.0 * frame->scale, width, 13.0 * frame->scale,
                     plot->footnote);
}

static TarePlotFrame frame_of(const TarePlot* plot, double width, double height)
{
    double lowest = 0.0;
    double highest = 0.0;
    for (size_t i = 0; i < plot->n_curves; ++i)
        for (size_t k = 0; k < plot->n_points; ++k) {
            lowest = fmin(lowest, plot->curves[i].gain_db[k]);
            highest = fmax(highest, plot->curves[i].gain_db[k]);
        }
    const double scale = fmin(width / 1200.0, height / 700.0);
    TarePlotFrame frame = {.left = 86.0 * scale,
                           .top = 126.0 * scale,
                           .right = width - 34.0 * scale,
                           .bottom = height - 92.0 * scale,
                           .min_hz = plot->freq_hz[0],
                           .max_hz = plot->freq_hz[plot->n_points - 1],
                           .scale = scale};
    tare_plot_frame_span(&frame, lowest, highest);
    return frame;
}

void tare_plot_draw(cairo_t* cairo, const TarePlot* plot, double width, double height)
{
    const TarePlotFrame frame = frame_of(plot, width, height);
    tare_plot_colour(cairo, PAPER, 1.0);
    cairo_paint(cairo);
    draw_heading(cairo, &frame, plot, height);
    tare_plot_frame_draw(cairo, &frame);
    draw_curves(cairo, &frame, plot);
    draw_legend(cairo, &frame, plot);
    cairo_set_font_size(cairo, 14.0 * frame.scale);
    for (size_t i = 0; i < plot->n_marks; ++i)
        draw_mark(cairo, &frame, &plot->marks[i]);
}
