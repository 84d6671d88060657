/* Tables of numbers as plain text, before anything is known of their columns: how they are encoded,
   where their lines end, and which kinds of lines there are. */

#ifndef TARE_TABLE_TEXT_H
#define TARE_TABLE_TEXT_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSpan TareSpan;
typedef struct TareText TareText;

/** Finds the text in the bytes of a file: UTF-8 with or without byte-order mark, or UTF-16, which
   is turned into UTF-8. `text` points into the bytes or into `buffer`, an empty text that the
   caller clears in the end.

    TARE_BAD_INPUT: control characters, as in pictures and programs; reported. Other bytes that are
    no UTF-8 are reported as a note: numbers can be read without them. */
TareStatus tare_table_decode(TareSpan* text, TareText* buffer, const char* file, const char* bytes,
                             size_t length, const TareReporter* reporter);

/** Takes the next line, which ends in LF, CR LF, CR or with the text; blanks around it are left
    out. False when there is none. */
bool tare_table_next_line(TareSpan* rest, TareSpan* line);

/** Takes away blanks at both ends, no-break spaces too. */
TareSpan tare_table_trim(TareSpan span);

/** Whether a line is a remark: it begins with one of * # % ! or with a double slash. What a
    spreadsheet writes for a number that it cannot compute ("#DIV/0!") is no remark. */
bool tare_table_is_comment(TareSpan line);

/** Whether a line begins as a number does. */
bool tare_table_is_row(TareSpan line);

/** Whether `span` begins with `start`, which is in small letters; of ASCII, case does not count. */
bool tare_table_starts_with(TareSpan span, const char* start);

#endif
