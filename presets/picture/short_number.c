#include "picture/short_number.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char* tare_short_number(double value, char* text, size_t size)
{
    char digits[TARE_NUMBER_SIZE];
    snprintf(digits, sizeof digits, "%.3g", fabs(value));
    double rounded = fabs(value);
    tare_number_parse(digits, strlen(digits), &rounded, NULL);
    tare_number_format(digits, sizeof digits, rounded);
    snprintf(text, size, "%s%s", value < 0.0 ? "\u2212" : "", digits);
    return text;
}
