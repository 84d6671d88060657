#include "review/line_ends.h"

#include "base/ascii.h"
#include "review/normalise.h"

#include <stdbool.h>
#include <string.h>

/* A line that is shorter was not broken because it was full. */
enum { MIN_FULL = 45 };

/** Whether each line but the last is full, as those of prose that was broken to some width. */
static bool is_broken_to_width(const char* text, size_t length)
{
    size_t first = 0;
    for (size_t i = 0; i < length; ++i) {
        if (text[i] != '\n')
            continue;
        if (i - first < MIN_FULL)
            return false;
        first = i + 1;
    }
    return true;
}

/** Whether a line begins with what may begin a sentence. */
static bool may_begin(const char* text, size_t length, size_t at)
{
    while (at < length && strchr(" \t", text[at]))
        ++at;
    return at < length && !(text[at] >= 'a' && text[at] <= 'z') &&
           !strchr("\n([&/,;:.)]", text[at]);
}

void tare_line_ends_mark(TareNormalised* text, const char* source, size_t length)
{
    if (!memchr(source, '\n', length) || is_broken_to_width(source, length))
        return;
    for (size_t i = 0; i < text->length; ++i) {
        const size_t at = text->origin[i];
        if (text->text[i] == ' ' && source[at] == '\n' && may_begin(source, length, at + 1))
            text->text[i] = '\n';
    }
}
