/* Tables of measurements as texts, and what becomes of them. */

#ifndef TARE_TESTS_CURVE_TEXT_H
#define TARE_TESTS_CURVE_TEXT_H

#include "base/report.h"
#include "curves/curve.h"
#include "helpers/seen.h"

#include <stdbool.h>

/** A heading above five rows of frequency and, in several columns, level + 0, + 1, ... with
   `between` them; the frequency in column `freq`. Valid until the next call. */
const char* table(const char* heading, const char* between, unsigned n_columns, unsigned freq);

/** Reads a part of a text called "f"; the caller clears the curve. */
TareStatus read_as(TareCurve* curve, const char* text, TareCurvePart part, Seen* seen);

/** Whether a text gives the curve of the rows, with so much added to each level. */
bool gives(const char* text, TareCurvePart part, double added_db);

/** Whether a text is refused, with this in the last report. */
bool is_refused(const char* text, const char* says);

#endif
