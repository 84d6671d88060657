#include "cli/frame/terminal.h"

#include "base/plain.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_COLUMNS = 78, BAR_COLUMNS = 30 };

static int shown_percent = -1;

static bool is_colourful(FILE* out)
{
    if (!isatty(fileno(out)))
        return false;
    const char* const no_colour = getenv("NO_COLOR");
    const char* const term = getenv("TERM");
    return (!no_colour || no_colour[0] == '\0') && term && strcmp(term, "dumb") != 0;
}

const char* tare_style(FILE* out, TareStyle style)
{
    static const char* const sequences[] = {[TARE_STYLE_PLAIN] = "\033[0m",
                                            [TARE_STYLE_NAME] = "\033[1m",
                                            [TARE_STYLE_FAINT] = "\033[2m",
                                            [TARE_STYLE_ERROR] = "\033[1;31m",
                                            [TARE_STYLE_NOTE] = "\033[1;33m"};
    return is_colourful(out) ? sequences[style] : "";
}

static void print_bytes(FILE* out, const char* text, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t n = 0;
        if (tare_plain_at(text + i, length - i, &n) == TARE_PLAIN_KEEP)
            fwrite(text + i, 1, n, out);
        else
            fputc('?', out);
        i += n;
    }
}

void tare_terminal_print(FILE* out, const char* text)
{
    print_bytes(out, text, strlen(text));
}

static size_t columns_of(const char* text, size_t length)
{
    size_t columns = 0;
    for (size_t i = 0; i < length; ++i)
        columns += ((unsigned char)text[i] & 0xc0) != 0x80;
    return columns;
}

size_t tare_terminal_width(const char* text)
{
    return columns_of(text, strlen(text));
}

static bool needs_quotes(const char* text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-._/+:,@";
    return text[strspn(text, plain)] != '\0';
}

void tare_terminal_print_word(FILE* out, const char* text)
{
    const char* const quote = needs_quotes(text) ? "'" : "";
    fputs(quote, out);
    for (const char* part = text; *part != '\0';) {
        const size_t length = strcspn(part, "'");
        print_bytes(out, part, length);
        part += length;
        if (*part == '\'') {
            fputs("'\\''", out);
            ++part;
        }
    }
    fputs(quote, out);
}

size_t tare_terminal_word_width(const char* text)
{
    size_t width = tare_terminal_width(text) + (needs_quotes(text) ? 2 : 0);
    for (const char* c = strchr(text, '\''); c; c = strchr(c + 1, '\''))
        width += 3;
    return width;
}

void tare_terminal_print_padded(FILE* out, const char* text, size_t width)
{
    tare_terminal_print(out, text);
    for (size_t column = tare_terminal_width(text); column < width; ++column)
        fputc(' ', out);
}

void tare_terminal_print_wrapped(FILE* out, const char* text, size_t indent)
{
    static const char blanks[] = " \t\r\n";
    size_t column = 0;
    for (text += strspn(text, blanks); *text != '\0'; text += strspn(text, blanks)) {
        const size_t length = strcspn(text, blanks);
        const size_t columns = columns_of(text, length);
        if (column > 0 && indent + column + 1 + columns > LINE_COLUMNS) {
            fputc('\n', out);
            column = 0;
        }
        if (column == 0)
            fprintf(out, "%*s", (int)indent, "");
        else
            fputc(' ', out);
        column += columns + (column > 0);
        print_bytes(out, text, length);
        text += length;
    }
    fputc('\n', out);
}

void tare_terminal_progress(const char* label, double done, double total)
{
    if (!isatty(STDERR_FILENO) || total <= 0.0)
        return;
    const double part = done < total ? done / total : 1.0;
    const int percent = (int)(100.0 * part);
    if (percent == shown_percent)
        return;
    shown_percent = percent;
    const int filled = (int)(BAR_COLUMNS * part);
    fprintf(stderr, "\r%s [", label);
    for (int i = 0; i < BAR_COLUMNS; ++i)
        fputc(i < filled ? '#' : ' ', stderr);
    fprintf(stderr, "] %3d %%", percent);
    fflush(stderr);
}

void tare_terminal_clear_progress(void)
{
    if (shown_percent < 0)
        return;
    fputs("\r\033[K", stderr);
    shown_percent = -1;
}
