/* Where the rows of what was found are. */

#ifndef TARE_WINDOW_RESULTS_PLACE_H
#define TARE_WINDOW_RESULTS_PLACE_H

#include "window/box.h"

#include <stddef.h>

typedef struct TareDesk TareDesk;

/** How many rows there is room for. */
size_t tare_results_n_rows(const TareDesk* desk);

/** A row by its number in the finder's list. */
TareBox tare_results_row(const TareDesk* desk, size_t row);

/** Scrolls so that the chosen row is shown, and the name above it when that is next. */
void tare_results_show_chosen(const TareDesk* desk);

/** Scrolls by so many rows. */
void tare_results_scroll(const TareDesk* desk, double rows);

#endif
