#include "window/told_words.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/** Behind the last slash of "/a/b.txt:1:1: what is wrong" that is no part of what is wrong. */
static const char* without_folders(const char* said)
{
    const char* const end = said[0] == '/' ? strstr(said, ": ") : NULL;
    for (const char* c = end; c && c > said; --c)
        if (c[-1] == '/')
            return c;
    return said;
}

void tare_told_words(const char* said, bool is_remark, char* words, size_t size)
{
    const char* const begin = without_folders(said);
    const char* const option = is_remark ? strstr(begin, "; expected --") : NULL;
    const size_t n = option ? (size_t)(option - begin) : strlen(begin);
    snprintf(words, size, "%.*s", (int)n, begin);
    tare_utf8_drop_partial_end(words);
}
