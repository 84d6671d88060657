#include "review/layouts.h"

#include "base/ascii.h"
#include "review/setting_words.h"

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
    const size_t next_indent = strspn(next, " ");
    return indent >= INDENT && indent < length && next_indent < INDENT &&
           tare_is_digit(next[next_indent]) &&
           memchr(next + next_indent, ' ', strcspn(next + next_indent, "\n"));
}

/** Parts "fault: +5 dB @ 1.8 kHz    remedy: -4 dB" at the wide blanks before a label. */
static void part_labels(char* line, size_t length)
{
    const unsigned of_filter = TARE_SETTING_AT | TARE_SETTING_GAIN | TARE_SETTING_Q |
                               TARE_SETTING_OCTAVES | TARE_SETTING_FILLS;
    const char* const first = memchr(line, ':', length);
    for (char* c = line; first && c + 2 < line + length; ++c) {
        size_t n = 2;
        while (c + n < line + length && tare_is_letter(c[n]))
            ++n;
        if (c > first && c[0] == ' ' && c[1] == ' ' && n > 4 && c[n] == ':' &&
            !(tare_setting_word(c + 2, n - 2) & of_filter)) /* "Freq: 45  Amount: 2.5" */
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

/** Blanks a line that is nothing but "[code]" or "[/code]", which would make words of what stands
    in it. */
static void drop_code_mark(char* line, size_t length)
{
    const size_t n = strspn(line, " ");
    const bool is_end = n + 1 < length && line[n] == '[' && line[n + 1] == '/';
    const char* const name = line + n + 1 + is_end;
    if (n < length && line[n] == '[' && tare_ascii_begins(name, strlen(name), "code]") &&
        n + 6 + is_end == length && (!line[length] || strchr(" <[", line[length + 1])))
        memset(line, ' ', length);
}

/** " # f0   dB   Q" above figures names columns, and is no heading. */
static void keep_columns(char* line, size_t length)
{
    const size_t n = strspn(line, " ");
    const char* const next = line[length] ? line + length + 1 : "";
    if (n + 2 >= length || line[n] != '#' || line[n + 1] != ' ' ||
        !tare_is_digit(next[strspn(next, " ")]))
        return;
    for (size_t i = n + 1; i + 1 < length; ++i)
        if (tare_ascii_lower(line[i]) == 'f' && line[i - 1] == ' ' && tare_is_digit(line[i + 1]))
            line[i + 1] = ' ';
    if (tare_setting_words_are_legend(line + n + 1, length - n - 1))
        line[n] = 'n';
}

void tare_layout_part(char* text)
{
    for (char* line = text; *line; line += *line == '\n') {
        if ((line == text || line[-1] == '\n') && is_indented_head(line))
            *line = '|';
        drop_code_mark(line, strcspn(line, "\n"));
        keep_columns(line, strcspn(line, "\n"));
        part_labels(line, strcspn(line, "\n"));
        drop_changed(line, strcspn(line, "\n"));
        line += strcspn(line, "\n");
    }
}
