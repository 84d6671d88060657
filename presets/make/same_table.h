/* Reading the table of names of one product (catalogue/same.txt, described in
   catalogue/README.md). */

#ifndef TARE_MAKE_SAME_TABLE_H
#define TARE_MAKE_SAME_TABLE_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareSame TareSame;

/** An empty table; NULL when memory is short. */
TareSame* tare_same_new(void);

/** Frees it; NULL is allowed. */
void tare_same_free(TareSame* same);

/** Adds the rules of a file. A line that cannot be used is reported with line and column and left
    out; the rest counts. Returns TARE_OK when everything could be used. */
TareStatus tare_same_add_file(TareSame* same, const char* path, const TareReporter* reporter);

/** Adds a text as if it were the content of the file `name`. */
TareStatus tare_same_add_text(TareSame* same, const char* name, const char* text, size_t length,
                              const TareReporter* reporter);

#endif
