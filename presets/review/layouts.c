#include "review/layouts.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** Whether a line is set in, with two columns at least, above one that is not: the names of a
    table that would be taken for code. */
static bool is_indented_head(const char* line)
{
    enum { INDENT = 4 };
    const size_t indent = strspn(line, " "), length = strcspn(line, "\n");
    const char* const next = line[length] ? line + length + 1 : "";
    return indent >= INDENT && indent < length && tare_is_digit(*next) &&
           memchr(next, ' ', strcspn(next, "\n"));
}

/** Parts "fault: +5 dB @ 1.8 kHz    remedy: -4 dB" at the wide blanks before a label. */
static void part_labels(char* line, size_t length)
{
    const char* const first = memchr(line, ':', length);
    for (char* c = line; first && c + 2 < line + length; ++c) {
        size_t n = 2;
        while (c + n < line + length && tare_is_letter(c[n]))
            ++n;
        if (c > first && c[0] == ' ' && c[1] == ' ' && n > 4 && c[n] == ':')
            *c = '\v';
    }
}

void tare_layout_part(char* text)
{
    for (char* line = text; *line; line += *line == '\n') {
        if ((line == text || line[-1] == '\n') && is_indented_head(line))
            *line = '|';
        part_labels(line, strcspn(line, "\n"));
        line += strcspn(line, "\n");
    }
}
