/* Reads curves from the text files in which people exchange them: exports of REW and of graph
   tools, tables of AutoEq, of spreadsheets and of measuring programs. */

#ifndef TARE_CURVE_FILE_H
#define TARE_CURVE_FILE_H

#include "base/report.h"
#include "curves/curve.h"

#include <stddef.h>

enum {
    TARE_CURVE_MAX_POINTS = 1000000,    ///< rows a file may have
    TARE_CURVE_MAX_BYTES = 64 * 1048576 ///< length of a file
};

/** Reads a curve: rows of a frequency and a level, by the name of its column when `column` is not
    NULL, see curve_columns.h; the mean of several columns where left and right have one each. Lines
    above the rows, remarks and empty lines are passed over. What is wrong in a row is reported with
    its place, and the row left out: no number, not finite, or a frequency that is not above 0. The
    rest makes the curve, sorted; equal frequencies become one with the mean of their levels, which
    is noted.

    TARE_OK: the caller clears the curve, which has two points at least. Otherwise it is empty:
    TARE_IO_ERROR, TARE_NO_MEMORY, or TARE_BAD_INPUT for what is no text, longer than allowed, no
    level in dB, has fewer than two usable points, or so many rows that cannot be read that the rest
    says little; these are reported as errors. */
TareStatus tare_curve_read_file(TareCurve* curve, const char* path, const char* column,
                                const TareReporter* reporter);

/** The same for one side, or for the target in a file. */
TareStatus tare_curve_read_file_part(TareCurve* curve, const char* path, TareCurvePart part,
                                     const char* column, const TareReporter* reporter);

/** The same for a text, which need not end in NUL; `file` is the name to report. */
TareStatus tare_curve_read_text(TareCurve* curve, const char* file, const char* text, size_t length,
                                const char* column, const TareReporter* reporter);
TareStatus tare_curve_read_part(TareCurve* curve, const char* file, const char* text, size_t length,
                                TareCurvePart part, const char* column,
                                const TareReporter* reporter);

/** Reads n >= 1 files, left and right or several seatings, and makes the mean of them, as
    tare_curve_mean() does. Fails as the first one does that cannot be used. */
TareStatus tare_curve_read_files(TareCurve* mean, const char* const* paths, size_t n,
                                 const char* column, const TareReporter* reporter);

#endif
