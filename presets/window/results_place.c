#include "window/results_place.h"

#include "window/desk.h"
#include "window/finder.h"

#include <math.h>

enum { MARGIN = 6 };

/** Above the rows stands a line when what was typed is not there. */
static double top_of(const TareDesk* desk)
{
    return MARGIN + (desk->finder->is_near_only ? TARE_ROW_HEIGHT : 0);
}

size_t tare_results_n_rows(const TareDesk* desk)
{
    const double height = desk->boxes[TARE_WIDGET_RESULTS].h - top_of(desk) - MARGIN;
    return height > 0.0 ? (size_t)floor(height / TARE_ROW_HEIGHT) : 0;
}

TareBox tare_results_row(const TareDesk* desk, size_t row)
{
    const TareBox box = desk->boxes[TARE_WIDGET_RESULTS];
    const double place = (double)row - (double)desk->finder->first;
    return (TareBox){box.x + MARGIN, box.y + top_of(desk) + place * TARE_ROW_HEIGHT,
                     box.w - 2 * MARGIN, TARE_ROW_HEIGHT};
}

void tare_results_show_chosen(const TareDesk* desk)
{
    TareFinder* const finder = desk->finder;
    const size_t n = tare_results_n_rows(desk);
    if (finder->chosen >= finder->n)
        return;
    const size_t top = finder->chosen > 0 && finder->rows[finder->chosen - 1].is_name
                           ? finder->chosen - 1
                           : finder->chosen;
    if (top < finder->first)
        finder->first = top;
    else if (n > 0 && finder->chosen >= finder->first + n)
        finder->first = finder->chosen - n + 1;
}

void tare_results_scroll(const TareDesk* desk, double rows)
{
    TareFinder* const finder = desk->finder;
    const size_t n = tare_results_n_rows(desk);
    const double last = finder->n > n ? (double)(finder->n - n) : 0.0;
    finder->first = (size_t)fmin(fmax((double)finder->first + rows, 0.0), last);
}
