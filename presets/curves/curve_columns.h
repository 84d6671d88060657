/* Which columns of a table hold the curve. */

#ifndef TARE_CURVE_COLUMNS_H
#define TARE_CURVE_COLUMNS_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareSpan TareSpan;
typedef struct TareTableStyle TareTableStyle;

typedef struct TareCurveColumns {
    size_t freq, level; ///< from 0
    double unit_hz;     ///< of the frequencies: 1000 under a heading in kHz, else 1
    size_t n_names;     ///< in the line of names; 0 when there is none
} TareCurveColumns;

/** Finds the columns by the line of names in front of the rows; comments count as one when they
    begin as "* Freq(Hz) SPL(dB)" does. Without such a line, or without a word for the level in it
    (raw, gain, SPL, amplitude, dB, level, magnitude, response: the first of these that is there),
    they are the first two; when more than one column may then be the level, a note says so.

    `name` asks for a column by its name or by the beginning of its name, whatever the case; NULL
    when any will do. TARE_BAD_INPUT, and a report, when not exactly one fits. */
TareStatus tare_curve_columns_find(TareCurveColumns* columns, TareSpan text, TareTableStyle style,
                                   const char* name, const char* file,
                                   const TareReporter* reporter);

#endif
