#include "curves/curve_columns.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "curves/heading.h"
#include "curves/table_style.h"
#include "curves/table_text.h"

#include <stdio.h>
#include <string.h>

/** A search in one table. */
typedef struct {
    const TareHeading* heading;
    TareCurveColumns* columns;
    TareCurvePart part;
    const char* file;
    const TareReporter* reporter;
} Search;

static const size_t none = (size_t)-1;

/** The frequencies of a level: the last column of them in front of it, where there are several. */
static size_t freq_of(const TareHeading* heading, size_t column)
{
    for (size_t i = column; heading->names_freq && i-- > heading->freq;)
        if (tare_heading_column(heading, i).kind == TARE_COLUMN_FREQ)
            return i;
    return heading->freq;
}

static void take(Search* search, size_t column)
{
    TareCurveColumns* const columns = search->columns;
    if (columns->n_levels == TARE_CURVE_MAX_LEVELS)
        return;
    const TareColumnName name = tare_heading_column(search->heading, column);
    columns->is_decibel = name.is_decibel && (columns->n_levels == 0 || columns->is_decibel);
    columns->may_be_ratio =
        columns->may_be_ratio || (search->heading->names_freq && name.may_be_ratio);
    columns->freqs[columns->n_levels] = freq_of(search->heading, column);
    columns->levels[columns->n_levels++] = column;
}

static TareStatus refuse(const Search* search, unsigned line, const char* message)
{
    tare_report(search->reporter, TARE_ERROR, search->file, line, 0, "%s", message);
    return TARE_BAD_INPUT;
}

/* By name */

static bool equals(TareSpan cell, const char* lower)
{
    return (size_t)(cell.end - cell.first) == strlen(lower) && tare_table_starts_with(cell, lower);
}

/** Lists the names of levels, as many as have room. */
static void list_names(const TareHeading* heading, char* list, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < heading->n_names; ++i) {
        const TareSpan cell = tare_heading_name(heading, i);
        const size_t length = (size_t)(cell.end - cell.first);
        if (i == heading->freq || !tare_utf8_is_valid(cell.first, length, NULL))
            continue;
        if (used + length + 3 > size)
            break;
        used += (size_t)snprintf(list + used, size - used, "%s%.*s", used ? ", " : "", (int)length,
                                 cell.first);
    }
}

/** How many columns a name fits: one when it is the whole name. */
static size_t count_fitting(const TareHeading* heading, const char* name, size_t* column)
{
    char lower[100];
    size_t length = 0, n_found = 0;
    for (; name[length] && length + 1 < sizeof lower; ++length)
        lower[length] = tare_ascii_lower(name[length]);
    lower[length] = '\0';
    for (size_t i = 0; i < heading->n_names; ++i) {
        const TareSpan cell = tare_heading_name(heading, i);
        if (i == heading->freq || name[length] || !tare_table_starts_with(cell, lower))
            continue;
        *column = i;
        if (equals(cell, lower))
            return 1;
        ++n_found;
    }
    return n_found;
}

/** Finds the column that is asked for: by its whole name, else by the beginning of one name. */
static TareStatus find_asked(Search* search, const char* name)
{
    const TareHeading* const heading = search->heading;
    size_t column = 0;
    const size_t n_found = count_fitting(heading, name, &column);
    if (n_found == 1 && tare_heading_column(heading, column).kind == TARE_COLUMN_OTHER)
        return refuse(search, heading->number, "the column asked for is no level; expected dB");
    if (n_found == 1) {
        take(search, column);
        return TARE_OK;
    }
    char list[300] = "names of columns above the rows";
    if (heading->line.first)
        list_names(heading, list, sizeof list);
    tare_report(search->reporter, TARE_ERROR, search->file, heading->number, 0,
                "%s column \"%.80s\"; expected %s%s", n_found ? "more than one" : "no", name,
                heading->line.first ? "one of: " : "", list);
    return TARE_BAD_INPUT;
}

/* By kind */

/** Whether a column may hold what is wanted. */
static bool may_be_level(const Search* search, size_t column)
{
    const TareColumnKind kind = tare_heading_column(search->heading, column).kind;
    return column != search->heading->freq &&
           (kind == TARE_COLUMN_LEVEL || kind == TARE_COLUMN_UNKNOWN);
}

static bool is_named(const Search* search, size_t column, const char* word)
{
    return may_be_level(search, column) &&
           tare_table_starts_with(tare_heading_name(search->heading, column), word) &&
           tare_heading_column(search->heading, column).side == TARE_COLUMN_NO_SIDE;
}

/** The first column of the first word that names a level and no side; `none` without one. */
static size_t find_named(const Search* search)
{
    static const char* const words[] = {"raw", "gain",  "spl",  "ampl",
                                        "db",  "level", "magn", "resp"};
    for (size_t w = 0; w < sizeof words / sizeof *words; ++w)
        for (size_t i = 0; i < search->heading->n_names; ++i)
            if (is_named(search, i, words[w]))
                return i;
    return none;
}

/** Takes a column that is named as a level; says where another one has the same name. */
static void take_named(Search* search, size_t column)
{
    const TareSpan name = tare_heading_name(search->heading, column);
    const size_t length = (size_t)(name.end - name.first);
    take(search, column);
    for (size_t i = column + 1; i < search->heading->n_names; ++i) {
        const TareSpan other = tare_heading_name(search->heading, i);
        if ((size_t)(other.end - other.first) != length ||
            memcmp(other.first, name.first, length) != 0)
            continue;
        tare_report(search->reporter, TARE_NOTE, search->file, search->heading->number, 0,
                    "columns %zu and %zu are named alike; expected one, column %zu is taken",
                    column + 1, i + 1, column + 1);
        return;
    }
}

/** Takes the columns of a side; how many. */
static size_t take_side(Search* search, TareColumnSide side)
{
    size_t n = 0;
    for (size_t i = 0; i < search->heading->n_names; ++i)
        if (may_be_level(search, i) && tare_heading_column(search->heading, i).side == side) {
            take(search, i);
            ++n;
        }
    return n;
}

static size_t find_kind(const Search* search, TareColumnKind kind)
{
    for (size_t i = 0; i < search->heading->n_names; ++i)
        if (i != search->heading->freq && tare_heading_column(search->heading, i).kind == kind)
            return i;
    return none;
}

/** The first that may be a level, and whether others may be as well. */
static size_t find_possible(const Search* search, bool* is_one)
{
    const size_t level = find_kind(search, TARE_COLUMN_LEVEL);
    size_t first = none, n = 0;
    for (size_t i = 0; i < search->heading->n_names; ++i)
        if (may_be_level(search, i) && n++ == 0)
            first = i;
    *is_one = n == 1;
    return level != none ? level : first;
}

static TareStatus take_possible(Search* search)
{
    const TareHeading* const heading = search->heading;
    bool is_one = false;
    const size_t level = find_possible(search, &is_one);
    const size_t target = find_kind(search, TARE_COLUMN_TARGET);
    if (level == none && target != none)
        return refuse(search, heading->number,
                      "no column but a target; expected one of what was measured");
    if (level == none)
        return refuse(search, heading->number,
                      "no column is a level that was measured; expected one in dB");
    take(search, level);
    if (!is_one)
        tare_report(search->reporter, TARE_NOTE, search->file, heading->number, 0,
                    "no column is named as the level; expected SPL, raw, gain or dB, column %zu is "
                    "taken",
                    level + 1);
    return TARE_OK;
}

static TareStatus take_one_side(Search* search)
{
    const bool is_left = search->part == TARE_CURVE_LEFT;
    if (take_side(search, is_left ? TARE_COLUMN_LEFT : TARE_COLUMN_RIGHT) > 0)
        return TARE_OK;
    return refuse(search, search->heading->number,
                  is_left ? "no column of the left side; expected one named left or L"
                          : "no column of the right side; expected one named right or R");
}

/** Takes both sides where there are columns for them. */
static bool take_sides(Search* search)
{
    const size_t n_left = take_side(search, TARE_COLUMN_LEFT);
    const size_t n_right = take_side(search, TARE_COLUMN_RIGHT);
    if (n_left && n_right)
        tare_report(search->reporter, TARE_NOTE, search->file, search->heading->number, 0,
                    "%zu columns of left and right are averaged; expected one for both",
                    n_left + n_right);
    return n_left || n_right;
}

static TareStatus find_level(Search* search)
{
    const size_t target = find_kind(search, TARE_COLUMN_TARGET);
    const size_t named = find_named(search);
    if (search->part == TARE_CURVE_LEFT || search->part == TARE_CURVE_RIGHT)
        return take_one_side(search);
    if (search->part == TARE_CURVE_TARGET && target != none)
        take(search, target);
    else if (named != none)
        take_named(search, named);
    else if (!take_sides(search))
        return take_possible(search);
    return TARE_OK;
}

static TareStatus find_without_names(Search* search)
{
    if (search->part == TARE_CURVE_LEFT || search->part == TARE_CURVE_RIGHT)
        return refuse(search, 0, "no names of columns; expected those of left and right");
    if (tare_heading_column(search->heading, 1).kind == TARE_COLUMN_OTHER)
        return refuse(search, 0, "the second column is no level; expected dB");
    take(search, 1);
    return TARE_OK;
}

/** What the first column is, when its name is not that of frequencies: times, as of an impulse
    response, numbers of bands; NULL when that is not known. */
static const char* other_axis(TareSpan name)
{
    static const char* const times[] = {"time", "zeit", "temps", "tiempo", "tempo", "t/s", "t [s]"};
    static const char* const rates[] = {"omega", "\xCF\x89", "angular", "rad/s"};
    static const char* const counts[] = {"band", "bin",       "index", "no",   "no.",   "#",
                                         "n",    "midi note", "midi",  "note", "sample"};
    for (size_t i = 0; i < sizeof times / sizeof *times; ++i)
        if (tare_table_starts_with(name, times[i]))
            return "time";
    for (size_t i = 0; i < sizeof rates / sizeof *rates; ++i)
        if (tare_table_starts_with(name, rates[i]))
            return "in rad/s";
    for (size_t i = 0; i < sizeof counts / sizeof *counts; ++i)
        if (equals(name, counts[i]))
            return "a count";
    return NULL;
}

static TareStatus refuse_axis(const Search* search, const char* axis)
{
    tare_report(search->reporter, TARE_ERROR, search->file, search->heading->number, 0,
                "the first column is %s; expected frequencies", axis);
    return TARE_BAD_INPUT;
}

TareStatus tare_curve_columns_find(TareCurveColumns* columns, TareSpan text, TareTableStyle style,
                                   TareCurvePart part, const char* name, const char* file,
                                   const TareReporter* reporter)
{
    const TareHeading heading = tare_heading_find(text, style, name != NULL);
    const double unit_hz = tare_heading_column(&heading, heading.freq).unit_hz;
    Search search = {&heading, columns, part, file, reporter};
    *columns = (TareCurveColumns){.freq = heading.freq,
                                  .unit_hz = unit_hz > 0.0 ? unit_hz : 1.0,
                                  .sensitivity = heading.sensitivity,
                                  .n_names = heading.n_names,
                                  .first_row = heading.first_row};
    if (heading.calibration)
        return refuse(&search, heading.calibration,
                      "this is the calibration of a microphone; expected a measured headphone");
    const char* const axis = heading.names_freq ? NULL : other_axis(tare_heading_name(&heading, 0));
    if (axis)
        return refuse_axis(&search, axis);
    if (name)
        return find_asked(&search, name);
    return heading.n_names ? find_level(&search) : find_without_names(&search);
}
