#include "review/bbcode.h"

#include "review/word_patterns.h"

#include <stdbool.h>
#include <string.h>

static const struct {
    const char* name; ///< of tare_word_is()
    bool breaks;      ///< the line
} tags[] = {
    {"b", false},     {"i", false},    {"u", false},      {"s", false},      {"size", false},
    {"color", false}, {"font", false}, {"url", false},    {"center", false}, {"quote", true},
    {"code", true},   {"list", true},  {"table", true},   {"tr", true},      {"td", false},
    {"th", false},    {"li", true},    {"spoiler", true}, {"indent", false},
};

/** The length of the tag that begins at a place; 0 when none does. "[]" is what Markdown leaves of
    "[*]". */
static size_t tag_length(const char* text, size_t length, bool* breaks)
{
    const char* const end = memchr(text, ']', length < 64 ? length : 64);
    if (text[0] != '[' || !end)
        return 0;
    const char* name = text + 1;
    name += *name == '/';
    size_t n = 0;
    while (name + n < end && name[n] != '=' && name[n] != ' ')
        ++n;
    *breaks = true;
    if (name == end || (n == 1 && *name == '*'))
        return (size_t)(end - text) + 1;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; ++i) {
        *breaks = tags[i].breaks;
        if (tare_word_is(name, n, tags[i].name))
            return (size_t)(end - text) + 1;
    }
    return 0;
}

void tare_bbcode_blank(char* text, size_t length)
{
    char* open = memchr(text, '[', length);
    while (open) {
        bool breaks = false;
        const size_t left = length - (size_t)(open - text);
        const size_t n = tag_length(open, left, &breaks);
        memset(open, ' ', n);
        if (n && breaks)
            *open = TARE_BBCODE_BREAK;
        open = memchr(open + (n ? n : 1), '[', left - (n ? n : 1));
    }
}
