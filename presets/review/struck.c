#include "review/struck.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <string.h>

/* What stands around struck words. */
static const struct {
    const char *open, *close;
} marks[] = {
    {"~~", "~~"},    {"[s]", "[/s]"},    {"[del]", "[/del]"},      {"[strike]", "[/strike]"},
    {"<s>", "</s>"}, {"<del", "</del>"}, {"<strike", "</strike>"}, {"<!--", "-->"},
};

/* Longer parts are no strokes, but a mark that was not closed. */
enum { MAX_STRUCK = 400 };

static bool begins_with(const char* text, const char* end, const char* mark)
{
    for (; *mark; ++mark, ++text)
        if (text == end || tare_ascii_lower(*text) != *mark)
            return false;
    return true;
}

static bool has_digit(TareSpan span)
{
    for (const char* c = span.first; c < span.end; ++c)
        if (tare_is_digit(*c))
            return true;
    return false;
}

/** The end of the struck part that begins at a place; NULL when none does. */
static const char* end_of_struck(const char* text, const char* end)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; ++i) {
        if (!begins_with(text, end, marks[i].open))
            continue;
        const char* close = text + strlen(marks[i].open);
        if (close < end && *close == '~')
            return NULL; /* a fence of code */
        while (close < end && close - text < MAX_STRUCK && !begins_with(close, end, marks[i].close))
            ++close;
        if (begins_with(close, end, marks[i].close))
            return close + strlen(marks[i].close);
    }
    return NULL;
}

/** Whether a line of a patch begins at a place: a sign, and a word at once. */
static bool is_of_patch(const char* line, const char* end, char sign)
{
    return line + 1 < end && line[0] == sign && tare_is_letter(line[1]) &&
           (unsigned char)line[1] < 0x80;
}

/** Whether some lines are put in with "+" and others taken out with "-". */
static bool is_patch(const char* text, const char* end)
{
    bool has_plus = false, has_minus = false;
    for (const char* line = text; line && line < end;) {
        has_plus = has_plus || is_of_patch(line, end, '+');
        has_minus = has_minus || is_of_patch(line, end, '-');
        line = memchr(line, '\n', (size_t)(end - line));
        line += line != NULL;
    }
    return has_plus && has_minus;
}

static const char* end_of_line(const char* text, const char* end)
{
    const char* const stop = memchr(text, '\n', (size_t)(end - text));
    return stop ? stop : end;
}

size_t tare_struck_find(const char* text, size_t length, TareSpan spans[TARE_MAX_STRUCK])
{
    const char* const end = text + length;
    const bool has_patch = is_patch(text, end);
    size_t n = 0;
    for (const char* at = text; at < end && n < TARE_MAX_STRUCK; ++at) {
        const bool begins = at == text || at[-1] == '\n';
        const char* stop = NULL;
        if (strchr("~[<", *at) && (at == text || at[-1] != *at))
            stop = end_of_struck(at, end);
        else if (begins && has_patch && is_of_patch(at, end, '-'))
            stop = end_of_line(at, end);
        const TareSpan span = {at, stop};
        if (!stop || !has_digit(span))
            continue;
        spans[n++] = span;
        at = stop - 1;
    }
    return n;
}
