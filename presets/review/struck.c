#include "review/struck.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <string.h>

/* What stands around struck words. */
static const struct {
    const char *open, *close;
} marks[] = {
    {"~~", "~~"},
    {"[s]", "[/s]"},
    {"[del]", "[/del]"},
    {"[strike]", "[/strike]"},
    {"<s>", "</s>"},
    {"<del", "</del>"},
    {"<strike", "</strike>"},
    {"<!--", "-->"},
    {"[quote=", "[/quote]"},
    {"(was ", ")"},
    {"(formerly ", ")"},
    {"(previously ", ")"},
    {"(tried ", ")"},
};

/* Longer parts are no strokes, but a mark that was not closed. */
enum { MAX_STRUCK = 400 };

static bool begins_with(const char* text, const char* end, const char* mark)
{
    return tare_ascii_begins(text, (size_t)(end - text), mark);
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

static const char* end_of_line(const char* text, const char* end)
{
    const char* const stop = memchr(text, '\n', (size_t)(end - text));
    return stop ? stop : end;
}

/** Whether a line of a patch begins at a place: a sign, and a word at once, or in code that is
    called so behind a blank. */
static bool is_of_patch(const char* line, const char* end, char sign, bool is_called)
{
    const size_t word = 1u + (is_called && line + 1 < end && line[1] == ' ');
    return line + word < end && line[0] == sign && tare_is_letter(line[word]) &&
           (unsigned char)line[word] < 0x80;
}

/** Whether the line behind one that is taken out puts in the same filter with another value: then
    both begin with the same words and place. */
static bool is_replaced(const char* line, const char* end)
{
    const char* next = memchr(line, '\n', (size_t)(end - line));
    if (!next || next + 2 >= end || next[1] != '+' || next[2] != ' ' ||
        !begins_with(line, end, "- "))
        return false;
    bool has_figure = false;
    next += 3;
    for (line += 2; next < end && *line == *next && *line != '\n'; ++line, ++next)
        has_figure = has_figure || tare_is_digit(*line);
    return has_figure;
}

/** Whether some line of a text is replaced by the next one. */
static bool has_replaced(const char* text, const char* end)
{
    for (const char* line = text; line && line < end;) {
        if (is_replaced(line, end))
            return true;
        const char* const newline = memchr(line, '\n', (size_t)(end - line));
        line = newline ? newline + 1 : NULL;
    }
    return false;
}

/** Whether a line within code is a remark: "-- f = 3000, gain = 4". */
static bool is_remark(const char* line, const char* end)
{
    return begins_with(line, end, "-- ") || begins_with(line, end, "//");
}

/** Whether a line is a filter of a configuration that is put out of use: "# Filter: ON PK". */
static bool is_filter_put_out(const char* line, const char* end)
{
    if (line == end || !strchr("#;", *line))
        return false;
    const char* word = line + 1;
    while (word < end && *word == ' ')
        ++word;
    return begins_with(word, end, "filter") &&
           memchr(word, ':', (size_t)(end_of_line(word, end) - word));
}

/** Whether some lines are put in with "+" and others taken out with "-". */
static bool is_patch(const char* text, const char* end, bool is_called)
{
    bool has_plus = false, has_minus = false;
    for (const char* line = text; line && line < end;) {
        has_plus = has_plus || is_of_patch(line, end, '+', is_called);
        has_minus = has_minus || is_of_patch(line, end, '-', is_called);
        const char* const newline = memchr(line, '\n', (size_t)(end - line));
        line = newline ? newline + 1 : NULL;
    }
    return has_plus && has_minus;
}

static bool has_mark(const char* text, const char* end, const char* mark)
{
    while ((text = memchr(text, *mark, (size_t)(end - text)))) {
        if (begins_with(text, end, mark))
            return true;
        ++text;
    }
    return false;
}

/** Whether one of the marks begins with this. */
static bool may_open(char c)
{
    return c == '~' || c == '[' || c == '<' || c == '(';
}

/** The end of what is struck at a place of a text with such lines; NULL when nothing is. */
static const char* end_of_line_struck(const char* at, const char* end, bool has_patch,
                                      bool is_called, bool has_code)
{
    const bool is_struck = (has_patch && is_of_patch(at, end, '-', is_called)) ||
                           (has_code && is_remark(at, end)) || is_filter_put_out(at, end);
    return is_struck ? end_of_line(at, end) : NULL;
}

size_t tare_struck_find(const char* text, size_t length, TareSpan spans[TARE_MAX_STRUCK])
{
    const char* const end = text + length;
    const bool is_called = has_mark(text, end, "```diff") || has_replaced(text, end);
    const bool has_patch = is_patch(text, end, is_called), has_code = has_mark(text, end, "```");
    size_t n = 0;
    for (const char* at = text; at < end && n < TARE_MAX_STRUCK; ++at) {
        const bool begins = at == text || at[-1] == '\n';
        const char* stop = NULL;
        if (may_open(*at) && (at == text || at[-1] != *at))
            stop = end_of_struck(at, end);
        else if (begins)
            stop = end_of_line_struck(at, end, has_patch, is_called, has_code);
        const TareSpan span = {at, stop};
        if (!stop || !has_digit(span))
            continue;
        spans[n++] = span;
        at = stop - 1;
    }
    return n;
}
