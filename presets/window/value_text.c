#include "window/value_text.h"

#include "base/ascii.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MINUS "\u2212"

static const char* unit_name(TareUnit unit)
{
    switch (unit) {
    case TARE_UNIT_DB:
        return " dB";
    case TARE_UNIT_HZ:
        return " Hz";
    case TARE_UNIT_PERCENT:
        return " %";
    case TARE_UNIT_DB_PER_OCTAVE:
        return " dB/oct";
    default:
        return "";
    }
}

/** How many decimals are worth reading. */
static int decimals_of(TareUnit unit, double value)
{
    switch (unit) {
    case TARE_UNIT_HZ:
        return value < 100.0 ? 1 : 0;
    case TARE_UNIT_PERCENT:
        return 0;
    case TARE_UNIT_DB:
        return 1;
    default:
        return 2;
    }
}

const char* tare_value_text_number(char text[TARE_VALUE_TEXT], const TarePort* port, float value)
{
    return tare_number_format_fixed(text, TARE_VALUE_TEXT, value, decimals_of(port->unit, value));
}

const char* tare_value_text_short(char text[TARE_VALUE_TEXT], const TarePort* port, float value)
{
    if (port->scale == TARE_SCALE_CHOICE && value >= 0.0f && (uint32_t)value < port->n_choices) {
        snprintf(text, TARE_VALUE_TEXT, "%s", port->choices[(uint32_t)value]);
        return text;
    }
    char number[TARE_NUMBER_SIZE];
    tare_number_format_fixed(number, sizeof number, value, decimals_of(port->unit, value));
    const bool is_negative = number[0] == '-';
    const bool has_plus = port->min < 0.0f && !is_negative && strspn(number, "0.") < strlen(number);
    snprintf(text, TARE_VALUE_TEXT, "%s%s",
             is_negative ? MINUS
             : has_plus  ? "+"
                         : "",
             number + is_negative);
    return text;
}

const char* tare_value_text(char text[TARE_VALUE_TEXT], const TarePort* port, float value)
{
    tare_value_text_short(text, port, value);
    const size_t length = strlen(text);
    if (port->scale != TARE_SCALE_CHOICE)
        snprintf(text + length, TARE_VALUE_TEXT - length, "%s", unit_name(port->unit));
    return text;
}

/** Copies what was typed as the parser of numbers has it: with a point, and its own minus. */
static void copy_plain(char plain[TARE_VALUE_TEXT], const char* text)
{
    size_t n = 0;
    text += strspn(text, " ");
    for (; *text != '\0' && n + 1 < TARE_VALUE_TEXT; ++text) {
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

bool tare_value_text_read(const char* text, float* value)
{
    char plain[TARE_VALUE_TEXT];
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

float tare_value_text_tidy(const TarePort* port, float value)
{
    const double factor = pow(10.0, decimals_of(port->unit, value));
    return (float)(round(value * factor) / factor);
}
