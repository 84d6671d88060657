#include "window/inline_picture.h"

#include "controls.h"
#include "picture/colours.h"
#include "picture/curves.h"
#include "picture/frame.h"
#include "settings.h"
#include "window/aiming.h"
#include "window/lines.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>

/* As in the window; small lines are thinner. */
#define HIGHEST_DB 20.0
#define WIDTH_AT_SCALE_1 600.0
#define LEAST_SCALE 0.4
#define MOST_SCALE 1.0
#define VEIL 0.6

/** Lines at 100 Hz, 1 kHz, 10 kHz and each 10 dB: figures have no room. */
static void draw_grid(cairo_t* cairo, const TarePlotFrame* frame, const TareTheme* theme)
{
    static const double freqs_hz[] = {100.0, 1000.0, 10000.0};
    cairo_set_line_width(cairo, 1.0);
    tare_plot_colour(cairo, theme->line, 1.0);
    for (size_t i = 0; i < sizeof freqs_hz / sizeof *freqs_hz; ++i) {
        const double x = floor(tare_plot_frame_x(frame, freqs_hz[i])) + 0.5;
        cairo_move_to(cairo, x, frame->top);
        cairo_line_to(cairo, x, frame->bottom);
    }
    for (double db = frame->min_db + frame->step_db; db < frame->max_db; db += frame->step_db) {
        const double y = floor(tare_plot_frame_y(frame, db)) + 0.5;
        cairo_move_to(cairo, frame->left, y);
        cairo_line_to(cairo, frame->right, y);
    }
    cairo_stroke(cairo);
}

static TareControls controls_of(const float* values, uint32_t n_channels)
{
    TareControls controls = tare_controls_default();
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i) {
        const TarePort port = tare_port(n_channels, i);
        tare_settings_set_port(&controls, &port, values[i]);
    }
    return controls;
}

bool tare_inline_picture_draw(cairo_t* cairo, double width, double height, const float* values,
                              uint32_t n_channels)
{
    const TareTheme* const theme = &tare_theme_dark;
    const TareControls controls = controls_of(values, n_channels);
    TareLines* const lines = tare_lines_new();
    if (!lines)
        return false;
    const TarePlotFrame frame = {.right = width,
                                 .bottom = height,
                                 .min_hz = 20.0,
                                 .max_hz = 20000.0,
                                 .min_db = -HIGHEST_DB,
                                 .max_db = HIGHEST_DB,
                                 .step_db = 0.5 * HIGHEST_DB,
                                 .scale =
                                     fmin(fmax(width / WIDTH_AT_SCALE_1, LEAST_SCALE), MOST_SCALE),
                                 .theme = theme};
    tare_lines_set(lines, &controls, n_channels, &(TareSound){0});
    tare_plot_colour(cairo, theme->panel, 1.0);
    cairo_paint(cairo);
    draw_grid(cairo, &frame, theme);
    tare_plot_curves_draw(cairo, &frame, tare_lines_plot(lines));
    if (!controls.enabled || controls.is_comparing) {
        tare_plot_colour(cairo, theme->panel, VEIL);
        cairo_paint(cairo);
    }
    tare_lines_free(lines);
    return true;
}
