/* The beginning of a review file, where it tells of itself. */

#ifndef TARE_FRONT_READ_H
#define TARE_FRONT_READ_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareFrontMatter TareFrontMatter;

/** Reads the front matter of a UTF-8 text without byte-order mark: YAML between lines "---", TOML
    between lines "+++", or none. `name` is how the product is called, whatever the front matter
    says of that; NULL when only this can tell. On TARE_OK the caller clears the result; otherwise
   it is empty. TARE_BAD_INPUT, reported with line and column: a front matter that does not end or
    cannot be read, a key twice, no name. */
TareStatus tare_front_matter_read(TareFrontMatter* front, const char* file, const char* text,
                                  size_t length, const char* name, const TareReporter* reporter);

#endif
