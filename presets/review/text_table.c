#include "review/text_table.h"

#include "base/ascii.h"
#include "base/text.h"
#include "review/outline.h"
#include "review/setting_words.h"
#include "review/table_rows.h"

#include <string.h>

/** A line of a text, or a part of one. */
typedef struct {
    const char* text;
    size_t length;
} Piece;

/** Moves to the next line that is not empty. */
static bool next_line(const char** rest, Piece* line)
{
    *rest += strspn(*rest, "\n");
    if (!**rest)
        return false;
    *line = (Piece){*rest, strcspn(*rest, "\n")};
    *rest += line->length;
    *rest += **rest == '\n';
    return true;
}

static bool has_digit(Piece piece)
{
    for (size_t i = 0; i < piece.length; ++i)
        if (tare_is_digit(piece.text[i]))
            return true;
    return false;
}

static size_t count(Piece line, char separator)
{
    size_t n = 0;
    for (size_t i = 0; i < line.length; ++i)
        n += line.text[i] == separator;
    return n;
}

/* What a word does that names a column. */
#define COLUMNS                                                                                    \
    (unsigned)(TARE_SETTING_AT | TARE_SETTING_GAIN | TARE_SETTING_Q | TARE_SETTING_OCTAVES |       \
               TARE_SETTING_FILLS)

/* Parts that two blanks or more part, as in "1   60 Hz   +4 dB". */
enum { WIDE = '\v' };

/** As next_word(), up to two blanks. */
static bool next_wide(Piece* line, Piece* word)
{
    while (line->length && *line->text == ' ') {
        ++line->text;
        --line->length;
    }
    size_t n = 0;
    while (n < line->length &&
           !(line->text[n] == ' ' && n + 1 < line->length && line->text[n + 1] == ' '))
        ++n;
    *word = (Piece){line->text, n};
    line->text += n;
    line->length -= n;
    return n > 0;
}

/** Takes the next part off a line: up to a separator, or with ' ' up to any blanks. */
static bool next_word(Piece* line, Piece* word, char separator)
{
    if (separator == WIDE)
        return next_wide(line, word);
    while (separator == ' ' && line->length && strchr(" \t", *line->text)) {
        ++line->text;
        --line->length;
    }
    if (line->length == 0)
        return false;
    size_t n = 0;
    while (n < line->length && line->text[n] != separator &&
           !(separator == ' ' && line->text[n] == '\t'))
        ++n;
    *word = (Piece){line->text, n};
    n += n < line->length;
    line->text += n;
    line->length -= n;
    return true;
}

/** What the words at the beginning of a line do in settings, up to the first other character than
    blanks and brackets. `*length` receives where that stands. */
static unsigned roles_at(Piece line, size_t* length)
{
    size_t n = 0;
    unsigned roles = 0;
    while (n < line.length && (tare_is_letter(line.text[n]) || strchr(" ()", line.text[n]))) {
        size_t end = n;
        while (end < line.length && tare_is_letter(line.text[end]))
            ++end;
        roles |= tare_setting_word(line.text + n, end - n);
        n = end > n ? end : n + 1;
    }
    *length = n;
    return roles;
}

/** Whether a line holds but words that name columns: "# Freq Gain Q". */
static bool is_legend(Piece line)
{
    size_t length = 0;
    Piece word;
    while (next_word(&line, &word, ' ')) {
        const bool is_count = word.length == 1 && word.text[0] == '#';
        const unsigned named = COLUMNS | TARE_SETTING_INDEX | TARE_SETTING_PROVES;
        if (!is_count && (!(roles_at(word, &length) & named) || length < word.length))
            return false;
    }
    return true;
}

/** The mark that parts the names of columns; NUL when a line is not such names. */
static char separator_of(Piece names)
{
    static const char separators[] = {'\t', ';', '|', ','};
    for (size_t i = 0; i < sizeof separators && !has_digit(names); ++i)
        if (count(names, separators[i]))
            return separators[i];
    return count(names, ' ') > 1 && !has_digit(names) && is_legend(names) ? ' ' : '\0';
}

/** Adds the parts of a line and returns how many. */
static size_t add_row(TareTableRows* table, Piece line, char separator)
{
    Piece part;
    size_t n = 0;
    for (; next_word(&line, &part, separator); ++n)
        tare_table_rows_add(table, part.text, part.length);
    tare_table_rows_end_row(table);
    return n;
}

/** Reads lines that have as many parts as the names above them, by what parts them. */
static bool read_parted(TareTableRows* table, const char* text, char separator)
{
    Piece line;
    if (!next_line(&text, &line))
        return false;
    table->has_heads = true;
    const size_t n = add_row(table, line, separator);
    while (next_line(&text, &line))
        if (add_row(table, line, separator) != n)
            return false;
    return n > 1 && table->n_rows > 1;
}

/** Reads columns with names above them. */
static bool read_columns(TareTableRows* table, const char* text)
{
    const char* rest = text;
    Piece line;
    const char separator = next_line(&rest, &line) ? separator_of(line) : '\0';
    if (separator == ' ') {
        if (read_parted(table, text, WIDE))
            return true;
        tare_table_rows_clear(table);
    }
    return separator && read_parted(table, text, separator);
}

/** The length of the name before the colon or equals sign of a line; 0 when it names no column. */
static size_t name_length(Piece line)
{
    size_t n = 0;
    const unsigned roles = roles_at(line, &n);
    const Piece value = {line.text + n + 1, n < line.length ? line.length - n - 1 : 0};
    const bool is_kind = (roles & TARE_SETTING_INDEX) && !has_digit(value); /* "Filter=PK" */
    const bool is_named =
        n < line.length && strchr(":=", line.text[n]) && ((roles & COLUMNS) || is_kind);
    return is_named && !memchr(line.text + n + 1, ':', line.length - n - 1) ? n : 0;
}

/** Whether a line but counts the filters: "Band 1". */
static bool is_number_of_filter(Piece line)
{
    size_t n = 0;
    return (roles_at(line, &n) & TARE_SETTING_INDEX) &&
           strspn(line.text + n, "0123456789#:. ") >= line.length - n;
}

static bool is_same(Piece a, Piece b)
{
    return a.length == b.length && !memcmp(a.text, b.text, a.length);
}

/* A filter has no more: its kind, place, gain, width, state. */
enum { MAX_NAMES = 8 };

/** Which of so many names a line has; `n` for none. */
static size_t place_of(const Piece* names, size_t n, Piece name)
{
    size_t i = 0;
    while (i < n && !is_same(names[i], name))
        ++i;
    return i;
}

/** Finds the names of the lines up to the first that comes again. Returns how many. */
static size_t find_names(const char* text, Piece names[MAX_NAMES])
{
    Piece line;
    size_t n = 0;
    while (n < MAX_NAMES && next_line(&text, &line)) {
        const Piece name = {line.text, name_length(line)};
        if (place_of(names, n, name) < n)
            break;
        names[n] = name;
        n += name.length > 0;
    }
    return n;
}

/** Reads lines each of which names its value, the same names again for each filter. Lines that
    count the filters may stand between these. */
static bool read_names(TareTableRows* table, const char* text)
{
    Piece names[MAX_NAMES], line;
    const size_t n_names = find_names(text, names);
    size_t at = 0;
    if (n_names < 2)
        return false;
    table->has_heads = true;
    for (size_t i = 0; i < n_names; ++i)
        tare_table_rows_add(table, names[i].text, names[i].length);
    tare_table_rows_end_row(table);
    while (next_line(&text, &line)) {
        const size_t n = names[at].length;
        if (at == 0 && is_number_of_filter(line))
            continue;
        if (!is_same(names[at], (Piece){line.text, name_length(line)}))
            return false;
        tare_table_rows_add(table, line.text + n + 1, line.length - n - 1);
        at = at + 1 < n_names ? at + 1 : 0;
        if (at == 0)
            tare_table_rows_end_row(table);
    }
    return at == 0;
}

/** How many lines of a text each of so many filters has, with the empty one behind it. */
static unsigned lines_per_filter(const char* text, size_t n_filters)
{
    size_t n_lines = 1;
    for (const char* c = text; *c; ++c)
        n_lines += *c == '\n' || !c[1];
    return (unsigned)(n_lines / n_filters);
}

/** As tare_text_table_read(), of a text that begins with the table. */
static bool read_table(TareOutline* outline, const char* text, unsigned line)
{
    TareTableRows columns = {0}, names = {0};
    const bool has_columns =
        read_columns(&columns, text) && tare_table_rows_have_settings(&columns);
    const bool has_names =
        !has_columns && read_names(&names, text) && tare_table_rows_have_settings(&names);
    if (has_columns)
        tare_table_rows_tell(&columns, outline, line, 1);
    if (has_names) { /* the names that are the first row stand in no line above */
        const unsigned n = lines_per_filter(text, names.n_rows - 1);
        tare_table_rows_tell(&names, outline, line - n, n);
    }
    outline->failed = outline->failed || columns.failed || names.failed;
    tare_table_rows_clear(&columns);
    tare_table_rows_clear(&names);
    return has_columns || has_names;
}

/** Whether a table begins in a line of a text, which is not the first. */
static bool begins_table(const char* text)
{
    TareTableRows columns = {0}, names = {0};
    const bool is_one = (read_columns(&columns, text) && tare_table_rows_have_settings(&columns)) ||
                        (read_names(&names, text) && tare_table_rows_have_settings(&names));
    tare_table_rows_clear(&columns);
    tare_table_rows_clear(&names);
    return is_one;
}

/* So many lines above a table may introduce it. */
enum { MAX_LINES_ABOVE = 2 };

bool tare_text_table_read(TareOutline* outline, const char* text, unsigned line)
{
    if (read_table(outline, text, line))
        return true;
    const char* rest = text;
    Piece above;
    for (unsigned n = 0; n < MAX_LINES_ABOVE && next_line(&rest, &above); ++n) {
        ++line;
        if (!*rest || !begins_table(rest))
            continue;
        TareText words = {0};
        tare_text_append(&words, text, (size_t)(above.text + above.length - text));
        outline->kind = TARE_BLOCK_PROSE;
        tare_outline_paragraph(outline, &words, line - n - 1);
        return read_table(outline, rest, line);
    }
    return false;
}
