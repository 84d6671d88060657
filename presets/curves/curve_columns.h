/* Which columns of a table hold the curve. */

#ifndef TARE_CURVE_COLUMNS_H
#define TARE_CURVE_COLUMNS_H

#include "base/report.h"
#include "curves/curve.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSpan TareSpan;
typedef struct TareTableStyle TareTableStyle;

enum { TARE_CURVE_MAX_LEVELS = 16 };

typedef struct TareCurveColumns {
    size_t freq; ///< from 0
    size_t levels[TARE_CURVE_MAX_LEVELS];
    size_t freqs[TARE_CURVE_MAX_LEVELS]; ///< that of each: a table may have several
    size_t n_levels;                     ///< 1; more when the mean of them is the curve
    double unit_hz;       ///< of the frequencies: 1000 under a heading in kHz, else 1
    bool is_decibel;      ///< a name or unit says so
    bool may_be_ratio;    ///< the name of one may be that of something linear
    unsigned sensitivity; ///< the line, from 1, that tells one of a microphone; 0: none
    size_t n_names;       ///< in the line of names; 0 when there is none
    unsigned first_row;   ///< line, from 1; 0 when there is no row
} TareCurveColumns;

/** Finds the columns by the names above the rows, see heading.h. Without names they are the first
    two. Otherwise the level is the column that is named as one (raw, gain, SPL, amplitude, dB,
    level, magnitude, response: the first of these that is there) and of no side; else the columns
    of left and right together, which a note says; else the first that may be one, with a note when
    others may be as well. A column in another unit than dB, and a target, are never taken for a
    measurement.

    `name` asks for a column by its name or by the beginning of its name, whatever the case; NULL
    when any will do. TARE_BAD_INPUT, and a report, when not exactly one fits, when there is no
    level in dB, or when the file is that of a microphone. */
TareStatus tare_curve_columns_find(TareCurveColumns* columns, TareSpan text, TareTableStyle style,
                                   TareCurvePart part, const char* name, const char* file,
                                   const TareReporter* reporter);

#endif
