#include "review/outline_read.h"

#include "base/text.h"
#include "review/front_matter.h"
#include "review/layouts.h"
#include "review/other_states.h"
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

/** Tells that a part is not read. */
static void tell(TareOutline* outline, const char* text, TareSpan span, const char* reason)
{
    unsigned line = 1;
    for (const char* c = text; c < span.first; ++c)
        line += *c == '\n';
    tare_outline_unread(outline, span.first, (size_t)(span.end - span.first), line, reason);
}

/** The parts of a text that are not read. */
typedef struct {
    TareSpan struck[TARE_MAX_STRUCK], others[TARE_MAX_OTHER_STATES];
    size_t n_struck, n_others;
} Parts;

static void find_parts(Parts* parts, const TareFrontMatter* front, const char* text, size_t length)
{
    const char* const body = text + front->body;
    const size_t n = length - front->body;
    parts->n_struck = tare_struck_find(body, n, parts->struck);
    parts->n_others = front->is_named_from_outside
                          ? tare_other_states_find(body, n, front->target_name, parts->others)
                          : 0;
}

/** A copy of a text without these parts, and laid out where it is a note. */
static TareText copy_without(const Parts* parts, const TareFrontMatter* front, const char* text,
                             size_t length)
{
    TareText copy = {0};
    tare_text_append(&copy, text, length);
    for (size_t i = 0; i < parts->n_struck && !copy.failed; ++i)
        blank(copy.data, text, parts->struck[i]);
    for (size_t i = 0; i < parts->n_others && !copy.failed; ++i)
        blank(copy.data, text, parts->others[i]);
    if (front->is_named_from_outside && !copy.failed && !tare_page_is(text, length))
        tare_layout_part(copy.data + front->body);
    return copy;
}

TareStatus tare_outline_read(TareOutline* outline, TareFrontMatter* front, const char* file,
                             const char* text, size_t length, const TareReporter* reporter)
{
    Parts parts;
    outline->own_name = front->target_name;
    find_parts(&parts, front, text, length);
    if (parts.n_struck + parts.n_others == 0 && !front->is_named_from_outside)
        return read(outline, front, file, text, length, reporter);
    TareText copy = copy_without(&parts, front, text, length);
    const TareStatus status =
        copy.failed ? TARE_NO_MEMORY : read(outline, front, file, copy.data, length, reporter);
    for (size_t i = 0; i < parts.n_struck && status == TARE_OK; ++i)
        tell(outline, text, parts.struck[i], "struck out, or a comment");
    for (size_t i = 0; i < parts.n_others && status == TARE_OK; ++i)
        tell(outline, text, parts.others[i], "given up, or of another state or product");
    tare_text_clear(&copy);
    return status == TARE_OK && outline->failed ? TARE_NO_MEMORY : status;
}
