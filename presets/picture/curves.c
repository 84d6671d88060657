#include "picture/curves.h"

#include "picture/colours.h"
#include "picture/frame.h"
#include "picture/plot_data.h"

#include <cairo.h>
#include <math.h>
#include <stdbool.h>

/* In a legend, at scale 1. */
#define AREA_HEIGHT 12.0

typedef struct {
    double width, alpha, fill_alpha;
    bool is_dashed;
    unsigned rgb;
} Look;

static const Look looks[TARE_PLOT_N_KINDS] = {
    [TARE_PLOT_BAND] = {1.2, 0.75, 0.16, false, 0},
    [TARE_PLOT_BEFORE] = {2.2, 0.95, 0.0, true, 0},
    [TARE_PLOT_AFTER] = {2.6, 0.95, 0.0, false, 0},
    [TARE_PLOT_CORRECTION] = {3.6, 1.0, 0.0, false, 0},
    [TARE_PLOT_MEASURED] = {2.2, 0.95, 0.0, false, 0},
    [TARE_PLOT_TARGET] = {2.2, 0.95, 0.0, true, 0},
    [TARE_PLOT_SPREAD] = {0.0, 0.0, 0.22, false, 0},
    [TARE_PLOT_MODEL] = {2.8, 1.0, 0.0, false, 0},
};

static unsigned rgb_of(const TareTheme* theme, const TarePlotCurve* curve, size_t n_models_before)
{
    switch (curve->kind) {
    case TARE_PLOT_BAND:
        return theme->band;
    case TARE_PLOT_BEFORE:
    case TARE_PLOT_MEASURED:
    case TARE_PLOT_SPREAD:
        return theme->before[curve->is_right];
    case TARE_PLOT_AFTER:
        return theme->after[curve->is_right];
    case TARE_PLOT_CORRECTION:
        return theme->correction[curve->is_right];
    case TARE_PLOT_TARGET:
        return theme->target;
    default:
        return theme->models[n_models_before];
    }
}

static Look look_of(const TarePlotFrame* frame, const TarePlot* plot, size_t index)
{
    const TarePlotCurve* const curve = &plot->curves[index];
    Look look = looks[curve->kind];
    size_t n_before = 0;
    for (size_t i = 0; i < index; ++i)
        n_before += plot->curves[i].kind == TARE_PLOT_MODEL;
    n_before %= TARE_THEME_N_MODELS;
    look.rgb = rgb_of(frame->theme, curve, n_before);
    look.is_dashed |= curve->kind == TARE_PLOT_MODEL && n_before >= TARE_THEME_N_MODELS / 2;
    return look;
}

static void set_line(cairo_t* cairo, const Look* look, double scale)
{
    static const double dashes[] = {9.0, 5.0};
    tare_plot_colour(cairo, look->rgb, look->alpha);
    cairo_set_line_width(cairo, look->width * scale);
    cairo_set_dash(cairo, dashes, look->is_dashed ? 2 : 0, 0.0);
}

/* Of this many pixels a line may miss a point: nobody sees it, and a curve needs a tenth of its
   points. Their places are whole quarters, which are short to write. */
#define TOLERANCE 0.3
#define AREA_TOLERANCE 1.0 /* its edge has no line */
#define PLACES_PER_PIXEL 4.0

/** The slopes of lines from a point that miss none of those behind it by more than the tolerance.
 */
typedef struct {
    double x, y, tolerance;
    double lowest, highest;
} Reach;

static Reach reach_from(double x, double y, double tolerance)
{
    return (Reach){x, y, tolerance, -HUGE_VAL, HUGE_VAL};
}

/** Narrows it by the next point; false when that lies outside. */
static bool narrow(Reach* reach, double x, double y)
{
    const double run = x - reach->x;
    const double slope = (y - reach->y) / run;
    if (run <= 0.0 || slope < reach->lowest || slope > reach->highest)
        return false;
    reach->lowest = fmax(reach->lowest, (y - reach->tolerance - reach->y) / run);
    reach->highest = fmin(reach->highest, (y + reach->tolerance - reach->y) / run);
    return true;
}

static void line_to(cairo_t* cairo, double x, double y)
{
    cairo_line_to(cairo, round(x * PLACES_PER_PIXEL) / PLACES_PER_PIXEL,
                  round(y * PLACES_PER_PIXEL) / PLACES_PER_PIXEL);
}

/** What is drawn, and on what; the place of each point, which is the same for all curves. */
typedef struct {
    cairo_t* cairo;
    const TarePlotFrame* frame;
    const TarePlot* plot;
    double x[TARE_PLOT_MAX_POINTS];
} Sheet;

/** Points of a curve, from one on, before another. */
typedef struct {
    size_t begin, end;
} Part;

static Part whole(const Sheet* sheet)
{
    return (Part){0, sheet->plot->n_points};
}

/** Draws from point to point, leaving out those that lie on the way; backwards for the lower edge
    of an area. */
static void trace(const Sheet* sheet, const double* gain_db, Part part, double tolerance,
                  bool is_backwards)
{
    cairo_t* const cairo = sheet->cairo;
    const double sign = is_backwards ? -1.0 : 1.0;
    double last_x = 0.0, last_y = 0.0;
    Reach reach = {0};
    for (size_t i = 0; i < part.end - part.begin; ++i) {
        const size_t at = is_backwards ? part.end - 1 - i : part.begin + i;
        const double x = sheet->x[at];
        const double y = tare_plot_frame_y(sheet->frame, gain_db[at]);
        if (i == 0 || !narrow(&reach, sign * x, y)) {
            if (i == 0) {
                last_x = x;
                last_y = y;
            }
            line_to(cairo, last_x, last_y);
            reach = reach_from(sign * last_x, last_y, tolerance);
            (void)narrow(&reach, sign * x, y);
        }
        last_x = x;
        last_y = y;
    }
    line_to(cairo, last_x, last_y);
}

/** Fills what lies between a curve and 0 dB, or its lower edge. */
static void fill(const Sheet* sheet, const TarePlotCurve* curve, const Look* look)
{
    cairo_t* const cairo = sheet->cairo;
    const double zero = tare_plot_frame_y(sheet->frame, 0.0);
    const double tolerance = curve->lowest_db ? AREA_TOLERANCE : TOLERANCE;
    if (!curve->lowest_db)
        cairo_move_to(cairo, sheet->frame->left, zero);
    trace(sheet, curve->gain_db, whole(sheet), tolerance, false);
    if (curve->lowest_db)
        trace(sheet, curve->lowest_db, whole(sheet), tolerance, true);
    else
        cairo_line_to(cairo, sheet->frame->right, zero);
    cairo_close_path(cairo);
    tare_plot_colour(cairo, look->rgb, look->fill_alpha);
    cairo_fill(cairo);
}

static void draw_curve(const Sheet* sheet, size_t index)
{
    const Look look = look_of(sheet->frame, sheet->plot, index);
    const TarePlotCurve* const curve = &sheet->plot->curves[index];
    if (look.fill_alpha > 0.0)
        fill(sheet, curve, &look);
    if (look.width == 0.0)
        return;
    set_line(sheet->cairo, &look, sheet->frame->scale);
    trace(sheet, curve->gain_db, curve->end > 0 ? (Part){curve->begin, curve->end} : whole(sheet),
          TOLERANCE, false);
    cairo_stroke(sheet->cairo);
    cairo_set_dash(sheet->cairo, NULL, 0, 0.0);
}

void tare_plot_curves_draw_sample(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot,
                                  size_t index, TarePlotSample sample)
{
    const Look look = look_of(frame, plot, index);
    if (look.width == 0.0) {
        cairo_rectangle(cairo, sample.x, sample.y - 0.5 * AREA_HEIGHT * frame->scale, sample.width,
                        AREA_HEIGHT * frame->scale);
        tare_plot_colour(cairo, look.rgb, look.fill_alpha);
        cairo_fill(cairo);
        return;
    }
    set_line(cairo, &look, frame->scale);
    cairo_move_to(cairo, sample.x, sample.y);
    cairo_line_to(cairo, sample.x + sample.width, sample.y);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0.0);
}

void tare_plot_curves_draw(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot)
{
    Sheet sheet = {.cairo = cairo, .frame = frame, .plot = plot};
    for (size_t i = 0; i < plot->n_points; ++i)
        sheet.x[i] = tare_plot_frame_x(frame, plot->freq_hz[i]);
    cairo_save(cairo);
    cairo_rectangle(cairo, frame->left, frame->top, frame->right - frame->left,
                    frame->bottom - frame->top);
    cairo_clip(cairo);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < plot->n_curves; ++i)
        draw_curve(&sheet, i);
    cairo_restore(cairo);
}
