#include "picture/marks.h"

#include "picture/colours.h"
#include "picture/frame.h"
#include "picture/plot_data.h"

#include <cairo.h>
#include <math.h>
#include <stdbool.h>

/* At scale 1: how far words stand off their place, how high they are, what is kept free around
   them, and by how much they give way at a time. */
#define ABOVE 14.0
#define BELOW 24.0
#define ASCENT 13.0
#define DESCENT 5.0
#define MARGIN 5.0
#define STEP 3.0

/* More words would be read by nobody. */
enum { MAX_PLACED = 16 };

typedef struct {
    double left, top, right, bottom;
} Box;

typedef struct {
    const TarePlotFrame* frame;
    const TarePlot* plot;
    Box boxes[MAX_PLACED]; ///< of words already drawn
    size_t n_boxes;
} Placing;

static Box box_at(const TarePlotFrame* frame, double middle, double baseline, double width)
{
    const double margin = MARGIN * frame->scale;
    return (Box){middle - 0.5 * width - margin, baseline - ASCENT * frame->scale - margin,
                 middle + 0.5 * width + margin, baseline + DESCENT * frame->scale + margin};
}

static bool meets_words(const Placing* placing, const Box* box)
{
    for (size_t i = 0; i < placing->n_boxes; ++i) {
        const Box* const other = &placing->boxes[i];
        if (box->left < other->right && box->right > other->left && box->top < other->bottom &&
            box->bottom > other->top)
            return true;
    }
    return false;
}

/** Whether a curve goes through the box between its points `first` and `last`. */
static bool meets_curve(const Placing* placing, const Box* box, const double* gain_db, size_t first,
                        size_t last)
{
    double y = tare_plot_frame_y(placing->frame, gain_db[first]);
    for (size_t i = first; i <= last; ++i) {
        const double next = tare_plot_frame_y(placing->frame, gain_db[i]);
        if (fmin(y, next) < box->bottom && fmax(y, next) > box->top)
            return true;
        y = next;
    }
    return false;
}

static bool is_free(const Placing* placing, const Box* box)
{
    const TarePlotFrame* const frame = placing->frame;
    const TarePlot* const plot = placing->plot;
    size_t first = 0, last = plot->n_points - 1;
    if (box->top < frame->top || box->bottom > frame->bottom || meets_words(placing, box))
        return false;
    while (first < last && tare_plot_frame_x(frame, plot->freq_hz[first + 1]) <= box->left)
        ++first;
    while (last > first && tare_plot_frame_x(frame, plot->freq_hz[last - 1]) >= box->right)
        --last;
    for (size_t i = 0; i < plot->n_curves; ++i) {
        const TarePlotCurve* const curve = &plot->curves[i];
        if (meets_curve(placing, box, curve->gain_db, first, last) ||
            (curve->lowest_db && meets_curve(placing, box, curve->lowest_db, first, last)))
            return false;
    }
    return true;
}

/** Finds the nearest free baseline of words around `middle`, on the side away from 0 dB first. */
static bool find_place(const Placing* placing, const TarePlotMark* mark, double middle,
                       double width, double* baseline)
{
    const TarePlotFrame* const frame = placing->frame;
    const double y = tare_plot_frame_y(frame, mark->gain_db);
    const double height = frame->bottom - frame->top;
    for (double away = 0.0; away < height; away += STEP * frame->scale)
        for (int side = 0; side < 2; ++side) {
            const bool is_below = (mark->gain_db < 0.0) == (side == 0);
            *baseline =
                is_below ? y + BELOW * frame->scale + away : y - ABOVE * frame->scale - away;
            const Box box = box_at(frame, middle, *baseline, width);
            if (is_free(placing, &box))
                return true;
        }
    return false;
}

static void draw_mark(cairo_t* cairo, Placing* placing, const TarePlotMark* mark)
{
    const TarePlotFrame* const frame = placing->frame;
    cairo_text_extents_t extents;
    cairo_text_extents(cairo, mark->text, &extents);
    const double half = 0.5 * extents.x_advance + MARGIN * frame->scale;
    const double middle = fmin(fmax(tare_plot_frame_x(frame, mark->freq_hz), frame->left + half),
                               frame->right - half);
    double baseline = 0.0;
    if (placing->n_boxes == MAX_PLACED ||
        !find_place(placing, mark, middle, extents.x_advance, &baseline))
        return;
    placing->boxes[placing->n_boxes++] = box_at(frame, middle, baseline, extents.x_advance);
    tare_plot_colour(cairo, frame->theme->ink, 1.0);
    tare_plot_text(cairo, middle, baseline, 0.5, mark->text);
}

void tare_plot_marks_draw(cairo_t* cairo, const TarePlotFrame* frame, const TarePlot* plot)
{
    Placing placing = {.frame = frame, .plot = plot};
    cairo_set_font_size(cairo, TARE_PLOT_FONT_SIZE * frame->scale);
    for (size_t i = 0; i < plot->n_marks; ++i)
        draw_mark(cairo, &placing, &plot->marks[i]);
}
