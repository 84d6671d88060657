/* Cells of a table in plain text. */

#ifndef TARE_TABLE_CELLS_H
#define TARE_TABLE_CELLS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSpan TareSpan;

/** Takes the next cell, without blanks and quotes around it. Between blanks, a unit in brackets
    belongs to the word before it. `rest` is a line at first, and without an address once the last
    cell was taken. False, with `cell` as it was, when there is none left. */
bool tare_table_next_cell(TareSpan* rest, char separator, TareSpan* cell);

/** The cell with an index from 0; false, with an empty one at the end of the line, when there are
    not as many. */
bool tare_table_cell(TareSpan line, char separator, size_t index, TareSpan* cell);

size_t tare_table_n_cells(TareSpan line, char separator);

#endif
