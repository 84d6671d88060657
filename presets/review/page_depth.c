#include "review/page_depth.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <string.h>

/* Elements that have no end, or may do without it. */
static const char* const endless[] = {"area",  "base",   "br",    "col",   "dd",     "dt",
                                      "embed", "hr",     "img",   "input", "li",     "link",
                                      "meta",  "option", "p",     "param", "source", "td",
                                      "th",    "tr",     "track", "wbr",   "tbody",  "thead"};

static bool is_word(const char* text, size_t length, const char* word)
{
    size_t n = 0;
    while (n < length && word[n] && tare_ascii_lower(text[n]) == word[n])
        ++n;
    return !word[n] && (n == length || !(tare_is_letter(text[n]) || tare_is_digit(text[n])));
}

static bool is_endless(const char* text, size_t length)
{
    for (size_t i = 0; i < sizeof endless / sizeof *endless; ++i)
        if (is_word(text, length, endless[i]))
            return true;
    return false;
}

/** Where a script or style sheet ends whose tag begins at a place; `at` for any other tag. */
static size_t end_of_raw(const char* text, size_t length, size_t at)
{
    static const char* const raw[] = {"script", "style"};
    for (size_t i = 0; i < 2; ++i) {
        if (!is_word(text + at + 1, length - at - 1, raw[i]))
            continue;
        for (size_t end = at + 1; end + 2 < length; ++end)
            if (text[end] == '<' && text[end + 1] == '/' &&
                is_word(text + end + 2, length - end - 2, raw[i]))
                return end + 1;
        return length;
    }
    return at;
}

size_t tare_page_depth(const char* text, size_t length)
{
    size_t depth = 0, deepest = 0;
    for (size_t at = 0; at + 1 < length; ++at) {
        if (text[at] != '<')
            continue;
        at = end_of_raw(text, length, at);
        if (at + 1 >= length)
            break;
        if (text[at] == '<' && text[at + 1] == '/')
            depth -= depth > 0 && !is_endless(text + at + 2, length - at - 2);
        else if (text[at] == '<' && tare_is_letter(text[at + 1]))
            depth += !is_endless(text + at + 1, length - at - 1);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}
