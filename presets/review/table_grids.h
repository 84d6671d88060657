/* Tables whose columns, or rows, are several headphones, states or sittings at the same places: of
   these one counts. */

#ifndef TARE_TABLE_GRIDS_H
#define TARE_TABLE_GRIDS_H

#include <stdbool.h>

typedef struct TareOutline TareOutline;
typedef struct TareTableRows TareTableRows;

/** Turns a table of places in the first column and gains in the others, or of places in the first
    row and gains in one row below it, into one of places and gains, those of the column that has
    the product's name or is called the mean, and notes that in the outline. False, with nothing
    changed, for any other. */
bool tare_table_grid_settle(TareTableRows* table, TareOutline* outline);

/** Reads such a table, set by blanks, that a text begins with, and moves behind it. False, with
    some rows added, when there is none. */
bool tare_table_grid_read(TareTableRows* table, const char** text);

#endif
