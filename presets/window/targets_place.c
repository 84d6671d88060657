#include "window/targets_place.h"

#include "window/desk.h"
#include "window/targets_order.h"

#include <math.h>

enum { MARGIN = 6 };

size_t tare_targets_n_rows(const TareDesk* desk)
{
    const double height = desk->boxes[TARE_WIDGET_TARGETS].h - 2 * MARGIN;
    return height > 0.0 ? (size_t)floor(height / TARE_ROW_HEIGHT) : 0;
}

TareBox tare_targets_row(const TareDesk* desk, size_t row)
{
    const TareBox box = desk->boxes[TARE_WIDGET_TARGETS];
    const double place = (double)row - (double)desk->first_target;
    return (TareBox){box.x + MARGIN, box.y + MARGIN + place * TARE_ROW_HEIGHT, box.w - 2 * MARGIN,
                     TARE_ROW_HEIGHT};
}

void tare_targets_scroll(TareDesk* desk, double rows)
{
    const size_t n = tare_targets_n_rows(desk);
    const double last = tare_targets_count() > n ? (double)(tare_targets_count() - n) : 0.0;
    desk->first_target = (size_t)fmin(fmax((double)desk->first_target + rows, 0.0), last);
}

void tare_targets_show(TareDesk* desk, size_t row)
{
    const size_t n = tare_targets_n_rows(desk);
    if (row >= tare_targets_count())
        return;
    if (row < desk->first_target)
        desk->first_target = row;
    else if (n > 0 && row >= desk->first_target + n)
        desk->first_target = row - n + 1;
}
