#include "curves/curve_columns.h"

#include "base/ascii.h"
#include "base/text.h"
#include "base/utf8.h"
#include "curves/table_cells.h"
#include "curves/table_text.h"

#include <stdio.h>
#include <string.h>

/** The line of names. */
typedef struct {
    TareSpan line;   ///< without address when there is none
    char separator;  ///< may differ from that of the rows
    unsigned number; ///< of the line, from 1
    size_t freq;     ///< from 0
    int rank;        ///< 2: names the frequency, 1: only its unit, 0: neither
} Heading;

static const size_t none = (size_t)-1;

/** How far above the rows names may stand: no long text is searched for them. */
static const unsigned max_lines_above = 100;

static bool is_frequency_name(TareSpan cell)
{
    if (tare_table_starts_with(cell, "freq") || tare_table_starts_with(cell, "hz"))
        return true;
    return tare_table_starts_with(cell, "f") &&
           (cell.first + 1 == cell.end || strchr(" ([/", cell.first[1]));
}

/** The first column whose name begins so, leaving one out; `none` when there is none. */
static size_t find_name(const Heading* heading, const char* start)
{
    TareSpan rest = heading->line;
    TareSpan cell;
    for (size_t i = 0; tare_table_next_cell(&rest, heading->separator, &cell); ++i)
        if (i != heading->freq && tare_table_starts_with(cell, start))
            return i;
    return none;
}

static size_t find_level_name(const Heading* heading)
{
    static const char* const names[] = {"raw", "gain",  "spl",  "ampl",
                                        "db",  "level", "magn", "resp"};
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        const size_t column = find_name(heading, names[i]);
        if (column != none)
            return column;
    }
    return none;
}

static size_t find_frequency_name(const Heading* heading)
{
    TareSpan rest = heading->line;
    TareSpan cell;
    for (size_t i = 0; tare_table_next_cell(&rest, heading->separator, &cell); ++i)
        if (is_frequency_name(cell))
            return i;
    return none;
}

/** Whether the frequency is named by nothing but its unit, as in a line of units. */
static bool is_unit(const Heading* heading)
{
    TareSpan cell;
    tare_table_cell(heading->line, heading->separator, heading->freq, &cell);
    return tare_table_starts_with(cell, "hz");
}

/** That of the rows when it gives more than one cell, else the first that does. */
static char separator_of(TareSpan line, char separator)
{
    const char candidates[] = {separator, ';', '\t', ',', ' '};
    for (size_t i = 0; i < sizeof candidates; ++i)
        if (tare_table_n_cells(line, candidates[i]) > 1)
            return candidates[i];
    return separator;
}

/** Makes a heading of a line above the rows. A comment has to name frequency and level; other lines
    the frequency in front, or one thing for each cell of the first row. False when it does not. */
static bool make_heading(Heading* heading, TareSpan line, char separator, size_t n_row_cells,
                         const char* name)
{
    const bool is_comment = tare_table_is_comment(line);
    while (is_comment && line.first < line.end && strchr("*#%!/ \t", *line.first))
        line.first++;
    heading->line = line;
    heading->separator = separator_of(line, separator);
    const size_t freq = find_frequency_name(heading);
    heading->freq = freq != none ? freq : 0;
    heading->rank = freq == none ? 0 : is_unit(heading) ? 1 : 2;
    if (is_comment)
        return freq == 0 && (name || find_level_name(heading) != none);
    const size_t n_cells = tare_table_n_cells(line, heading->separator);
    return n_cells > 1 && (freq == 0 || n_cells == n_row_cells);
}

/** Finds the first row. Returns the number of its line, from 1; 0 when there is none. */
static unsigned find_first_row(TareSpan text, TareSpan* row)
{
    for (unsigned number = 1; tare_table_next_line(&text, row); ++number)
        if (tare_table_is_row(*row))
            return number;
    return 0;
}

/** The last line of the highest rank above the rows; without address when there is none. */
static Heading find_heading(TareSpan text, char separator, const char* name)
{
    Heading best = {0};
    TareSpan line, row;
    const unsigned first_row = find_first_row(text, &row);
    const size_t n_row_cells = first_row ? tare_table_n_cells(row, separator) : 0;
    for (unsigned number = 1; number < first_row; ++number) {
        Heading heading = {.number = number};
        tare_table_next_line(&text, &line);
        if (number + max_lines_above >= first_row &&
            make_heading(&heading, line, separator, n_row_cells, name) && heading.rank >= best.rank)
            best = heading;
    }
    return best;
}

static bool equals(TareSpan cell, const char* lower)
{
    return (size_t)(cell.end - cell.first) == strlen(lower) && tare_table_starts_with(cell, lower);
}

/** Lists the names of levels, as many as have room. */
static void list_names(const Heading* heading, char* list, size_t size)
{
    size_t used = 0;
    TareSpan rest = heading->line;
    TareSpan cell;
    for (size_t i = 0; tare_table_next_cell(&rest, heading->separator, &cell); ++i) {
        const size_t length = (size_t)(cell.end - cell.first);
        if (i == heading->freq || !tare_utf8_is_valid(cell.first, length, NULL))
            continue;
        if (used + length + 3 > size)
            break;
        used += (size_t)snprintf(list + used, size - used, "%s%.*s", used ? ", " : "", (int)length,
                                 cell.first);
    }
}

/** Finds the column that is asked for: by its whole name, else by the beginning of one name. */
static TareStatus find_asked(size_t* column, const Heading* heading, const char* name,
                             const char* file, const TareReporter* reporter)
{
    char lower[100];
    size_t n = 0, n_found = 0;
    for (; name[n] && n + 1 < sizeof lower; ++n)
        lower[n] = tare_ascii_lower(name[n]);
    lower[n] = '\0';
    TareSpan rest = heading->line;
    TareSpan cell;
    for (size_t i = 0; tare_table_next_cell(&rest, heading->separator, &cell); ++i) {
        const bool is_whole = equals(cell, lower);
        if (i == heading->freq || name[n] || !tare_table_starts_with(cell, lower))
            continue;
        *column = i;
        n_found = is_whole ? 1 : n_found + 1;
        if (is_whole)
            break;
    }
    if (n_found == 1)
        return TARE_OK;
    char list[300] = "names of columns above the rows";
    if (heading->line.first)
        list_names(heading, list, sizeof list);
    tare_report(reporter, TARE_ERROR, file, heading->number, 0,
                "%s column \"%.80s\"; expected %s%s", n_found ? "more than one" : "no", name,
                heading->line.first ? "one of: " : "", list);
    return TARE_BAD_INPUT;
}

static double unit_of(const Heading* heading)
{
    TareSpan cell;
    if (!heading->rank)
        return 1.0;
    tare_table_cell(heading->line, heading->separator, heading->freq, &cell);
    for (; cell.first < cell.end; ++cell.first)
        if (tare_table_starts_with(cell, "khz"))
            return 1000.0;
    return 1.0;
}

TareStatus tare_curve_columns_find(TareCurveColumns* columns, TareSpan text, TareTableStyle style,
                                   const char* name, const char* file, const TareReporter* reporter)
{
    const Heading heading = find_heading(text, style.separator, name);
    *columns = (TareCurveColumns){heading.freq, heading.freq == 0, unit_of(&heading),
                                  tare_table_n_cells(heading.line, heading.separator)};
    if (name)
        return find_asked(&columns->level, &heading, name, file, reporter);
    if (!columns->n_names)
        return TARE_OK;
    const size_t level = find_level_name(&heading);
    if (level != none)
        columns->level = level;
    else if (columns->n_names > 2)
        tare_report(reporter, TARE_NOTE, file, heading.number, 0,
                    "no column is named as the level; expected SPL, raw, gain or dB, column %zu is "
                    "taken",
                    columns->level + 1);
    return TARE_OK;
}
