#include "review/page.h"

#include "base/ascii.h"

#include <string.h>

/* Before the first tag there may be comments: who saved the page, and where from. */
enum { MAX_BEFORE = 2000 };

bool tare_page_is(const char* text, size_t length)
{
    size_t at = 0;
    while (at < length && strchr(" \t\r\n", text[at]) && text[at])
        ++at;
    if (at == length || text[at] != '<')
        return false;
    for (; at < length && at < MAX_BEFORE; ++at)
        if (tare_ascii_begins(text + at, length - at, "<!doctype html") ||
            tare_ascii_begins(text + at, length - at, "<html"))
            return true;
    return false;
}
