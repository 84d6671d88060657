/* Tables that are set in plain lines: with the names of the columns above, "freq,gain,q", or with
   one before each value, "Freq: 60 Hz", "Gain: 4 dB". */

#ifndef TARE_TEXT_TABLE_H
#define TARE_TEXT_TABLE_H

#include <stdbool.h>

typedef struct TareOutline TareOutline;

/** Adds the rows of a text, which begins in a line of the file, to an outline. False, with nothing
    added, when it is no such table with filters in it. */
bool tare_text_table_read(TareOutline* outline, const char* text, unsigned line);

#endif
