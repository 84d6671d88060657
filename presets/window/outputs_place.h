/* Where the rows of the list of outputs are. */

#ifndef TARE_WINDOW_OUTPUTS_PLACE_H
#define TARE_WINDOW_OUTPUTS_PLACE_H

#include "window/box.h"

#include <stddef.h>

typedef struct TareDesk TareDesk;

/** How many rows there is room for. */
size_t tare_outputs_n_rows(const TareDesk* desk);

/** Where a row is. */
TareBox tare_outputs_row(const TareDesk* desk, size_t row);

/** Scrolls by so many rows. */
void tare_outputs_scroll(TareDesk* desk, double rows);

/** Scrolls so that the chosen row is shown. */
void tare_outputs_show_chosen(TareDesk* desk);

#endif
