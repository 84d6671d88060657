#include "window/graph_place.h"

#include "controls.h"
#include "tare/band_traits.h"
#include "window/desk.h"
#include "window/dials.h"

#include <math.h>

/* Margins with the figures in them. */
enum { LEFT = 50, RIGHT = 16, TOP = 12, BOTTOM = 30 };

/* How near a handle the pointer must be. */
enum { REACH = 12 };

/* Levels of nearly all corrections; what is beyond is drawn at the edge. */
#define HIGHEST_DB 20.0
#define STEP_DB 5.0
#define WIDE_STEP_DB 10.0
#define MIN_STEP_HEIGHT 18.0

/* Figures of 12 pixels (15 at the frame's scale 1). */
#define FRAME_SCALE 0.8

TarePlotFrame tare_graph_frame(const TareDesk* desk)
{
    const TareBox box = desk->boxes[TARE_WIDGET_GRAPH];
    TarePlotFrame frame = {.left = box.x + LEFT,
                           .top = box.y + TOP,
                           .right = box.x + box.w - RIGHT,
                           .bottom = box.y + box.h - BOTTOM,
                           .min_hz = 20.0,
                           .max_hz = 20000.0,
                           .min_db = -HIGHEST_DB,
                           .max_db = HIGHEST_DB,
                           .step_db = STEP_DB,
                           .scale = FRAME_SCALE,
                           .theme = desk->theme};
    if ((frame.bottom - frame.top) * STEP_DB < 2.0 * HIGHEST_DB * MIN_STEP_HEIGHT)
        frame.step_db = WIDE_STEP_DB;
    return frame;
}

/** One that is chosen can be taken up from 0 dB too. */
static bool has_handle(const TareDesk* desk, const TareBand* band, uint32_t number)
{
    return tare_band_is_active(band) ||
           (number == desk->band &&
            (desk->focus == TARE_WIDGET_GRAPH || desk->focus == TARE_WIDGET_BANDS));
}

bool tare_graph_handle_at(const TareDesk* desk, uint32_t number, double* x, double* y)
{
    const TareBand* const band = &tare_dials_controls(desk->dials)->set.bands[number];
    if (!has_handle(desk, band, number))
        return false;
    const TarePlotFrame frame = tare_graph_frame(desk);
    const double gain_db = tare_band_type_has_gain(band->type) ? band->gain_db : 0.0;
    *x = tare_plot_frame_x(&frame, fmin(fmax(band->freq_hz, frame.min_hz), frame.max_hz));
    *y = tare_plot_frame_y(&frame, fmin(fmax(gain_db, frame.min_db), frame.max_db));
    return true;
}

uint32_t tare_graph_band_at(const TareDesk* desk, double x, double y)
{
    uint32_t nearest = TARE_MAX_BANDS;
    double distance = REACH;
    for (uint32_t i = 0; i < TARE_MAX_BANDS; ++i) {
        double band_x, band_y;
        if (tare_graph_handle_at(desk, i, &band_x, &band_y) &&
            hypot(band_x - x, band_y - y) < distance) {
            distance = hypot(band_x - x, band_y - y);
            nearest = i;
        }
    }
    return nearest;
}
