/* The text in the bytes of a file, however its characters are written. */

#ifndef TARE_DECODE_H
#define TARE_DECODE_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareSpan TareSpan;
typedef struct TareText TareText;

/** Finds the text: UTF-8, UTF-16, both with or without byte-order mark, or Windows-1252, which
   holds Latin-1 and of which a note is made. `text` points into the bytes, which it needs alive, or
   into `buffer`, an empty text that the caller clears in the end. It is valid UTF-8 without NUL and
    mark.

    TARE_BAD_INPUT, reported with line and column: a NUL, and a byte that is none of this, also in
    what is UTF-8 elsewhere. */
TareStatus tare_decode(TareSpan* text, TareText* buffer, const char* file, const char* bytes,
                       size_t length, const TareReporter* reporter);

#endif
