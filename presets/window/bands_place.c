#include "window/bands_place.h"

#include "window/desk.h"
#include "window/list.h"

enum {
    NUMBER_WIDTH = 30,
    CELL_MARGIN = 6,
    NARROW_WIDTH = 340, ///< below that all stands closer
    NARROW_NUMBER_WIDTH = 24,
    NARROW_CELL_MARGIN = 3
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

TareBox tare_bands_cell(const TareDesk* desk, size_t band, unsigned column)
{
    TareBox cell = tare_list_row(desk, TARE_WIDGET_BANDS, band);
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
    size_t row = 0;
    if (!tare_list_at(desk, TARE_WIDGET_BANDS, x, y, &row))
        return false;
    for (unsigned k = 0; k < TARE_BANDS_N_COLUMNS; ++k)
        if (tare_box_holds(tare_bands_cell(desk, row, k), x, y)) {
            *band = (uint32_t)row;
            *column = k;
            return true;
        }
    return false;
}
