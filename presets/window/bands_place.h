/* The columns of the list of bands, and where its cells are. */

#ifndef TARE_WINDOW_BANDS_PLACE_H
#define TARE_WINDOW_BANDS_PLACE_H

#include "window/box.h"

#include <stddef.h>
#include <stdint.h>

typedef struct TareDesk TareDesk;

enum { TARE_BANDS_N_COLUMNS = 5 /* bands_columns.h */ };

/** What is left free at either side in a cell. */
double tare_bands_cell_margin(const TareDesk* desk);

/** A cell, by band and column; the first column stands behind the band's number. The row of the
    headings is that before the first that is shown. */
TareBox tare_bands_cell(const TareDesk* desk, size_t band, unsigned column);

/** The band and the column under a place; false when there is no cell. */
bool tare_bands_at(const TareDesk* desk, double x, double y, uint32_t* band, unsigned* column);

#endif
