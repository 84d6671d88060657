/* The lists of the window: where their rows are, which of them are shown, and how they are gone
   through. A list is named by its widget: results, files, bands, targets, outputs. */

#ifndef TARE_WINDOW_LIST_H
#define TARE_WINDOW_LIST_H

#include "window/box.h"
#include "window/event.h"
#include "window/widget_id.h"

#include <stddef.h>

typedef struct TareDesk TareDesk;
typedef struct TarePen TarePen;

/** The first row that is shown, and that behind the last one. */
size_t tare_list_first(const TareDesk* desk, TareWidgetId id);
size_t tare_list_end(const TareDesk* desk, TareWidgetId id);

/** Where a row is, be it shown or not. */
TareBox tare_list_row(const TareDesk* desk, TareWidgetId id, size_t row);

/** The row under a place; false when none is there. */
bool tare_list_at(const TareDesk* desk, TareWidgetId id, double x, double y, size_t* row);

/** Scrolls so many rows down, but leaves no room behind the last one. */
void tare_list_scroll(TareDesk* desk, TareWidgetId id, double by);

/** Does what the wheel asks for. */
void tare_list_wheel(TareDesk* desk, TareWidgetId id, const TareEvent* event);

/** Scrolls so that a row is shown. */
void tare_list_show(TareDesk* desk, TareWidgetId id, size_t row);

/** The same for the correction that is chosen of what was found, and the name above it when that is
    next. */
void tare_list_show_found(TareDesk* desk);

/** By how many rows a key goes on, a page being what is shown; 0 when it is for something else. */
long tare_list_step(const TareDesk* desk, TareWidgetId id, TareKey key);

/** Marks a row as the chosen one, by more than a colour. */
void tare_list_draw_chosen(const TareDesk* desk, TareWidgetId id, size_t row, TarePen* pen);

/** Says which part of the list is shown. */
void tare_list_draw_bar(const TareDesk* desk, TareWidgetId id, TarePen* pen);

#endif
