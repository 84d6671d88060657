#include "window/list.h"

#include "tare/band.h"
#include "window/desk.h"
#include "window/files.h"
#include "window/finder.h"
#include "window/outputs.h"
#include "window/pen.h"
#include "window/targets_order.h"
#include "window/theme.h"

#include <math.h>

enum { MARGIN = 6, WHEEL_ROWS = 3, MARK_WIDTH = 3, MARK_MARGIN = 4 };

typedef struct {
    TareBox box; ///< of all that is shown
    double row_height;
    size_t n;      ///< rows of the list
    size_t* first; ///< that is shown
} Rows;

/** What stands above the rows. */
static double head_of(const TareDesk* desk, TareWidgetId id)
{
    enum { TITLE_AND_FIELD = 70 };
    return id == TARE_WIDGET_FILES                                   ? TITLE_AND_FIELD
           : id == TARE_WIDGET_BANDS                                 ? TARE_ROW_HEIGHT
           : id == TARE_WIDGET_RESULTS && desk->finder->is_near_only ? TARE_ROW_HEIGHT
                                                                     : 0.0;
}

static Rows rows_of(const TareDesk* desk, TareWidgetId id)
{
    const double head = head_of(desk, id);
    TareBox box = tare_box_inset(desk->boxes[id], MARGIN);
    box.y += head;
    box.h = fmax(box.h - head, 0.0);
    switch (id) {
    case TARE_WIDGET_FILES:
        return (Rows){box, TARE_ROW_HEIGHT, desk->files->list.n, &desk->files->first};
    case TARE_WIDGET_RESULTS:
        return (Rows){box, TARE_ROW_HEIGHT, desk->finder->n, &desk->finder->first};
    case TARE_WIDGET_OUTPUTS:
        return (Rows){box, TARE_TALL_ROW_HEIGHT, desk->outputs->n, &desk->outputs->first};
    case TARE_WIDGET_TARGETS:
        return (Rows){box, TARE_ROW_HEIGHT, tare_targets_count(), &desk->scrolled->targets};
    default:
        return (Rows){box, TARE_ROW_HEIGHT, TARE_MAX_BANDS, &desk->scrolled->bands};
    }
}

/** How many rows there is room for. */
static size_t n_shown(const Rows* rows)
{
    return (size_t)floor(rows->box.h / rows->row_height);
}

static TareBox box_of_row(const Rows* rows, size_t row)
{
    const double place = (double)row - (double)*rows->first;
    return (TareBox){rows->box.x, rows->box.y + place * rows->row_height, rows->box.w,
                     rows->row_height};
}

size_t tare_list_first(const TareDesk* desk, TareWidgetId id)
{
    return *rows_of(desk, id).first;
}

size_t tare_list_end(const TareDesk* desk, TareWidgetId id)
{
    const Rows rows = rows_of(desk, id);
    const size_t end = *rows.first + n_shown(&rows);
    return end < rows.n ? end : rows.n;
}

TareBox tare_list_row(const TareDesk* desk, TareWidgetId id, size_t row)
{
    const Rows rows = rows_of(desk, id);
    return box_of_row(&rows, row);
}

bool tare_list_at(const TareDesk* desk, TareWidgetId id, double x, double y, size_t* row)
{
    const size_t end = tare_list_end(desk, id);
    for (size_t i = tare_list_first(desk, id); i < end; ++i)
        if (tare_box_holds(tare_list_row(desk, id, i), x, y)) {
            *row = i;
            return true;
        }
    return false;
}

void tare_list_scroll(TareDesk* desk, TareWidgetId id, double by)
{
    const Rows rows = rows_of(desk, id);
    const size_t room = n_shown(&rows);
    const double last = rows.n > room ? (double)(rows.n - room) : 0.0;
    *rows.first = (size_t)fmin(fmax((double)*rows.first + by, 0.0), last);
}

void tare_list_wheel(TareDesk* desk, TareWidgetId id, const TareEvent* event)
{
    tare_list_scroll(desk, id, -event->wheel * (id == TARE_WIDGET_OUTPUTS ? 1 : WHEEL_ROWS));
}

void tare_list_show(TareDesk* desk, TareWidgetId id, size_t row)
{
    const Rows rows = rows_of(desk, id);
    const size_t room = n_shown(&rows);
    if (row < *rows.first)
        *rows.first = row;
    else if (room > 0 && row < rows.n && row >= *rows.first + room)
        *rows.first = row - room + 1;
    tare_list_scroll(desk, id, 0.0);
}

void tare_list_show_found(TareDesk* desk)
{
    const TareFinder* const finder = desk->finder;
    if (finder->chosen >= finder->n)
        return;
    tare_list_show(desk, TARE_WIDGET_RESULTS, finder->chosen);
    if (finder->rows[finder->chosen - 1].is_name)
        tare_list_show(desk, TARE_WIDGET_RESULTS, finder->chosen - 1);
}

long tare_list_step(const TareDesk* desk, TareWidgetId id, TareKey key)
{
    const Rows rows = rows_of(desk, id);
    const long room = (long)n_shown(&rows), page = room > 1 ? room - 1 : 1;
    return key == TARE_KEY_DOWN        ? 1
           : key == TARE_KEY_UP        ? -1
           : key == TARE_KEY_PAGE_DOWN ? page
           : key == TARE_KEY_PAGE_UP   ? -page
                                       : 0;
}

void tare_list_draw_chosen(const TareDesk* desk, TareWidgetId id, size_t row, TarePen* pen)
{
    const TareBox box = tare_list_row(desk, id, row);
    tare_pen_box(pen, box, desk->theme->chosen, TARE_PEN_NONE);
    tare_pen_box(pen, (TareBox){box.x, box.y + MARK_MARGIN, MARK_WIDTH, box.h - 2 * MARK_MARGIN},
                 desk->theme->accent, TARE_PEN_NONE);
}

void tare_list_draw_bar(const TareDesk* desk, TareWidgetId id, TarePen* pen)
{
    const Rows rows = rows_of(desk, id);
    const TareBox all = desk->boxes[id];
    const TareBox box = {all.x, rows.box.y - MARGIN, all.w, rows.box.h + 2 * MARGIN};
    tare_pen_bar(pen, box, *rows.first, n_shown(&rows), rows.n);
}
