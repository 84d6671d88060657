#include "review/page.h"

#include "base/ascii.h"

#include <string.h>

/* Before the first tag there may be comments: who saved the page, and where from. */
enum { MAX_BEFORE = 2000 };

static bool begins_with(const char* text, size_t length, const char* word)
{
    size_t n = 0;
    while (n < length && word[n] && tare_ascii_lower(text[n]) == word[n])
        ++n;
    return !word[n];
}

bool tare_page_is(const char* text, size_t length)
{
    size_t at = 0;
    while (at < length && strchr(" \t\r\n", text[at]) && text[at])
        ++at;
    if (at == length || text[at] != '<')
        return false;
    for (; at < length && at < MAX_BEFORE; ++at)
        if (begins_with(text + at, length - at, "<!doctype html") ||
            begins_with(text + at, length - at, "<html"))
            return true;
    return false;
}
