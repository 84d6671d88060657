/* Where the rows of the list of targets are. */

#ifndef TARE_WINDOW_TARGETS_PLACE_H
#define TARE_WINDOW_TARGETS_PLACE_H

#include "window/box.h"

#include <stddef.h>

typedef struct TareDesk TareDesk;

/** How many rows there is room for. */
size_t tare_targets_n_rows(const TareDesk* desk);

/** Where a row is. */
TareBox tare_targets_row(const TareDesk* desk, size_t row);

/** Scrolls by so many rows. */
void tare_targets_scroll(TareDesk* desk, double rows);

/** Scrolls so that a row is shown. */
void tare_targets_show(TareDesk* desk, size_t row);

#endif
