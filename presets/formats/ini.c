#include "formats/ini.h"

#include "base/ascii.h"
#include "curves/table_text.h"

#include <string.h>

/* No number behind a name is longer. */
enum { MAX_DIGITS = 3 };

static bool is_section(TareSpan line)
{
    return line.end - line.first > 2 && *line.first == '[' && line.end[-1] == ']';
}

static TareSpan section_of(TareSpan line)
{
    return tare_table_trim((TareSpan){line.first + 1, line.end - 1});
}

bool tare_ini_next(TareIniLine* line, TareSpan* rest)
{
    for (TareSpan text; tare_table_next_line(rest, &text);) {
        ++line->number;
        if (text.first == text.end || *text.first == ';')
            continue;
        if (is_section(text)) {
            line->section = section_of(text);
            continue;
        }
        const char* const mark = memchr(text.first, '=', (size_t)(text.end - text.first));
        line->key = tare_table_trim((TareSpan){text.first, mark ? mark : text.end});
        line->value = tare_table_trim((TareSpan){mark ? mark + 1 : text.end, text.end});
        line->is_setting = mark && line->section.first;
        return true;
    }
    return false;
}

bool tare_ini_is(TareSpan name, const char* wanted)
{
    return tare_table_starts_with(name, wanted) &&
           (size_t)(name.end - name.first) == strlen(wanted);
}

bool tare_ini_is_numbered(TareSpan name, const char* wanted, unsigned n, unsigned* number)
{
    *number = 0;
    if (!tare_table_starts_with(name, wanted))
        return false;
    name.first += strlen(wanted);
    if (name.end - name.first > MAX_DIGITS)
        return false;
    for (; name.first < name.end; ++name.first) {
        if (!tare_is_digit(*name.first))
            return false;
        *number = 10 * *number + (unsigned)(*name.first - '0');
    }
    return *number < n;
}
