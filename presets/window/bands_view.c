/* How the list of bands looks. */

#include "controls.h"
#include "tare/band_traits.h"
#include "window/bands_columns.h"
#include "window/bands_place.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/edit_view.h"
#include "window/list.h"
#include "window/theme.h"
#include "window/value_text.h"
#include "window/widget.h"

#include <stdio.h>

static const TareWord headings[TARE_BANDS_N_COLUMNS] = {TARE_WORD_TYPE, TARE_WORD_HZ, TARE_WORD_DB,
                                                        TARE_WORD_Q, TARE_WORD_SIDE};

/** Words stand at the left, figures at the right. */
static TarePenAlign align_of(unsigned column)
{
    const TarePortRole role = tare_bands_role(column);
    return role == TARE_PORT_BAND_TYPE || role == TARE_PORT_BAND_CHANNEL ? TARE_PEN_LEFT
                                                                         : TARE_PEN_RIGHT;
}

static TareBox inner(const TareDesk* desk, TareBox cell)
{
    const double margin = tare_bands_cell_margin(desk);
    return (TareBox){cell.x + margin, cell.y, cell.w - 2 * margin, cell.h};
}

static void draw_headings(const TareDesk* desk, TarePen* pen)
{
    for (unsigned i = 0; i < TARE_BANDS_N_COLUMNS; ++i) {
        TareBox cell = tare_bands_cell(desk, tare_list_first(desk, TARE_WIDGET_BANDS), i);
        cell.y -= cell.h;
        tare_pen_text(pen, inner(desk, cell),
                      (TarePenStyle){desk->theme->faint, TARE_PEN_SMALL, align_of(i), false},
                      tare_word(headings[i]));
    }
}

/** A gain that means nothing is not shown, and a mono equaliser has no sides. */
static bool has_value(const TareDesk* desk, TarePortRole role, const TareBand* band)
{
    if (role == TARE_PORT_BAND_CHANNEL)
        return tare_dials_n_channels(desk->dials) > 1;
    return role != TARE_PORT_BAND_GAIN || tare_band_type_has_gain(band->type);
}

static void draw_cell(const TareDesk* desk, TarePen* pen, uint32_t number, unsigned column)
{
    const TareTheme* const theme = desk->theme;
    const TareBand* const band = &tare_dials_controls(desk->dials)->set.bands[number];
    const TarePort port = tare_dials_port(tare_bands_role(column), number);
    const TareBox cell = tare_bands_cell(desk, number, column);
    const bool is_here =
        desk->focus == TARE_WIDGET_BANDS && number == desk->band && column == desk->column;
    const TarePenStyle style = {tare_band_is_active(band) ? theme->ink : theme->faint,
                                TARE_PEN_NORMAL, align_of(column), false};
    char text[TARE_VALUE_TEXT];
    if (is_here)
        tare_pen_box(pen, tare_box_inset(cell, 1.0), theme->panel, theme->accent);
    if (is_here && desk->is_typing)
        tare_edit_view_draw(pen, inner(desk, cell), desk->edit, style);
    else if (has_value(desk, port.role, band))
        tare_pen_text(
            pen, inner(desk, cell), style,
            tare_value_text_short(text, &port, tare_dials_get(desk->dials, port.role, number)));
}

static void draw_row(const TareDesk* desk, TarePen* pen, uint32_t number)
{
    const TareTheme* const theme = desk->theme;
    const TareBox row = tare_list_row(desk, TARE_WIDGET_BANDS, number);
    const bool is_active =
        tare_band_is_active(&tare_dials_controls(desk->dials)->set.bands[number]);
    char text[12];
    snprintf(text, sizeof text, "%u", (unsigned)number + 1);
    if (number == desk->band)
        tare_list_draw_chosen(desk, TARE_WIDGET_BANDS, number, pen);
    TareBox place = tare_bands_cell(desk, number, 0);
    place = (TareBox){row.x, row.y, place.x - row.x - tare_bands_cell_margin(desk), row.h};
    tare_pen_text(pen, place,
                  (TarePenStyle){is_active ? theme->ink : theme->faint, TARE_PEN_SMALL,
                                 TARE_PEN_RIGHT, is_active},
                  text);
    for (unsigned i = 0; i < TARE_BANDS_N_COLUMNS; ++i)
        draw_cell(desk, pen, number, i);
}

void tare_bands_draw(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    tare_pen_box(pen, desk->boxes[id], desk->theme->panel, desk->theme->line);
    draw_headings(desk, pen);
    for (size_t i = tare_list_first(desk, id); i < tare_list_end(desk, id); ++i)
        draw_row(desk, pen, (uint32_t)i);
    tare_list_draw_bar(desk, id, pen);
}
