/* The formats in which corrections come and go: a row for each. A new one needs a file of its own
   and its name in the table. */

#ifndef TARE_FORMATS_H
#define TARE_FORMATS_H

#include "formats/dialect.h"
#include "formats/format.h"

#include <stdbool.h>
#include <stddef.h>

/** All formats by an index, in the order of names; NULL beyond the last one. */
const TareFormat* tare_formats_get(size_t index);

/** The format of a name; NULL when there is none. */
const TareFormat* tare_formats_find(const char* name);

/** The same of those that can be written. */
const TareFormat* tare_formats_find_written(const char* name);

/** The format in which to read a text: by what it is, else by the ending of its file's name; NULL
    when neither says it. */
const TareFormat* tare_formats_of(const char* path, const char* text, size_t length);

/** Reads a file in whatever format it is, as TareFormat's read() does. */
TareStatus tare_formats_read_file(TareContents* contents, const char* path, TareDialect dialect,
                                  const TareReporter* reporter);

#endif
