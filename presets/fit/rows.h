/* A list of measurements: a table of comma-separated values with a line of names. */

#ifndef TARE_FIT_ROWS_H
#define TARE_FIT_ROWS_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

/** One measurement of the list; the texts are the list's, NULL where a cell is empty. */
typedef struct TareFitRow {
    unsigned line;
    const char *model, *source, *form, *response, *target;
} TareFitRow;

/** Starts as {0}. */
typedef struct TareFitRows {
    const char* path; ///< of the list; not owned
    char* text;
    char* folder; ///< of the list, to which its paths are relative
    TareFitRow* rows;
    size_t n; ///< at least 1 when it was read
} TareFitRows;

/** Reads a list of responses, or with `are_gain_curves` of equalisers' curves. Reports what is
    wrong with it. To be cleared in any case. */
TareStatus tare_fit_rows_read(TareFitRows* rows, const char* path, bool are_gain_curves,
                              const TareReporter* reporter);

/** The path of a file that a row names, to be freed; NULL when memory is short. */
char* tare_fit_rows_path(const TareFitRows* rows, const char* name);

void tare_fit_rows_clear(TareFitRows* rows);

#endif
