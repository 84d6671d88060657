#include "curves/heading.h"

#include "base/ascii.h"
#include "curves/table_cells.h"
#include "curves/table_number.h"
#include "curves/table_style.h"
#include "curves/table_text.h"

#include <math.h>
#include <string.h>

enum {
    MAX_LINES_ABOVE = 100, ///< how far above the rows names may stand: no long text is searched
    MAX_FALSE_ROWS = 5,    ///< so many rows in front of the names are none
    N_LOOKED_AT = 50       ///< rows, to see what kind of numbers a column has
};

static const size_t none = (size_t)-1;

/** A line that may be the heading. */
typedef struct {
    TareSpan line;
    char separator;
    size_t n_cells, freq;
    bool names_freq, is_unit_alone, has_level;
} Candidate;

/** The rows, as far as the search for names needs them. */
typedef struct {
    TareSpan text; ///< from the first one on
    TareTableStyle style;
    size_t n_cells;
} Rows;

static TareSpan cell_of(TareSpan line, char separator, size_t index)
{
    TareSpan cell;
    tare_table_cell(line, separator, index, &cell);
    return cell;
}

static const TareSpan no_text = {"", ""};

/* Rows */

static bool is_number_or_lost(TareSpan cell, char grouping)
{
    double value;
    return tare_table_is_lost(cell) || tare_table_level(cell, grouping, &value);
}

/** Whether a line has a number in front and another one, or the gap of one, behind it. */
static bool is_row(TareSpan line, TareTableStyle style)
{
    double value;
    return tare_table_is_row(line) && tare_table_n_cells(line, style.separator) > 1 &&
           tare_table_frequency(cell_of(line, style.separator, 0), style.freq_grouping, &value,
                                NULL) &&
           is_number_or_lost(cell_of(line, style.separator, 1), style.grouping);
}

/* Candidates */

/** That of the rows when it gives more than one cell, else the first that does. */
static char separator_of(TareSpan line, char separator)
{
    const char candidates[] = {separator, ';', '\t', ',', ' '};
    for (size_t i = 0; i < sizeof candidates; ++i)
        if (tare_table_n_cells(line, candidates[i]) > 1)
            return candidates[i];
    return separator;
}

static TareSpan without_mark(TareSpan line)
{
    while (line.first < line.end && strchr("*#%!/ \t", *line.first))
        line.first++;
    return line;
}

static bool is_only_unit(TareSpan cell)
{
    while (cell.first < cell.end && strchr("([", *cell.first))
        cell.first++;
    return tare_table_starts_with(cell, "hz") || tare_table_starts_with(cell, "khz");
}

static Candidate look_at(TareSpan line, char separator)
{
    Candidate candidate = {.line = line, .freq = none};
    candidate.separator = separator_of(line, separator);
    TareSpan rest = line, cell;
    for (; tare_table_next_cell(&rest, candidate.separator, &cell); ++candidate.n_cells) {
        const TareColumnName name = tare_column_name(cell, no_text);
        if (name.kind == TARE_COLUMN_FREQ && candidate.freq == none) {
            candidate.freq = candidate.n_cells;
            candidate.is_unit_alone = is_only_unit(cell);
        } else if (name.kind != TARE_COLUMN_UNKNOWN || name.side != TARE_COLUMN_NO_SIDE)
            candidate.has_level = true;
    }
    candidate.names_freq = candidate.freq != none;
    if (!candidate.names_freq)
        candidate.freq = 0;
    return candidate;
}

/** The ratio of the highest number of a column to the lowest, in the rows that are looked at; 0
    where one is not above 0. */
static double ratio_of(const Rows* rows, size_t column)
{
    TareSpan rest = rows->text, line;
    double lowest = HUGE_VAL, highest = 0.0, value;
    for (unsigned i = 0; i < N_LOOKED_AT && tare_table_next_line(&rest, &line);) {
        if (!is_row(line, rows->style))
            continue;
        ++i;
        if (!tare_table_frequency(cell_of(line, rows->style.separator, column),
                                  rows->style.freq_grouping, &value, NULL))
            continue;
        if (!(value > 0.0))
            return 0.0;
        lowest = fmin(lowest, value);
        highest = fmax(highest, value);
    }
    return highest > 0.0 ? highest / lowest : 0.0;
}

/** Whether the numbers allow that frequencies stand where a candidate says. */
static bool is_possible(const Candidate* candidate, const Rows* rows)
{
    if (candidate->freq == 0)
        return true;
    const double there = ratio_of(rows, candidate->freq);
    return there > 0.0 && (candidate->has_level || there >= ratio_of(rows, 0));
}

static bool is_heading(const Candidate* candidate, bool is_comment, const Rows* rows,
                       bool is_asked_for)
{
    if (is_comment)
        return candidate->names_freq && candidate->freq == 0 &&
               (candidate->has_level || (is_asked_for && candidate->n_cells > 1));
    return candidate->n_cells > 1 && candidate->freq < rows->n_cells &&
           ((candidate->names_freq && candidate->freq == 0) ||
            candidate->n_cells == rows->n_cells) &&
           is_possible(candidate, rows);
}

/** 3: names frequency and level, 2: the frequency, 1: only its unit, 0: nothing that is known. */
static int rank_of(const Candidate* candidate)
{
    if (!candidate->names_freq)
        return 0;
    return candidate->is_unit_alone ? 1 : candidate->has_level ? 3 : 2;
}

/* First row */

/** Whether a line names frequency and level, so that the rows begin behind it. */
static bool begins_rows(TareSpan line, char separator)
{
    const Candidate candidate = look_at(without_mark(line), separator);
    return candidate.names_freq && candidate.freq == 0 && candidate.has_level;
}

static unsigned find_first_row(TareSpan text, TareTableStyle style, TareSpan* rows)
{
    unsigned first = 0, n_rows = 0, number = 1;
    bool is_passed = false; /* names came after what may be rows: the next one is the first */
    TareSpan line;
    for (TareSpan here = text; n_rows <= MAX_FALSE_ROWS && tare_table_next_line(&text, &line);
         here = text, ++number) {
        if (is_row(line, style)) {
            if (!first || is_passed) {
                first = number;
                *rows = here;
                n_rows = 0;
            }
            is_passed = false;
            ++n_rows;
        } else if (first && begins_rows(line, style.separator))
            is_passed = true;
    }
    return first;
}

/* Other lines */

/** Takes "Y unit,Pa", "Abscissa<Tab>f (kHz)": what is measured along an axis. */
static void take_axis(TareHeading* heading, TareSpan line, char separator)
{
    static const struct {
        const char* start;
        bool is_freq;
    } keys[] = {{"x unit", true},   {"x-unit", true},   {"x_unit", true},   {"x axis", true},
                {"x-axis", true},   {"x label", true},  {"abscissa", true}, {"y unit", false},
                {"y-unit", false},  {"y_unit", false},  {"y axis", false},  {"y-axis", false},
                {"y label", false}, {"ordinate", false}};
    const char split = separator_of(line, separator);
    const size_t n = tare_table_n_cells(line, split);
    for (size_t i = 0; n > 1 && i < sizeof keys / sizeof *keys; ++i)
        if (tare_table_starts_with(line, keys[i].start))
            *(keys[i].is_freq ? &heading->freq_unit : &heading->level_unit) =
                cell_of(line, split, n - 1);
}

/** Whether a line says that what follows is a calibration, and not where there is one. */
static bool names_calibration(TareSpan line)
{
    static const char* const names[] = {"microphone calibration", "mic calibration",
                                        "calibration data", "calibration file"};
    for (; line.first < line.end; ++line.first)
        for (size_t i = 0; i < sizeof names / sizeof *names; ++i)
            if (tare_table_starts_with(line, names[i])) {
                line.first += strlen(names[i]);
                return !memchr(line.first, ':', (size_t)(line.end - line.first)) &&
                       !memchr(line.first, '=', (size_t)(line.end - line.first));
            }
    return false;
}

/** Whether a line tells the sensitivity of a microphone, as the files of miniDSP and Dayton Audio
    do: "Sens Factor =-1.38dB, SERNO: 7000000", "*1000Hz  -38.1". */
static bool is_calibration(TareSpan line)
{
    double value;
    const bool is_comment = tare_table_is_comment(line);
    line = without_mark(line);
    if (line.first < line.end && *line.first == '"')
        line.first++;
    if (tare_table_starts_with(line, "sens factor") || tare_table_starts_with(line, "sensfactor") ||
        names_calibration(line))
        return true;
    if (!is_comment || !tare_table_starts_with(line, "1000"))
        return false;
    line = tare_table_trim((TareSpan){line.first + 4, line.end});
    if (!tare_table_starts_with(line, "hz"))
        return false;
    line = tare_table_trim((TareSpan){line.first + 2, line.end});
    if (line.first < line.end && strchr(":=", *line.first))
        line = tare_table_trim((TareSpan){line.first + 1, line.end});
    return tare_table_level(line, 0, &value);
}

/** Whether a line tells what a microphone gives for a sound pressure: "11.2 mV/Pa". */
static bool tells_sensitivity(TareSpan line)
{
    static const char* const units[] = {"v/pa", "v / pa", "v/1pa", "v/1 pa", "v per pa",
                                        "vpa",  "v*pa",   "fs/pa", "fs/1pa", "dbfs"};
    bool has_number = false, has_name = false;
    for (; line.first < line.end; ++line.first) {
        has_number = has_number || tare_is_digit(*line.first);
        has_name = has_name || tare_table_starts_with(line, "sens") ||
                   tare_table_starts_with(line, "empfind");
        for (size_t i = 0; has_number && i < sizeof units / sizeof *units; ++i)
            if (tare_table_starts_with(line, units[i]))
                return has_name || strchr(units[i], '/');
    }
    return false;
}

static void take(TareHeading* heading, const Candidate* candidate, unsigned number)
{
    heading->line = candidate->line;
    heading->separator = candidate->separator;
    heading->number = number;
    heading->n_names = candidate->n_cells;
    heading->freq = candidate->freq;
    heading->names_freq = candidate->names_freq;
}

static void take_units(TareHeading* heading, const Candidate* candidate)
{
    heading->units = candidate->line;
    heading->units_separator = candidate->separator;
}

TareHeading tare_heading_find(TareSpan text, TareTableStyle style, bool is_asked_for)
{
    TareHeading heading = {.units = no_text, .freq_unit = no_text, .level_unit = no_text};
    Rows rows = {.style = style};
    TareSpan line;
    int best = 0;
    heading.first_row = find_first_row(text, style, &rows.text);
    TareSpan first = rows.text;
    if (heading.first_row && tare_table_next_line(&first, &line))
        rows.n_cells = tare_table_n_cells(line, style.separator);
    for (unsigned number = 1; number < heading.first_row; ++number) {
        tare_table_next_line(&text, &line);
        if (is_calibration(line))
            heading.calibration = number;
        if (tells_sensitivity(line))
            heading.sensitivity = number;
        if (number + MAX_LINES_ABOVE < heading.first_row)
            continue;
        const bool is_comment = tare_table_is_comment(line);
        const Candidate candidate =
            look_at(is_comment ? without_mark(line) : line, style.separator);
        take_axis(&heading, candidate.line, style.separator);
        if (!is_heading(&candidate, is_comment, &rows, is_asked_for))
            continue;
        if (rank_of(&candidate) == 1)
            take_units(&heading, &candidate);
        if (rank_of(&candidate) >= best) {
            best = rank_of(&candidate);
            take(&heading, &candidate, number);
        }
    }
    return heading;
}

TareSpan tare_heading_name(const TareHeading* heading, size_t index)
{
    return heading->line.first ? cell_of(heading->line, heading->separator, index) : no_text;
}

TareColumnName tare_heading_column(const TareHeading* heading, size_t index)
{
    const TareSpan unit = heading->units.first != heading->line.first && *heading->units.first
                              ? cell_of(heading->units, heading->units_separator, index)
                              : no_text;
    const TareSpan name = tare_heading_name(heading, index);
    TareColumnName column = tare_column_name(name, unit);
    if (column.kind == TARE_COLUMN_OTHER && !heading->names_freq)
        column.kind = TARE_COLUMN_UNKNOWN;
    const bool is_freq = index == heading->freq;
    const TareSpan axis = is_freq ? heading->freq_unit : heading->level_unit;
    const bool is_told =
        is_freq ? column.unit_hz > 0.0
                : column.kind == TARE_COLUMN_OTHER || column.kind == TARE_COLUMN_TARGET;
    return is_told || axis.first == axis.end ? column : tare_column_name(name, axis);
}
