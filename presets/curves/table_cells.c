#include "curves/table_cells.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/text.h"
#include "curves/table_text.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/** Where a word between blanks ends, with the unit in brackets behind it. */
static const char* end_of_word(const char* p, const char* end)
{
    while (p < end && !is_blank(*p))
        ++p;
    const char* unit = p;
    while (unit < end && is_blank(*unit))
        ++unit;
    if (unit == end || (*unit != '(' && *unit != '['))
        return p;
    const char closing = *unit == '(' ? ')' : ']';
    const char* const last = memchr(unit, closing, (size_t)(end - unit));
    return last ? last + 1 : p;
}

/** Where the cell at the beginning of `rest` ends. */
static const char* end_of_cell(TareSpan rest, char separator)
{
    const char* p = rest.first;
    while (p < rest.end && is_blank(*p) && *p != separator)
        ++p;
    if (p < rest.end && *p == '"') {
        const char* const closing = memchr(p + 1, '"', (size_t)(rest.end - p - 1));
        p = closing ? closing + 1 : p;
    }
    if (separator == ' ')
        return end_of_word(p, rest.end);
    const char* const end = memchr(p, separator, (size_t)(rest.end - p));
    return end ? end : rest.end;
}

static TareSpan without_quotes(TareSpan cell)
{
    cell = tare_table_trim(cell);
    if (cell.end - cell.first >= 2 && *cell.first == '"' && cell.end[-1] == '"')
        cell = tare_table_trim((TareSpan){cell.first + 1, cell.end - 1});
    return cell;
}

bool tare_table_next_cell(TareSpan* rest, char separator, TareSpan* cell)
{
    if (!rest->first)
        return false;
    if (separator == ' ') {
        while (rest->first < rest->end && is_blank(*rest->first))
            rest->first++;
        if (rest->first == rest->end)
            return false;
    }
    const char* const end = end_of_cell(*rest, separator);
    *cell = without_quotes((TareSpan){rest->first, end});
    rest->first = end == rest->end ? NULL : end + (separator != ' ');
    return true;
}

bool tare_table_cell(TareSpan line, char separator, size_t index, TareSpan* cell)
{
    TareSpan rest = line;
    for (size_t i = 0; tare_table_next_cell(&rest, separator, cell); ++i)
        if (i == index)
            return true;
    *cell = (TareSpan){line.end, line.end};
    return false;
}

size_t tare_table_n_cells(TareSpan line, char separator)
{
    size_t n = 0;
    for (TareSpan cell; tare_table_next_cell(&line, separator, &cell);)
        ++n;
    return n;
}

/* Numbers */

enum { MAX_NUMBER_LENGTH = 63 };

/** Points and commas of a number. */
typedef struct {
    size_t n_points, n_commas;
    const char* last; ///< NULL when there is none
} Marks;

static Marks find_marks(TareSpan cell)
{
    Marks marks = {0};
    for (const char* p = cell.first; p < cell.end; ++p) {
        marks.n_points += *p == '.';
        marks.n_commas += *p == ',';
        if (*p == '.' || *p == ',')
            marks.last = p;
    }
    return marks;
}

/** The mark in front of the fraction; 0 when there is none. */
static char decimal_mark(const Marks* marks, char grouping)
{
    if (!marks->last || *marks->last == grouping)
        return 0;
    return (*marks->last == '.' ? marks->n_points : marks->n_commas) == 1 ? *marks->last : 0;
}

/** Whether a mark can stand between groups: one to three digits before, not beginning with a zero,
    and exactly three behind. */
static bool is_between_groups(TareSpan cell, const char* mark)
{
    const char* first = mark;
    const char* end = mark + 1;
    while (first > cell.first && tare_is_digit(first[-1]) && mark - first <= 3)
        --first;
    while (end < cell.end && tare_is_digit(*end) && end - mark <= 4)
        ++end;
    const bool is_first_group = first == cell.first || (first[-1] != ',' && first[-1] != '.');
    return mark - first >= 1 && mark - first <= 3 && end - mark == 4 &&
           !(is_first_group && *first == '0');
}

/** Writes the number with a decimal point and no other marks. Returns its length; 0 when it cannot
    be a number, or is too long for one with such marks. */
static size_t normalise(TareSpan cell, char grouping, char text[MAX_NUMBER_LENGTH])
{
    const Marks marks = find_marks(cell);
    const char decimal = decimal_mark(&marks, grouping);
    size_t n = 0;
    for (const char* p = cell.first; p < cell.end; ++p) {
        const bool is_mark = *p == '.' || *p == ',';
        if (is_mark && *p != decimal) {
            if (!is_between_groups(cell, p))
                return 0;
            continue;
        }
        if (n == MAX_NUMBER_LENGTH)
            return 0;
        text[n++] = is_mark ? '.' : *p;
    }
    return n;
}

/** Takes a typographic minus away from the beginning. */
static bool take_minus(TareSpan* cell)
{
    if (!tare_table_starts_with(*cell, "\xE2\x88\x92"))
        return false;
    cell->first += 3;
    return cell->first == cell->end || (*cell->first != '+' && *cell->first != '-');
}

bool tare_table_number(TareSpan cell, char grouping, double* value)
{
    const bool is_negative = take_minus(&cell);
    const size_t length = (size_t)(cell.end - cell.first);
    char text[MAX_NUMBER_LENGTH];
    const bool is_plain = grouping != '.' && !memchr(cell.first, ',', length);
    const size_t n = is_plain ? length : normalise(cell, grouping, text);
    size_t used = 0;
    double number = 0.0;
    if (!n || !tare_number_parse(is_plain ? cell.first : text, n, &number, &used) || used != n)
        return false;
    *value = is_negative ? -number : number;
    return true;
}

/* Style */

/** How many rows or numbers say what. */
typedef struct {
    size_t n_rows, n_semicolon, n_tab, n_comma, n_blank;
} Separators;

/** Whether the first two words between blanks are numbers. */
static bool is_blank_separated(TareSpan line)
{
    double number;
    TareSpan a, b;
    return tare_table_cell(line, ' ', 1, &b) && tare_table_cell(line, ' ', 0, &a) &&
           tare_table_number(a, 0, &number) && tare_table_number(b, 0, &number);
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

/** How often a mark was seen where it tells something. */
typedef struct {
    size_t n_before_other; ///< the other mark follows: this one groups
    size_t n_decimal;      ///< alone, where no group begins: the decimal mark
    size_t n_either;       ///< alone, where a group may begin
} MarkUse;

static void look_at_cell(TareSpan cell, MarkUse* point, MarkUse* comma)
{
    const Marks marks = find_marks(cell);
    if (!marks.last)
        return;
    MarkUse* const use = *marks.last == '.' ? point : comma;
    if (marks.n_points && marks.n_commas)
        ++(use == point ? comma : point)->n_before_other;
    else if (marks.n_points + marks.n_commas == 1)
        ++*(is_between_groups(cell, marks.last) ? &use->n_either : &use->n_decimal);
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

TareTableStyle tare_table_style(TareSpan text)
{
    TareTableStyle style = {.separator = find_separator(text)};
    style.grouping = find_grouping(text, style.separator);
    return style;
}

static bool is_only_digits(TareSpan cell)
{
    while (cell.first < cell.end && tare_is_digit(*cell.first))
        cell.first++;
    return cell.first == cell.end;
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
