/* What a reader of a format is given. */

#ifndef TARE_FORMAT_INPUT_H
#define TARE_FORMAT_INPUT_H

#include "formats/dialect.h"

#include <stddef.h>

typedef struct TareFormatInput {
    const char* file; ///< the path: to report, to find what it includes, to keep as evidence
    const char* text; ///< with a NUL behind it
    size_t length;
    TareDialect dialect; ///< which meaning is wanted, where there are several
} TareFormatInput;

#endif
