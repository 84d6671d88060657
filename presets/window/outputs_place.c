#include "window/outputs_place.h"

#include "window/desk.h"
#include "window/outputs.h"

#include <math.h>

enum { MARGIN = 6 };

size_t tare_outputs_n_rows(const TareDesk* desk)
{
    const double height = desk->boxes[TARE_WIDGET_OUTPUTS].h - 2 * MARGIN;
    return height > 0.0 ? (size_t)floor(height / TARE_TALL_ROW_HEIGHT) : 0;
}

TareBox tare_outputs_row(const TareDesk* desk, size_t row)
{
    const TareBox box = desk->boxes[TARE_WIDGET_OUTPUTS];
    const double place = (double)row - (double)desk->outputs->first;
    return (TareBox){box.x + MARGIN, box.y + MARGIN + place * TARE_TALL_ROW_HEIGHT,
                     box.w - 2 * MARGIN, TARE_TALL_ROW_HEIGHT};
}

void tare_outputs_scroll(TareDesk* desk, double rows)
{
    TareOutputs* const outputs = desk->outputs;
    const size_t n = tare_outputs_n_rows(desk);
    const double last = outputs->n > n ? (double)(outputs->n - n) : 0.0;
    outputs->first = (size_t)fmin(fmax((double)outputs->first + rows, 0.0), last);
}

void tare_outputs_show_chosen(TareDesk* desk)
{
    TareOutputs* const outputs = desk->outputs;
    const size_t n = tare_outputs_n_rows(desk);
    if (outputs->chosen < outputs->first)
        outputs->first = outputs->chosen;
    else if (n > 0 && outputs->chosen >= outputs->first + n)
        outputs->first = outputs->chosen - n + 1;
    tare_outputs_scroll(desk, 0.0);
}
