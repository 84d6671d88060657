#include "standards.h"

#include "base/file.h"
#include "base/list.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1 << 20 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static TareSpan trimmed(TareSpan span)
{
    while (span.first < span.end && is_blank(*span.first))
        ++span.first;
    while (span.first < span.end && is_blank(span.end[-1]))
        --span.end;
    return span;
}

/** Where ": " stands, behind the name; NULL when it does not. */
static const char* end_of_name(TareSpan line)
{
    for (const char* c = line.first; line.end - c >= 2; ++c)
        if (c[0] == ':' && is_blank(c[1]))
            return c;
    return NULL;
}

static TareStatus add(TareStandards* standards, TareSpan name, unsigned line)
{
    TareStandard* const grown =
        tare_list_grow(standards->standards, standards->n, sizeof *standards->standards);
    if (!grown)
        return TARE_NO_MEMORY;
    standards->standards = grown;
    grown[standards->n] = (TareStandard){
        .name = tare_text_copy(name.first, (size_t)(name.end - name.first)), .line = line};
    if (!grown[standards->n].name)
        return TARE_NO_MEMORY;
    standards->n++;
    return TARE_OK;
}

static TareStatus complain(const TareStandards* standards, unsigned line, const char* start,
                           const char* at, const TareReporter* reporter, const char* message)
{
    tare_report(reporter, TARE_ERROR, standards->file, line, (unsigned)(at - start) + 1, "%s",
                message);
    return TARE_BAD_INPUT;
}

/** Whether a line of UTF-8 has a control character that is no blank, and where. */
static bool has_control(TareSpan line, size_t* offset)
{
    const char* c = line.first;
    while (c < line.end && (is_blank(*c) || !tare_utf8_is_control(c)))
        ++c;
    *offset = (size_t)(c - line.first);
    return c < line.end;
}

static TareStatus read_line(TareStandards* standards, TareSpan line, unsigned number,
                            const TareReporter* reporter)
{
    const TareSpan all = trimmed(line);
    if (all.first == all.end || *all.first == '#')
        return TARE_OK;
    size_t bad_offset = 0;
    if (!tare_utf8_is_valid(line.first, (size_t)(line.end - line.first), &bad_offset) ||
        has_control(line, &bad_offset))
        return complain(standards, number, line.first, line.first + bad_offset, reporter,
                        "not UTF-8, or a control character; expected text");
    const char* const end = end_of_name(all);
    if (!end)
        return complain(standards, number, line.first, all.end, reporter,
                        "no reason; expected ': ' and one behind the name");
    const TareSpan name = trimmed((TareSpan){all.first, end});
    if (name.first == name.end)
        return complain(standards, number, line.first, all.first, reporter,
                        "no name; expected one before ': '");
    return add(standards, name, number);
}

TareStatus tare_standards_read(TareStandards* standards, const char* name, const char* text,
                               size_t length, const TareReporter* reporter)
{
    if (!standards->file)
        standards->file = tare_text_copy(name, strlen(name));
    TareStatus status = standards->file ? TARE_OK : TARE_NO_MEMORY;
    const char* const end = text + length;
    for (unsigned number = 1; text < end && status != TARE_NO_MEMORY; ++number) {
        const char* const stop = memchr(text, '\n', (size_t)(end - text));
        const TareSpan line = {text, stop ? stop : end};
        const TareStatus of_line = read_line(standards, line, number, reporter);
        status = of_line == TARE_OK ? status : of_line;
        text = stop ? stop + 1 : end;
    }
    return status;
}

static TareStatus read_it(void* data, const char* path, const char* text, size_t length,
                          const TareReporter* reporter)
{
    return tare_standards_read(data, path, text, length, reporter);
}

TareStatus tare_standards_read_file(TareStandards* standards, const char* path,
                                    const TareReporter* reporter)
{
    if (access(path, F_OK) != 0)
        return TARE_OK;
    return tare_file_read_by(read_it, standards, path, MAX_FILE_BYTES, reporter);
}

void tare_standards_clear(TareStandards* standards)
{
    for (size_t i = 0; i < standards->n; ++i)
        free(standards->standards[i].name);
    free(standards->standards);
    free(standards->file);
    *standards = (TareStandards){0};
}
