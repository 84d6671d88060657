/* Numbers in the cells of a table, as programs and people of all countries write them. */

#ifndef TARE_TABLE_NUMBER_H
#define TARE_TABLE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSpan TareSpan;

/** Points and commas of a number. */
typedef struct TareTableMarks {
    size_t n_points, n_commas;
    const char* last; ///< NULL when there is none
} TareTableMarks;

TareTableMarks tare_table_marks(TareSpan cell);

/** Whether a mark of so many bytes in a cell can stand between groups: one to three digits before,
    not beginning with a zero, and exactly three behind. */
bool tare_table_is_between_groups(TareSpan cell, const char* mark, size_t length);

/** Reads a number that fills a cell: with a decimal point or comma, an exponent, digits grouped by
    three, a plain or a typographic minus. Groups may be told apart by `grouping`, by blanks of any
    kind and by apostrophes. False when it is none, or not finite. */
bool tare_table_number(TareSpan cell, char grouping, double* value);

/** The same for a frequency, with a unit behind it or not: "20 Hz", "1.25k", "1k25", "16 kHz".
    `value` is in the unit of the column when the cell has none; `has_unit`, which may be NULL,
   tells whether it is in Hz in any case. */
bool tare_table_frequency(TareSpan cell, char grouping, double* value, bool* has_unit);

/** The same for a level, "-3.5" or "-3.5 dB". */
bool tare_table_level(TareSpan cell, char grouping, double* value);

/** Whether a cell stands for a number that there is not: empty, "nan", "?". */
bool tare_table_is_lost(TareSpan cell);

#endif
