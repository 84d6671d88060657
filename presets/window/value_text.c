#include "window/value_text.h"

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

float tare_value_text_tidy(const TarePort* port, float value)
{
    const double factor = pow(10.0, decimals_of(port->unit, value));
    return (float)(round(value * factor) / factor);
}
