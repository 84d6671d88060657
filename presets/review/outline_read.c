#include "review/outline_read.h"

#include "review/front_matter.h"
#include "review/page.h"
#include "review/sections.h"

TareStatus tare_outline_read(TareOutline* outline, TareFrontMatter* front, const char* file,
                             const char* text, size_t length, const TareReporter* reporter)
{
    if (tare_page_is(text, length))
        return tare_page_read(outline, front, file, text, length, reporter);
    const bool is_good =
        tare_markdown_read(outline, text + front->body, length - front->body, front->body_line);
    return is_good ? TARE_OK : TARE_NO_MEMORY;
}
