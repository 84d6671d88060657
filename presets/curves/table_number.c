#include "curves/table_number.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/text.h"
#include "curves/table_text.h"

#include <string.h>

enum { MAX_NUMBER_LENGTH = 63 };

TareTableMarks tare_table_marks(TareSpan cell)
{
    TareTableMarks marks = {0};
    for (const char* p = cell.first; p < cell.end; ++p) {
        marks.n_points += *p == '.';
        marks.n_commas += *p == ',';
        if (*p == '.' || *p == ',')
            marks.last = p;
    }
    return marks;
}

/** The mark in front of the fraction; 0 when there is none. */
static char decimal_mark(const TareTableMarks* marks, char grouping)
{
    if (!marks->last || *marks->last == grouping)
        return 0;
    return (*marks->last == '.' ? marks->n_points : marks->n_commas) == 1 ? *marks->last : 0;
}

/** Bytes of a mark at `p` that stands between groups of digits and nowhere else in a number; 0 when
    there is none. Those of one byte from 0x80 on are of Latin-1 and Windows. */
static size_t group_mark(const char* p, const char* end)
{
    static const char* const marks[] = {" ",
                                        "'",
                                        "_",
                                        "\xC2\xA0",     /* no-break space */
                                        "\xE2\x80\xAF", /* narrow no-break space */
                                        "\xE2\x80\x89", /* thin space */
                                        "\xE2\x80\x87", /* figure space */
                                        "\xE2\x80\x88", /* punctuation space */
                                        "\xE2\x80\x99", /* right single quotation mark */
                                        "\xCA\xBC",     /* modifier letter apostrophe */
                                        "\xC2\xB4",     /* acute accent */
                                        "\xCB\x99",     /* dot above */
                                        "\xA0",
                                        "\x92",
                                        "\xB4"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; ++i) {
        const size_t n = strlen(marks[i]);
        if ((size_t)(end - p) > n && memcmp(p, marks[i], n) == 0)
            return n;
    }
    return 0;
}

static bool is_part_of_mark(char c)
{
    return strchr(",. '_", c) || (unsigned char)c >= 0x80;
}

bool tare_table_is_between_groups(TareSpan cell, const char* mark, size_t length)
{
    const char* first = mark;
    const char* const behind = mark + length;
    const char* end = behind;
    while (first > cell.first && tare_is_digit(first[-1]) && mark - first <= 3)
        --first;
    while (end < cell.end && tare_is_digit(*end) && end - behind <= 3)
        ++end;
    const bool is_first_group = first == cell.first || !is_part_of_mark(first[-1]);
    return mark - first >= 1 && mark - first <= 3 && end - behind == 3 &&
           !(is_first_group && *first == '0');
}

/** Writes the number with a decimal point and no other marks. Returns its length; 0 when it cannot
    be a number, or is too long for one with such marks. */
static size_t normalise(TareSpan cell, char grouping, char text[MAX_NUMBER_LENGTH])
{
    const TareTableMarks marks = tare_table_marks(cell);
    const char decimal = decimal_mark(&marks, grouping);
    size_t n = 0;
    for (const char* p = cell.first; p < cell.end;) {
        const bool is_mark = *p == '.' || *p == ',';
        const size_t n_group = is_mark && *p != decimal ? 1 : group_mark(p, cell.end);
        if (n_group > 0) {
            if (!tare_table_is_between_groups(cell, p, n_group))
                return 0;
            p += n_group;
            continue;
        }
        if (n == MAX_NUMBER_LENGTH)
            return 0;
        text[n++] = is_mark ? '.' : *p;
        ++p;
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

/** Reads a whole text, which has a decimal point or none. */
static bool parse(const char* text, size_t length, double* number)
{
    size_t used = 0;
    return length > 0 && tare_number_parse(text, length, number, &used) && used == length;
}

bool tare_table_number(TareSpan cell, char grouping, double* value)
{
    char text[MAX_NUMBER_LENGTH];
    double number = 0.0;
    const bool is_negative = take_minus(&cell);
    const bool is_plain =
        grouping != '.' && parse(cell.first, (size_t)(cell.end - cell.first), &number);
    if (!is_plain && !parse(text, normalise(cell, grouping, text), &number))
        return false;
    *value = is_negative ? -number : number;
    return true;
}

/** Takes letters away from the end of a cell, with the blanks before them. */
static TareSpan take_unit(TareSpan* cell)
{
    const char* p = cell->end;
    while (p > cell->first && !tare_is_digit(p[-1]) && !strchr(".,", p[-1]))
        --p;
    const TareSpan unit = tare_table_trim((TareSpan){p, cell->end});
    if (p > cell->first)
        cell->end = p;
    return unit;
}

static bool is_unit(TareSpan unit, const char* lower)
{
    return (size_t)(unit.end - unit.first) == strlen(lower) && tare_table_starts_with(unit, lower);
}

/** Reads "1k25", as parts of circuits are labelled. */
static bool read_inner_k(TareSpan cell, double* value)
{
    char text[MAX_NUMBER_LENGTH];
    const size_t length = (size_t)(cell.end - cell.first);
    size_t n_marks = 0;
    for (size_t i = 0; i < length && length <= sizeof text; ++i) {
        const bool is_k = cell.first[i] == 'k' || cell.first[i] == 'K';
        n_marks += is_k;
        if (!is_k && !tare_is_digit(cell.first[i]))
            return false;
        text[i] = is_k ? '.' : cell.first[i];
    }
    return n_marks == 1 && length <= sizeof text && parse(text, length, value);
}

bool tare_table_frequency(TareSpan cell, char grouping, double* value, bool* has_unit)
{
    double factor = 1000.0;
    bool is_good = true;
    TareSpan number = cell;
    const TareSpan unit = take_unit(&number);
    if (is_unit(unit, "") || is_unit(unit, "hz"))
        factor = 1.0;
    else
        is_good = is_unit(unit, "k") || is_unit(unit, "khz");
    if (has_unit)
        *has_unit = unit.first < unit.end;
    if (is_good && tare_table_number(number, grouping, value)) {
        *value *= factor;
        return true;
    }
    if (has_unit)
        *has_unit = true;
    if (!read_inner_k(cell, value))
        return false;
    *value *= 1000.0;
    return true;
}

bool tare_table_level(TareSpan cell, char grouping, double* value)
{
    TareSpan number = cell;
    const TareSpan unit = take_unit(&number);
    return tare_table_number(tare_table_starts_with(unit, "db") ? number : cell, grouping, value);
}

bool tare_table_is_lost(TareSpan cell)
{
    static const char* const beginnings[] = {"nan", "inf", "+inf", "-inf", "-nan", "?", "#", "n/a"};
    static const char* const words[] = {"", "-", "--", "---", "na", "null", "none"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; ++i)
        if (tare_table_starts_with(cell, beginnings[i]))
            return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (is_unit(cell, words[i]))
            return true;
    return false;
}
