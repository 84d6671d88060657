#include "curves/table_cells.h"

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
