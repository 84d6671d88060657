/* Tables in words, a sentence for each row: "Peak, 60 Hz, +4 dB, Q 0.7". */

#ifndef TARE_TABLE_ROWS_H
#define TARE_TABLE_ROWS_H

#include "base/pool.h"
#include "review/table_heads.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareOutline TareOutline;

/** The rows of a table. Starts as {0}. */
typedef struct TareTableRows {
    const char* own_name; ///< of the product, whose cells say nothing; NULL when nobody knows
    TareTableCell* cells;
    size_t n_cells, n_rows;
    bool has_heads; ///< the first row says what is in the columns
    bool failed;    ///< memory was short
    TarePool copies;
} TareTableRows;

/** Appends a copy of a cell, without the blanks around it, to the row that is being filled. */
void tare_table_rows_add(TareTableRows* table, const char* text, size_t length);

/** The next cell begins a new row. */
void tare_table_rows_end_row(TareTableRows* table);

/** Whether a row has a frequency and a gain. */
bool tare_table_rows_have_settings(const TareTableRows* table);

/** Adds the rows to an outline as paragraphs, the first one in a line of the file and each further
    one `lines_per_row` lines behind. Only rows with a frequency and a gain are; a table that has
    none goes to what is not read. Clears the table. */
void tare_table_rows_tell(TareTableRows* table, TareOutline* outline, unsigned line,
                          unsigned lines_per_row);

/** Frees all that it owns and empties it. */
void tare_table_rows_clear(TareTableRows* table);

#endif
