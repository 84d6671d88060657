/* Values on a line of the catalogue's text format, and what to say when they are wrong. */

#ifndef TARE_CATALOGUE_VALUES_H
#define TARE_CATALOGUE_VALUES_H

#include "base/report.h"
#include "tare/band.h"

#include <stdbool.h>

typedef struct TareRange TareRange;

typedef struct TareSpan TareSpan;

/** Where the reader stands in its file. */
typedef struct TarePlace {
    const char* file;
    const TareReporter* reporter;
    unsigned line;
    const char* line_start;
    bool is_block_bad; ///< set by each report
    bool is_all_used;  ///< cleared by each report
} TarePlace;

/** Reports what is wrong at `where` on this line. Always false. */
bool tare_value_fail(TarePlace* place, const char* where, const char* format, ...)
    __attribute__((format(printf, 3, 4)));

/** Whether a value is a text: UTF-8, not empty, without control characters. False when reported. */
bool tare_value_is_text(TarePlace* place, TareSpan value);

/** Reads the next number and goes on behind it. False when reported; `value` is as it was. */
bool tare_value_number(TarePlace* place, TareSpan* rest, const TareRange* range, double* value);

/** Reads a number that takes the whole value. False when reported; `number` is as it was, unless
    something stands behind it. */
bool tare_value_only_number(TarePlace* place, TareSpan value, const TareRange* range,
                            double* number);

/** Reads "frequency [gain] Q [channel]" and goes on behind it, and behind the comma when there is
    one. False when reported. */
bool tare_value_band(TarePlace* place, TareSpan* rest, TareBandType type, TareBand* band);

/** Reads one of the names that `name_of` gives to 0 .. n - 1. False when reported. */
bool tare_value_choice(TarePlace* place, TareSpan value, const char* (*name_of)(int), int n,
                       int* choice);

#endif
