/* Reviews that were saved as web pages. */

#ifndef TARE_PAGE_H
#define TARE_PAGE_H

#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareFrontMatter TareFrontMatter;
typedef struct TareOutline TareOutline;

/** Whether a text is HTML, as its beginning tells. */
bool tare_page_is(const char* text, size_t length);

/** Reads HTML in UTF-8 as a browser would: its paragraphs into the outline, which starts as {0},
   and what it tells of itself into the front matter: author, address, licence, date. Navigation,
    scripts and the like are passed over. On TARE_OK the caller clears the outline; otherwise it is
    empty. TARE_BAD_INPUT, reported: it is nested too deeply, or this program was built without the
    library that reads HTML. */
TareStatus tare_page_read(TareOutline* outline, TareFrontMatter* front, const char* file,
                          const char* text, size_t length, const TareReporter* reporter);

/** Reads HTML that stands within Markdown, below so many lines, into the outline of that. Only to
   be called within tare_library_run(). False when nothing was read: it is nested too deeply, or
   this program was built without the library. */
bool tare_page_read_part(TareOutline* outline, const char* html, size_t length,
                         unsigned n_lines_before);

#endif
