#include "window/value_read.h"

#include "base/ascii.h"
#include "base/number.h"

#include <string.h>

#define MINUS "\u2212"

/* More than this is no value. */
enum { MAX_TEXT = 40 };

/** Copies what was typed as the parser of numbers has it: with a point, and its own minus. */
static void copy_plain(char plain[MAX_TEXT], const char* text)
{
    size_t n = 0;
    text += strspn(text, " ");
    for (; *text != '\0' && n + 1 < MAX_TEXT; ++text) {
        if (strncmp(text, MINUS, strlen(MINUS)) != 0) {
            plain[n++] = *text == ',' ? '.' : *text;
            continue;
        }
        plain[n++] = '-';
        text += strlen(MINUS) - 1;
    }
    plain[n] = '\0';
}

static bool is_unit(const char* text)
{
    static const char* const units[] = {"", "db", "hz", "%", "db/oct"};
    const size_t length = strcspn(text, " ");
    for (size_t i = 0; i < sizeof units / sizeof *units; ++i) {
        size_t k = 0;
        while (k < length && tare_ascii_lower(text[k]) == units[i][k])
            ++k;
        if (k == length && units[i][k] == '\0')
            return text[length + strspn(text + length, " ")] == '\0';
    }
    return false;
}

bool tare_value_read(const char* text, float* value)
{
    char plain[MAX_TEXT];
    double number = 0.0;
    size_t used = 0;
    copy_plain(plain, text);
    if (!tare_number_parse(plain, strlen(plain), &number, &used))
        return false;
    const char* unit = plain + used + strspn(plain + used, " ");
    if (*unit == 'k' || *unit == 'K') {
        number *= 1000.0;
        unit += 1 + strspn(unit + 1, " ");
    }
    if (!is_unit(unit))
        return false;
    *value = (float)number;
    return true;
}
