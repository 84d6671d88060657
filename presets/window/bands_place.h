/* The columns of the list of bands, and where its cells are. */

#ifndef TARE_WINDOW_BANDS_PLACE_H
#define TARE_WINDOW_BANDS_PLACE_H

#include "window/box.h"

#include <stdint.h>

typedef struct TareDesk TareDesk;

enum { TARE_BANDS_N_COLUMNS = 5 /* bands_columns.h */ };

/** How many rows there is room for. */
uint32_t tare_bands_n_rows(const TareDesk* desk);

/** What is left free at either side in a cell. */
double tare_bands_cell_margin(const TareDesk* desk);

/** A cell, by band and column; the first column stands behind the band's number. The row of the
    headings is that before the first that is shown. */
TareBox tare_bands_cell(const TareDesk* desk, uint32_t band, unsigned column);

/** All of a row. */
TareBox tare_bands_row(const TareDesk* desk, uint32_t band);

/** The band and the column under a place; false when there is no cell. */
bool tare_bands_at(const TareDesk* desk, double x, double y, uint32_t* band, unsigned* column);

/** Scrolls so that the chosen band is shown. */
void tare_bands_show_chosen(TareDesk* desk);

/** Scrolls back as far as there is room behind the last band. */
void tare_bands_fill(TareDesk* desk);

#endif
