#include "picture/frame.h"

#include "base/number.h"
#include "picture/colours.h"

#include <cairo.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>

void tare_plot_colour(cairo_t* cairo, unsigned rgb, double alpha)
{
    cairo_set_source_rgba(cairo, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0,
                          (rgb & 255) / 255.0, alpha);
}

void tare_plot_text(cairo_t* cairo, double x, double y, double align, const char* text)
{
    cairo_text_extents_t extents;
    cairo_text_extents(cairo, text, &extents);
    cairo_move_to(cairo, x - align * extents.x_advance, y);
    cairo_show_text(cairo, text);
}

/* Figures of levels do not crowd; a span gets room of less than a step at either end. */
#define MOST_STEPS 10.0
#define ROOM_STEPS 1.0

/** The smallest round step that a span of levels is at most so many of, if any is. */
static double step_of(double span_db, double most)
{
    static const double steps[] = {1, 2, 3, 5, 10, 20};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof steps[0] && span_db / steps[i] > most)
        ++i;
    return steps[i];
}

void tare_plot_frame_span(TarePlotFrame* frame, double lowest_db, double highest_db)
{
    const double lowest = fmin(lowest_db, -3.0);
    const double highest = fmax(highest_db, 3.0);
    const double step = step_of(highest - lowest, MOST_STEPS - ROOM_STEPS);
    frame->step_db = step;
    frame->min_db = step * floor((lowest - 0.35 * step) / step);
    frame->max_db = step * ceil((highest + 0.35 * step) / step);
}

void tare_plot_frame_fix(TarePlotFrame* frame, double range_db)
{
    frame->step_db = step_of(2.0 * range_db, MOST_STEPS);
    frame->max_db = frame->step_db * ceil(range_db / frame->step_db);
    frame->min_db = -frame->max_db;
}

double tare_plot_frame_x(const TarePlotFrame* frame, double freq_hz)
{
    const double position = log(freq_hz / frame->min_hz) / log(frame->max_hz / frame->min_hz);
    return frame->left + position * (frame->right - frame->left);
}

double tare_plot_frame_y(const TarePlotFrame* frame, double gain_db)
{
    const double position = (gain_db - frame->min_db) / (frame->max_db - frame->min_db);
    return frame->bottom - position * (frame->bottom - frame->top);
}

/** Lines lie on whole pixels, where they are sharp. */
static double sharp(double position)
{
    return floor(position) + 0.5;
}

static void draw_line(cairo_t* cairo, double x1, double y1, double x2, double y2, unsigned rgb)
{
    tare_plot_colour(cairo, rgb, 1.0);
    cairo_move_to(cairo, sharp(x1), sharp(y1));
    cairo_line_to(cairo, sharp(x2), sharp(y2));
    cairo_stroke(cairo);
}

/* A decade that is less wide has room for one figure only. */
#define LEAST_DECADE_WIDTH 125.0

/** Whether a line has a figure: 1, 2 and 5 of each decade, or only 1, and what comes first. */
static bool has_figure(const TarePlotFrame* frame, int digit, double freq_hz)
{
    const double n_decades = log10(frame->max_hz / frame->min_hz);
    if (digit == 1 || freq_hz <= frame->min_hz)
        return true;
    return (digit == 2 || digit == 5) &&
           frame->right - frame->left >= n_decades * LEAST_DECADE_WIDTH * frame->scale;
}

static void draw_frequency(cairo_t* cairo, const TarePlotFrame* frame, double freq_hz, bool figure)
{
    const double x = tare_plot_frame_x(frame, freq_hz);
    draw_line(cairo, x, frame->top, x, frame->bottom,
              figure ? frame->theme->grid : frame->theme->fine_grid);
    if (!figure)
        return;
    char number[TARE_NUMBER_SIZE];
    char text[TARE_NUMBER_SIZE + 4];
    tare_number_format(number, sizeof number, freq_hz < 1000.0 ? freq_hz : freq_hz / 1000.0);
    snprintf(text, sizeof text, "%s%s", number, freq_hz < 1000.0 ? "" : "k");
    tare_plot_colour(cairo, frame->theme->figures, 1.0);
    tare_plot_text(cairo, x, frame->bottom + 24.0 * frame->scale, 0.5, text);
}

static void draw_frequencies(cairo_t* cairo, const TarePlotFrame* frame)
{
    for (double decade = 10.0; decade <= frame->max_hz; decade *= 10.0)
        for (int digit = 1; digit < 10; ++digit)
            if (digit * decade >= frame->min_hz && digit * decade <= frame->max_hz)
                draw_frequency(cairo, frame, digit * decade,
                               has_figure(frame, digit, digit * decade));
}

static void draw_levels(cairo_t* cairo, const TarePlotFrame* frame)
{
    const int n_steps = (int)lround((frame->max_db - frame->min_db) / frame->step_db);
    for (int i = 0; i <= n_steps; ++i) {
        const double gain_db = frame->min_db + i * frame->step_db;
        const double y = tare_plot_frame_y(frame, gain_db);
        draw_line(cairo, frame->left, y, frame->right, y,
                  gain_db == 0.0 ? frame->theme->zero_line : frame->theme->grid);
        char number[TARE_NUMBER_SIZE];
        char text[TARE_NUMBER_SIZE + 4];
        tare_number_format(number, sizeof number, fabs(gain_db));
        const char* const sign = gain_db > 0.0 ? "+" : gain_db < 0.0 ? "\u2212" : "";
        snprintf(text, sizeof text, "%s%s", sign, number);
        tare_plot_colour(cairo, frame->theme->figures, 1.0);
        tare_plot_text(cairo, frame->left - 12.0 * frame->scale, y + 5.0 * frame->scale, 1.0, text);
    }
}

static void draw_titles(cairo_t* cairo, const TarePlotFrame* frame)
{
    tare_plot_colour(cairo, frame->theme->figures, 1.0);
    tare_plot_text(cairo, 0.5 * (frame->left + frame->right), frame->bottom + 50.0 * frame->scale,
                   0.5, "frequency in Hz");
    /* not upright: letters that are turned are others, and double what a file holds of them */
    tare_plot_text(cairo, frame->left - 12.0 * frame->scale, frame->top - 16.0 * frame->scale, 1.0,
                   "dB");
}

void tare_plot_frame_draw(cairo_t* cairo, const TarePlotFrame* frame)
{
    cairo_set_line_width(cairo, 1.0);
    cairo_set_font_size(cairo, TARE_PLOT_FONT_SIZE * frame->scale);
    draw_frequencies(cairo, frame);
    draw_levels(cairo, frame);
    if (frame->has_titles)
        draw_titles(cairo, frame);
}
