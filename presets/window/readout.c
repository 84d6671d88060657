/* The line above the graph: the chosen band, and which curve is which. */

#include "controls.h"
#include "picture/curves.h"
#include "picture/plot_data.h"
#include "tare/band_traits.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/graph_place.h"
#include "window/lines.h"
#include "window/pen_text.h"
#include "window/theme.h"
#include "window/value_text.h"
#include "window/widget.h"

#include <stdio.h>

enum { GAP = 12, KEY_WIDTH = 20, KEY_GAP = 6 };

/** The values of the chosen band in one line. */
static void band_text(const TareDesk* desk, char* text, size_t size)
{
    const TareBand* const band = &tare_dials_controls(desk->dials)->set.bands[desk->band];
    char values[5][TARE_VALUE_TEXT];
    for (int i = 0; i < 5; ++i) {
        const TarePort port = tare_dials_port((TarePortRole)(TARE_PORT_BAND_TYPE + i), desk->band);
        tare_value_text(values[i], &port, tare_dials_get(desk->dials, port.role, desk->band));
    }
    const bool has_gain = tare_band_type_has_gain(band->type);
    const bool has_side =
        tare_dials_n_channels(desk->dials) > 1 && band->channel != TARE_CHANNEL_BOTH;
    snprintf(text, size, "%s %u  %s  %s  %s%s%s %s%s%s", tare_word(TARE_WORD_BAND),
             (unsigned)desk->band + 1, values[0], values[1], has_gain ? values[2] : "",
             has_gain ? "  " : "", tare_word(TARE_WORD_Q), values[3], has_side ? "  " : "",
             has_side ? values[4] : "");
}

/** Which line is which, from the right; what has no room is left out. Returns how wide they are. */
static double draw_keys(const TareDesk* desk, TarePen* pen, TareBox box)
{
    const TarePenStyle style = {desk->theme->faint, TARE_PEN_SMALL, TARE_PEN_RIGHT, false};
    const TarePlotFrame frame = tare_graph_frame(desk);
    const TarePlot* const plot = tare_lines_plot(desk->lines);
    const double y = box.y + 0.5 * box.h;
    double right = box.x + box.w;
    for (size_t i = plot->n_curves; i-- > 0;) {
        const char* const label = plot->curves[i].label;
        if (!label || right - tare_pen_width(pen, style, label) - KEY_WIDTH - KEY_GAP < box.x)
            continue;
        right -= tare_pen_text(pen, (TareBox){box.x, box.y, right - box.x, box.h}, style, label);
        tare_plot_curves_draw_sample(pen->cairo, &frame, plot, i,
                                     (TarePlotSample){right - KEY_WIDTH - KEY_GAP, y, KEY_WIDTH});
        right -= KEY_WIDTH + KEY_GAP + GAP;
    }
    return box.x + box.w - right;
}

void tare_readout_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    TareBox box = desk->boxes[id];
    const TareBand* const band = &tare_dials_controls(desk->dials)->set.bands[desk->band];
    char text[256];
    box.w -= draw_keys(desk, pen, box);
    if (!tare_band_is_active(band) && desk->focus != TARE_WIDGET_GRAPH &&
        desk->focus != TARE_WIDGET_BANDS)
        return;
    band_text(desk, text, sizeof text);
    tare_pen_text(pen, box,
                  (TarePenStyle){desk->theme->faint, TARE_PEN_SMALL, TARE_PEN_LEFT, false}, text);
}
