#include "review/outline_read.h"

#include "base/text.h"
#include "review/front_matter.h"
#include "review/outline.h"
#include "review/page.h"
#include "review/sections.h"
#include "review/struck.h"

#include <string.h>

static TareStatus read(TareOutline* outline, TareFrontMatter* front, const char* file,
                       const char* text, size_t length, const TareReporter* reporter)
{
    if (tare_page_is(text, length))
        return tare_page_read(outline, front, file, text, length, reporter);
    const bool is_good =
        tare_markdown_read(outline, text + front->body, length - front->body, front->body_line);
    return is_good ? TARE_OK : TARE_NO_MEMORY;
}

/** Puts blanks in the place of what is struck, but for the ends of lines. */
static void blank(char* copy, const char* text, TareSpan span)
{
    for (const char* c = span.first; c < span.end; ++c)
        if (*c != '\n')
            copy[c - text] = ' ';
}

/** Tells that a part was struck. */
static void tell(TareOutline* outline, const char* text, TareSpan span)
{
    unsigned line = 1;
    for (const char* c = text; c < span.first; ++c)
        line += *c == '\n';
    tare_outline_unread(outline, span.first, (size_t)(span.end - span.first), line,
                        "struck out, or a comment");
}

TareStatus tare_outline_read(TareOutline* outline, TareFrontMatter* front, const char* file,
                             const char* text, size_t length, const TareReporter* reporter)
{
    TareSpan spans[TARE_MAX_STRUCK];
    const size_t n = tare_struck_find(text + front->body, length - front->body, spans);
    if (n == 0)
        return read(outline, front, file, text, length, reporter);
    TareText copy = {0};
    tare_text_append(&copy, text, length);
    for (size_t i = 0; i < n && !copy.failed; ++i)
        blank(copy.data, text, spans[i]);
    TareStatus status =
        copy.failed ? TARE_NO_MEMORY : read(outline, front, file, copy.data, length, reporter);
    for (size_t i = 0; i < n && status == TARE_OK; ++i)
        tell(outline, text, spans[i]);
    tare_text_clear(&copy);
    return status == TARE_OK && outline->failed ? TARE_NO_MEMORY : status;
}
