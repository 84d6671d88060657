/* From a text to its outline, whatever it is written in. */

#ifndef TARE_OUTLINE_READ_H
#define TARE_OUTLINE_READ_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareFrontMatter TareFrontMatter;
typedef struct TareOutline TareOutline;

/** Reads Markdown or plain text behind its front matter, or a web page, which has none and adds to
   it what it tells of itself. On TARE_OK the caller clears the outline; otherwise it is empty.
    TARE_BAD_INPUT: as of tare_page_read(). */
TareStatus tare_outline_read(TareOutline* outline, TareFrontMatter* front, const char* file,
                             const char* text, size_t length, const TareReporter* reporter);

#endif
