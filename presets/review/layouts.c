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

/** Behind a gain with its sign, and "dB" if it has it, at a place; NULL when there is none. */
static char* end_of_gain(char* c)
{
    if (!strchr("+-", *c) || !tare_is_digit(c[1]))
        return NULL;
    c += 1 + strspn(c + 1, "0123456789.,");
    char* const unit = c + (*c == ' ');
    return tare_ascii_begins(unit, strlen(unit), "db") ? unit + 2 : c;
}

/** Behind an arrow at a place, with the blanks around it; NULL when there is none. */
static char* end_of_arrow(char* c)
{
    static const char* const arrows[] = {"->", "=>", "\xE2\x86\x92"};
    c += strspn(c, " ");
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; ++i)
        if (!strncmp(c, arrows[i], strlen(arrows[i]))) {
            c += strlen(arrows[i]);
            return c + strspn(c, " ");
        }
    return NULL;
}

/** "8k -6 => -4": of a gain that was changed into another the new one counts. */
static void drop_changed(char* line, size_t length)
{
    for (char* c = line + 1; c < line + length; ++c) {
        char* const end = c[-1] == ' ' ? end_of_gain(c) : NULL;
        char* const next = end ? end_of_arrow(end) : NULL;
        if (next && end_of_gain(next))
            memset(c, ' ', (size_t)(next - c));
    }
}

void tare_layout_part(char* text)
{
    for (char* line = text; *line; line += *line == '\n') {
        if ((line == text || line[-1] == '\n') && is_indented_head(line))
            *line = '|';
        part_labels(line, strcspn(line, "\n"));
        drop_changed(line, strcspn(line, "\n"));
        line += strcspn(line, "\n");
    }
}
