#include "picture/plot.h"

#include "picture/frame.h"

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
    [TARE_PLOT_MODEL] = {0x0072b2, 2.8, 1.0, 0.0, false},
};

/* Of the same palette; the lighter half is dashed besides. */
static const unsigned model_rgbs[] = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00};

enum { N_MODEL_RGBS = sizeof model_rgbs / sizeof *model_rgbs };

static Look look_of(const TarePlot* plot, size_t index)
{
    Look look = looks[plot->curves[index].kind];
    if (plot->curves[index].kind != TARE_PLOT_MODEL)
        return look;
    size_t n_before = 0;
    for (size_t i = 0; i < index; ++i)
        n_before += plot->curves[i].kind == TARE_PLOT_MODEL;
    look.rgb = model_rgbs[n_before % N_MODEL_RGBS];
    look.is_dashed = n_before % N_MODEL_RGBS >= N_MODEL_RGBS / 2;
    return look;
}

static void select_font(cairo_t* cairo, cairo_font_weight_t weight)
{
    cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL, weight);
}

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
                       size_t index)
{
    const Look look = look_of(plot, index);
    const TarePlotCurve* const curve = &plot->curves[index];
    if (look.fill_alpha > 0.0) {
        const double zero = tare_plot_frame_y(frame, 0.0);
        cairo_move_to(cairo, frame->left, zero);
        trace(cairo, frame, plot, curve);
        cairo_line_to(cairo, frame->right, zero);
        cairo_close_path(cairo);
        tare_plot_colour(cairo, look.rgb, look.fill_alpha);
        cairo_fill(cairo);
    }
    set_line(cairo, &look, frame->scale);
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
        draw_curve(cairo, frame, plot, i);
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

enum {
    LEGEND_TOP = 110,
    LEGEND_FONT = 15,
    LEGEND_LINE = 38,
    LEGEND_GAP = 8,
    LEGEND_STEP = 34,
    LEGEND_ROW = 22
};

static void draw_legend_entry(cairo_t* cairo, const TarePlot* plot, size_t index, double x,
                              double y, double scale)
{
    const Look look = look_of(plot, index);
    set_line(cairo, &look, scale);
    cairo_move_to(cairo, x, y - 5.0 * scale);
    cairo_line_to(cairo, x + LEGEND_LINE * scale, y - 5.0 * scale);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0.0);
    tare_plot_colour(cairo, TITLE, 1.0);
    tare_plot_text(cairo, x + (LEGEND_LINE + LEGEND_GAP) * scale, y, 0.0,
                   plot->curves[index].label);
}

/** Goes through the legend from the left, row by row from `top` on, and draws it if
    wished. Returns how many rows there are. */
static unsigned visit_legend(cairo_t* cairo, const TarePlot* plot, double left, double right,
                             double top, double scale, bool draws)
{
    unsigned n_rows = 1;
    double x = left;
    cairo_set_font_size(cairo, LEGEND_FONT * scale);
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
            draw_legend_entry(cairo, plot, i, x, y, scale);
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
    tare_plot_colour(cairo, TITLE, 1.0);
    select_font(cairo, CAIRO_FONT_WEIGHT_BOLD);
    draw_fitting(cairo, frame->left, 46.0 * frame->scale, width, 28.0 * frame->scale, plot->title);
    select_font(cairo, CAIRO_FONT_WEIGHT_NORMAL);
    tare_plot_colour(cairo, WORDS, 1.0);
    if (plot->subtitle)
        draw_fitting(cairo, frame->left, 74.0 * frame->scale, width, 16.0 * frame->scale,
                     plot->subtitle);
    if (plot->footnote)
        draw_fitting(cairo, frame->left, height - 14.0 * frame->scale, width, 13.0 * frame->scale,
                     plot->footnote);
}

static TarePlotFrame frame_of(cairo_t* cairo, const TarePlot* plot, double width, double height)
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
                           .top = (LEGEND_TOP + 16) * scale,
                           .right = width - 34.0 * scale,
                           .bottom = height - 92.0 * scale,
                           .min_hz = plot->freq_hz[0],
                           .max_hz = plot->freq_hz[plot->n_points - 1],
                           .scale = scale};
    tare_plot_frame_span(&frame, lowest, highest);
    select_font(cairo, CAIRO_FONT_WEIGHT_NORMAL);
    const unsigned n_rows =
        visit_legend(cairo, plot, frame.left, frame.right, frame.top, scale, false);
    frame.top += (n_rows - 1) * LEGEND_ROW * scale;
    return frame;
}

void tare_plot_draw(cairo_t* cairo, const TarePlot* plot, double width, double height)
{
    const TarePlotFrame frame = frame_of(cairo, plot, width, height);
    tare_plot_colour(cairo, PAPER, 1.0);
    cairo_paint(cairo);
    draw_heading(cairo, &frame, plot, height);
    tare_plot_frame_draw(cairo, &frame);
    draw_curves(cairo, &frame, plot);
    visit_legend(cairo, plot, frame.left, frame.right, LEGEND_TOP * frame.scale, frame.scale, true);
    cairo_set_font_size(cairo, 14.0 * frame.scale);
    for (size_t i = 0; i < plot->n_marks; ++i)
        draw_mark(cairo, &frame, &plot->marks[i]);
}
