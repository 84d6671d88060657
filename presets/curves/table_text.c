#include "curves/table_text.h"

#include "base/ascii.h"
#include "base/text.h"
#include "base/utf16.h"
#include "base/utf8.h"

#include <string.h>

static size_t length_of(TareSpan span)
{
    return (size_t)(span.end - span.first);
}

/** Reports something at a place of the text. */
static void report_at(const TareReporter* reporter, TareSeverity severity, const char* file,
                      TareSpan text, const char* where, const char* message)
{
    TareSpan rest = text;
    TareSpan line;
    unsigned n = 0;
    const char* start = text.first;
    while (rest.first <= where) {
        start = rest.first;
        ++n;
        if (!tare_table_next_line(&rest, &line))
            break;
    }
    tare_report(reporter, severity, file, n, (unsigned)(where - start) + 1, "%s", message);
}

/** The first character that no text has; NULL when there is none. Old files end in Ctrl-Z. */
static const char* find_control(TareSpan text)
{
    for (const char* p = text.first; p < text.end; ++p) {
        const unsigned char c = (unsigned char)*p;
        const bool is_blank = c >= '\t' && c <= '\r';
        const bool is_last_mark = c == 0x1A && p + 1 == text.end;
        if ((c < ' ' && !is_blank && !is_last_mark) || c == 0x7F)
            return p;
    }
    return NULL;
}

TareStatus tare_table_decode(TareSpan* text, TareText* buffer, const char* file, const char* bytes,
                             size_t length, const TareReporter* reporter)
{
    size_t bad = 0;
    *text = (TareSpan){bytes, bytes + length};
    text->first += tare_utf8_mark_length(bytes, length);
    if (tare_utf16_is(bytes, length)) {
        tare_text_append(buffer, "", 0);
        tare_utf16_append(buffer, bytes, length);
        if (buffer->failed)
            return TARE_NO_MEMORY;
        *text = (TareSpan){buffer->data, buffer->data + buffer->length};
    }
    const char* const control = find_control(*text);
    if (control) {
        report_at(reporter, TARE_ERROR, file, *text, control,
                  "control character; expected a text with rows of numbers");
        return TARE_BAD_INPUT;
    }
    if (!tare_utf8_is_valid(text->first, length_of(*text), &bad))
        report_at(reporter, TARE_NOTE, file, *text, text->first + bad,
                  "character is not UTF-8; expected UTF-8, read as far as it is ASCII");
    if (text->first < text->end && text->end[-1] == 0x1A)
        text->end--;
    return TARE_OK;
}

bool tare_table_next_line(TareSpan* rest, TareSpan* line)
{
    if (rest->first == rest->end)
        return false;
    const char* p = rest->first;
    while (p < rest->end && *p != '\n' && *p != '\r')
        ++p;
    *line = tare_table_trim((TareSpan){rest->first, p});
    p += p + 1 < rest->end && p[0] == '\r' && p[1] == '\n';
    rest->first = p + (p < rest->end);
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static const char no_break_space[] = "\xC2\xA0";

TareSpan tare_table_trim(TareSpan span)
{
    for (;;) {
        if (span.first < span.end && is_blank(*span.first))
            span.first++;
        else if (length_of(span) >= 2 && memcmp(span.first, no_break_space, 2) == 0)
            span.first += 2;
        else
            break;
    }
    for (;;) {
        if (span.first < span.end && is_blank(span.end[-1]))
            span.end--;
        else if (length_of(span) >= 2 && memcmp(span.end - 2, no_break_space, 2) == 0)
            span.end -= 2;
        else
            break;
    }
    return span;
}

bool tare_table_starts_with(TareSpan span, const char* start)
{
    for (; *start; ++start, ++span.first) {
        if (span.first == span.end)
            return false;
        if (tare_ascii_lower(*span.first) != *start)
            return false;
    }
    return true;
}

bool tare_table_is_comment(TareSpan line)
{
    static const char* const faults[] = {"#n/a",  "#div/0!", "#value!", "#num!",
                                         "#ref!", "#name?",  "#null!"};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; ++i)
        if (tare_table_starts_with(line, faults[i]))
            return false;
    return line.first < line.end &&
           (strchr("*#%!", *line.first) || tare_table_starts_with(line, "//"));
}

bool tare_table_is_row(TareSpan line)
{
    if (line.first < line.end && *line.first == '"')
        line = tare_table_trim((TareSpan){line.first + 1, line.end});
    if (tare_table_starts_with(line, "\xE2\x88\x92")) /* minus sign */
        line.first += 3;
    else if (line.first < line.end && (*line.first == '+' || *line.first == '-'))
        line.first++;
    return line.first < line.end && (tare_is_digit(*line.first) || *line.first == '.');
}
