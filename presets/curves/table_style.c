#include "curves/table_style.h"

#include "base/ascii.h"
#include "base/text.h"
#include "curves/table_cells.h"
#include "curves/table_number.h"
#include "curves/table_text.h"

#include <string.h>

/** How many rows or numbers say what. */
typedef struct {
    size_t n_rows, n_semicolon, n_tab, n_comma, n_blank;
} Separators;

/** Whether the first two words between blanks are numbers, the first without a comma behind it. */
static bool is_blank_separated(TareSpan line)
{
    double number;
    TareSpan a, b;
    return tare_table_cell(line, ' ', 1, &b) && tare_table_cell(line, ' ', 0, &a) &&
           a.first < a.end && a.end[-1] != ',' && tare_table_number(a, 0, &number) &&
           tare_table_number(b, 0, &number);
}

static char find_separator(TareSpan text)
{
    Separators seen = {0};
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        if (!tare_table_is_row(line))
            continue;
        const size_t length = (size_t)(line.end - line.first);
        const bool has_comma = memchr(line.first, ',', length) != NULL;
        seen.n_rows++;
        seen.n_semicolon += memchr(line.first, ';', length) != NULL;
        seen.n_tab += memchr(line.first, '\t', length) != NULL;
        seen.n_comma += has_comma;
        seen.n_blank += has_comma && is_blank_separated(line);
    }
    const size_t half = seen.n_rows / 2;
    if (seen.n_semicolon > half)
        return ';';
    if (seen.n_tab > half)
        return '\t';
    return seen.n_comma > half && seen.n_blank <= half ? ',' : ' ';
}

static bool is_only_digits(TareSpan cell)
{
    while (cell.first < cell.end && tare_is_digit(*cell.first))
        ++cell.first;
    return cell.first == cell.end;
}

/** How often a mark was seen where it tells something. */
typedef struct {
    size_t n_before_other; ///< the other mark follows: this one groups
    size_t n_decimal;      ///< alone, where no group begins: the decimal mark
    size_t n_either;       ///< alone, where a group may begin
} MarkUse;

static void look_at_cell(TareSpan cell, MarkUse* point, MarkUse* comma)
{
    const TareTableMarks marks = tare_table_marks(cell);
    if (!marks.last)
        return;
    MarkUse* const use = *marks.last == '.' ? point : comma;
    if (marks.n_points && marks.n_commas)
        ++(use == point ? comma : point)->n_before_other;
    else if (marks.n_points + marks.n_commas == 1)
        ++*(tare_table_is_between_groups(cell, marks.last, 1) ? &use->n_either : &use->n_decimal);
}

static bool is_grouping(const MarkUse* mark, const MarkUse* other)
{
    return mark->n_before_other > other->n_before_other ||
           (mark->n_either && !mark->n_decimal && other->n_decimal);
}

static char find_grouping(TareSpan text, char separator)
{
    MarkUse point = {0}, comma = {0};
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        if (!tare_table_is_row(line))
            continue;
        TareSpan cell;
        for (size_t i = 0; i < 2 && tare_table_cell(line, separator, i, &cell); ++i)
            look_at_cell(cell, &point, &comma);
    }
    return is_grouping(&comma, &point) ? ',' : is_grouping(&point, &comma) ? '.' : 0;
}

/** The mark that groups the digits of frequencies, by the first column alone: it never stands where
    it can only be a decimal mark, and there are frequencies without it as high as those that would
    come before the first group. */
static char find_freq_grouping(TareSpan text, char separator)
{
    MarkUse point = {0}, comma = {0};
    bool has_plain_hundreds = false;
    for (TareSpan line, cell; tare_table_next_line(&text, &line);) {
        if (!tare_table_is_row(line) || !tare_table_cell(line, separator, 0, &cell))
            continue;
        look_at_cell(cell, &point, &comma);
        has_plain_hundreds =
            has_plain_hundreds || (is_only_digits(cell) && cell.end - cell.first == 3);
    }
    if (!has_plain_hundreds)
        return 0;
    return comma.n_either && !comma.n_decimal ? ',' : point.n_either && !point.n_decimal ? '.' : 0;
}

TareTableStyle tare_table_style(TareSpan text)
{
    TareTableStyle style = {.separator = find_separator(text)};
    style.grouping = find_grouping(text, style.separator);
    const char freq_grouping = find_freq_grouping(text, style.separator);
    style.freq_grouping = freq_grouping ? freq_grouping : style.grouping;
    return style;
}

bool tare_table_has_mixed_commas(TareSpan text)
{
    size_t n_rows = 0;
    for (TareSpan line, cell; tare_table_next_line(&text, &line);) {
        if (!tare_table_is_row(line))
            continue;
        ++n_rows;
        if (memchr(line.first, '.', (size_t)(line.end - line.first)))
            return false;
        for (size_t i = 0; i < 5; ++i)
            if (tare_table_cell(line, ',', i, &cell) != (i < 4) || (i % 2 && !is_only_digits(cell)))
                return false;
    }
    return n_rows > 0;
}

/** Whether a line begins with a frequency in two pieces. */
static bool has_pieces(TareSpan line)
{
    TareSpan head, group;
    if (!tare_table_cell(line, ' ', 1, &group) || !tare_table_cell(line, ' ', 0, &head))
        return false;
    return is_only_digits(head) && head.end == group.first - 1 && *head.end == ' ' &&
           *head.first != '0' &&
           tare_table_is_between_groups((TareSpan){head.first, group.end}, head.end, 1);
}

bool tare_table_has_blank_groups(TareSpan text)
{
    size_t n_whole = 0, n_pieces = 0;
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        if (!tare_table_is_row(line))
            continue;
        const size_t n = tare_table_n_cells(line, ' ');
        size_t* const seen = has_pieces(line) && n > 2 ? &n_pieces : &n_whole;
        if (*seen && *seen != n)
            return false;
        *seen = n;
    }
    return n_whole > 1 && n_pieces == n_whole + 1;
}

void tare_table_join_groups(TareText* joined, TareSpan text)
{
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        if (tare_table_is_row(line) && has_pieces(line)) {
            const char* const blank = memchr(line.first, ' ', (size_t)(line.end - line.first));
            const size_t head = (size_t)((blank ? blank : line.end) - line.first);
            tare_text_append(joined, line.first, head);
            line.first += head + 1;
        }
        tare_text_append(joined, line.first, (size_t)(line.end - line.first));
        tare_text_append(joined, "\n", 1);
    }
}

/** A line without the bars around it. */
static TareSpan without_bars(TareSpan line)
{
    if (line.first < line.end && *line.first == '|')
        ++line.first;
    if (line.first < line.end && line.end[-1] == '|')
        --line.end;
    return tare_table_trim(line);
}

bool tare_table_has_bars(TareSpan text)
{
    size_t n_rows = 0, n_bars = 0;
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        const TareSpan row = without_bars(line);
        const bool is_row = tare_table_is_row(row);
        n_rows += is_row;
        n_bars += is_row && memchr(row.first, '|', (size_t)(row.end - row.first)) != NULL;
    }
    return n_bars > n_rows / 2;
}

void tare_table_replace_bars(TareText* replaced, TareSpan text)
{
    for (TareSpan line; tare_table_next_line(&text, &line);) {
        line = without_bars(line);
        for (const char* p = line.first; p < line.end; ++p)
            tare_text_append(replaced, *p == '|' ? ";" : p, 1);
        tare_text_append(replaced, "\n", 1);
    }
}
