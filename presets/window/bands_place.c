#include "window/bands_place.h"

#include "tare/band.h"
#include "window/desk.h"

#include <math.h>

enum {
    NUMBER_WIDTH = 30,
    CELL_MARGIN = 6,
    NARROW_WIDTH = 340, ///< below that all stands closer
    NARROW_NUMBER_WIDTH = 24,
    NARROW_CELL_MARGIN = 3,
    MARGIN = 6
};

/* Of the width that the number leaves: type, frequency, gain, Q, side. */
static const double shares[TARE_BANDS_N_COLUMNS] = {0.26, 0.23, 0.22, 0.14, 0.15};
static const double narrow_shares[TARE_BANDS_N_COLUMNS] = {0.27, 0.21, 0.21, 0.14, 0.17};

static bool is_narrow(const TareDesk* desk)
{
    return desk->boxes[TARE_WIDGET_BANDS].w < NARROW_WIDTH;
}

double tare_bands_cell_margin(const TareDesk* desk)
{
    return is_narrow(desk) ? NARROW_CELL_MARGIN : CELL_MARGIN;
}

uint32_t tare_bands_n_rows(const TareDesk* desk)
{
    const double height = desk->boxes[TARE_WIDGET_BANDS].h - 2 * MARGIN;
    const double rows = floor(height / TARE_ROW_HEIGHT) - 1.0; /* the headings */
    return rows < 0.0 ? 0 : rows < TARE_MAX_BANDS ? (uint32_t)rows : TARE_MAX_BANDS;
}

TareBox tare_bands_row(const TareDesk* desk, uint32_t band)
{
    const TareBox box = desk->boxes[TARE_WIDGET_BANDS];
    const double row = 1.0 + (double)band - (double)desk->first_band;
    return (TareBox){box.x + MARGIN, box.y + MARGIN + row * TARE_ROW_HEIGHT, box.w - 2 * MARGIN,
                     TARE_ROW_HEIGHT};
}

TareBox tare_bands_cell(const TareDesk* desk, uint32_t band, unsigned column)
{
    TareBox cell = tare_bands_row(desk, band);
    const double* const share = is_narrow(desk) ? narrow_shares : shares;
    const double number = is_narrow(desk) ? NARROW_NUMBER_WIDTH : NUMBER_WIDTH;
    const double width = cell.w - number;
    cell.x += number;
    for (unsigned i = 0; i < column; ++i)
        cell.x += share[i] * width;
    cell.w = share[column] * width;
    return cell;
}

bool tare_bands_at(const TareDesk* desk, double x, double y, uint32_t* band, unsigned* column)
{
    const uint32_t end = desk->first_band + tare_bands_n_rows(desk);
    for (uint32_t i = desk->first_band; i < end && i < TARE_MAX_BANDS; ++i)
        for (unsigned k = 0; k < TARE_BANDS_N_COLUMNS; ++k)
            if (tare_box_holds(tare_bands_cell(desk, i, k), x, y)) {
                *band = i;
                *column = k;
                return true;
            }
    return false;
}

void tare_bands_show_chosen(TareDesk* desk)
{
    const uint32_t n = tare_bands_n_rows(desk);
    if (desk->band < desk->first_band)
        desk->first_band = desk->band;
    else if (n > 0 && desk->band >= desk->first_band + n)
        desk->first_band = desk->band - n + 1;
    tare_bands_fill(desk);
}

void tare_bands_fill(TareDesk* desk)
{
    const uint32_t n = tare_bands_n_rows(desk);
    if (desk->first_band + n > TARE_MAX_BANDS)
        desk->first_band = TARE_MAX_BANDS - n;
}
