/* Cells of a table in plain text, and the numbers in them. */

#ifndef TARE_TABLE_CELLS_H
#define TARE_TABLE_CELLS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSpan TareSpan;

/** How the rows of a table are written. */
typedef struct TareTableStyle {
    char separator; ///< between cells: ';', tab, ',' or ' ' for runs of blanks
    char grouping;  ///< the mark that only groups digits, ',' in "1,000.5"; 0 when there is none
} TareTableStyle;

/** Finds out from all rows. Cells are separated by what most rows contain: semicolons, else tabs,
    else commas, else blanks; commas inside numbers with a decimal comma do not count, as in
    "20,5 -3,1". A comma or a point groups digits when somewhere the other one follows it, or when
    exactly three digits always follow it and the other one is seen to be the decimal mark. */
TareTableStyle tare_table_style(TareSpan text);

/** Whether commas seem to stand between cells and inside numbers too, as in "20,5,-3,1": each row
    has four cells, no point anywhere, and plain digits in every second cell. */
bool tare_table_has_mixed_commas(TareSpan text);

/** Takes the next cell, without blanks and quotes around it. Between blanks, a unit in brackets
    belongs to the word before it. `rest` is a line at first, and without an address once the last
    cell was taken. False, with `cell` as it was, when there is none left. */
bool tare_table_next_cell(TareSpan* rest, char separator, TareSpan* cell);

/** The cell with an index from 0; false, with an empty one at the end of the line, when there are
    not as many. */
bool tare_table_cell(TareSpan line, char separator, size_t index, TareSpan* cell);

size_t tare_table_n_cells(TareSpan line, char separator);

/** Reads a number that fills a cell: with a decimal point or comma, an exponent, digits grouped by
    three, a plain or a typographic minus. False when it is none, or not finite. */
bool tare_table_number(TareSpan cell, char grouping, double* value);

#endif
