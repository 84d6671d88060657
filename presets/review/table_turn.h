/* Tables that lie on their side: each column is a filter. */

#ifndef TARE_TABLE_TURN_H
#define TARE_TABLE_TURN_H

#include "review/table_heads.h"

#include <stdbool.h>
#include <stddef.h>

/** The cells of a table, row by row. */
typedef struct TareTableSide {
    TareTableCell* cells; ///< owned by the caller, who gets others in their place
    size_t n_cells;
    bool has_heads; ///< the first row says what is in the columns
    bool failed;    ///< memory was short
} TareTableSide;

/** Turns a table whose columns are filters, a row of places above one of gains: then its columns
    are its rows, of `*height` cells each. False, with nothing changed, when it is none. */
bool tare_table_turn(TareTableSide* table, size_t* height);

#endif
