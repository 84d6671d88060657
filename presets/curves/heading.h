/* The lines above the rows of a table: the names of its columns, and what they are measured in. */

#ifndef TARE_HEADING_H
#define TARE_HEADING_H

#include "base/text.h"
#include "curves/column_name.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareTableStyle TareTableStyle;

typedef struct TareHeading {
    TareSpan line;   ///< of the names; without address when there is none
    char separator;  ///< may differ from that of the rows
    unsigned number; ///< of that line, from 1
    size_t n_names;
    size_t freq;     ///< index of the column of frequencies
    bool names_freq; ///< else the names may be anything, and are no reason to refuse
    TareSpan units;
    char units_separator;
    TareSpan freq_unit, level_unit; ///< as a line for each axis says: "Y unit,Pa"
    unsigned calibration;           ///< the line, from 1, as in calibrations only; 0: none
    unsigned sensitivity;           ///< the same that tells one in mV/Pa or the like
    unsigned first_row;             ///< line, from 1; 0 when there is no row
} TareHeading;

/** Finds the first row and what stands above. A line that merely begins with a digit ("7Hz",
    "1/24 octave") is no row; nor are few rows that a line of names follows.

    Names stand in the last line above that says most: comments count when they begin with the
    frequency and go on with a column of a known kind, as "* Freq(Hz) SPL(dB)"; other lines when
   they begin with the frequency, or have as many cells as the rows. The frequency is not in front
   only where the numbers of its column allow that. With `is_asked_for`, one column is asked for by
   its name: then a comment need not name one of a known kind. */
TareHeading tare_heading_find(TareSpan text, TareTableStyle style, bool is_asked_for);

/** What heading and units say of a column. */
TareColumnName tare_heading_column(const TareHeading* heading, size_t index);

/** The name of a column; empty when there is none. */
TareSpan tare_heading_name(const TareHeading* heading, size_t index);

#endif
