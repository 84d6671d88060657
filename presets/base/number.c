#include "base/number.h"

#include "base/ascii.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** No double needs more digits than 767 to tell on which side of two neighbours' middle a text
    lies; a last digit stands for all that follow. */
enum { MAX_DIGITS = 780, MAX_EXPONENT = 100000 };

/** A decimal number taken apart: +-digits * 10^exponent. */
typedef struct {
    bool is_negative;
    uint64_t mantissa; ///< the digits as a number, as long as there are at most 19
    int64_t n_digits;  ///< without leading zeros
    int64_t exponent;
    size_t first, end; ///< where the digits (and the point) stand in the text
} Decimal;

/** Reads digits and a point from decimal->first on; false when there is no digit. */
static bool scan_digits(Decimal* decimal, const char* text, size_t length)
{
    bool has_digit = false;
    bool has_point = false;
    size_t i = decimal->first;
    for (; i < length; ++i) {
        if (text[i] == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (!tare_is_digit(text[i]))
            break;
        has_digit = true;
        decimal->exponent -= has_point;
        if (decimal->n_digits || text[i] != '0') {
            decimal->n_digits++;
            if (decimal->n_digits <= 19)
                decimal->mantissa = 10 * decimal->mantissa + (uint64_t)(text[i] - '0');
        }
    }
    decimal->end = i;
    return has_digit;
}

/** Reads "e-12" at `i` when it is one; returns how many characters it takes. */
static size_t scan_exponent(const char* text, size_t length, int* exponent)
{
    if (length < 2 || (text[0] != 'e' && text[0] != 'E'))
        return 0;
    const size_t first = text[1] == '+' || text[1] == '-' ? 2 : 1;
    int value = 0;
    size_t i = first;
    for (; i < length && tare_is_digit(text[i]); ++i)
        value = value < MAX_EXPONENT ? 10 * value + (text[i] - '0') : value;
    if (i == first)
        return 0;
    *exponent = text[1] == '-' ? -value : value;
    return i;
}

/** Exact: both operands are whole and fit into a double, so there is one rounding only. */
static bool convert_fast(const Decimal* decimal, double* value)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (decimal->n_digits > 15 || decimal->exponent < -22 || decimal->exponent > 22)
        return false;
    const double mantissa = (double)decimal->mantissa;
    *value = decimal->exponent < 0 ? mantissa / powers[-decimal->exponent]
                                   : mantissa * powers[decimal->exponent];
    return true;
}

/** strtod() is exact, and without a decimal mark in its text no locale matters. */
static double convert_slowly(const Decimal* decimal, const char* text)
{
    char plain[MAX_DIGITS + 32];
    int n = 0;
    int64_t n_seen = 0;
    bool is_cut = false;
    for (size_t i = decimal->first; i < decimal->end; ++i) {
        if (!tare_is_digit(text[i]) || (!n_seen && text[i] == '0'))
            continue;
        n_seen++;
        if (n < MAX_DIGITS)
            plain[n++] = text[i];
        else
            is_cut = is_cut || text[i] != '0';
    }
    if (is_cut && plain[n - 1] == '0')
        plain[n - 1] = '1';
    snprintf(plain + n, sizeof plain - (size_t)n, "e%" PRId64, decimal->exponent + n_seen - n);
    return strtod(plain, NULL);
}

bool tare_number_parse(const char* text, size_t length, double* value, size_t* used)
{
    Decimal decimal = {0};
    if (length && (text[0] == '-' || text[0] == '+')) {
        decimal.is_negative = text[0] == '-';
        decimal.first = 1;
    }
    if (!scan_digits(&decimal, text, length))
        return false;
    int exponent = 0;
    const size_t n_exponent = scan_exponent(text + decimal.end, length - decimal.end, &exponent);
    decimal.exponent += exponent;

    double magnitude = 0.0;
    if (decimal.n_digits && !convert_fast(&decimal, &magnitude))
        magnitude = convert_slowly(&decimal, text);
    if (!isfinite(magnitude))
        return false;
    *value = decimal.is_negative ? -magnitude : magnitude;
    if (used)
        *used = decimal.end + n_exponent;
    return true;
}

/** Digits of a positive number, one before the point: digits[0].digits[1..] * 10^exponent. */
typedef struct {
    char digits[24];
    int n_digits;
    int exponent;
} Digits;

/** Rounds to a number of digits; trailing zeros are left out. Whatever mark the locale puts between
    the digits is passed over. */
static Digits round_to(double magnitude, int n_digits)
{
    char text[64];
    snprintf(text, sizeof text, "%.*e", n_digits - 1, magnitude);
    Digits result = {{0}, 0, 0};
    const char* p = text;
    for (; *p && *p != 'e'; ++p)
        if (tare_is_digit(*p) && result.n_digits < n_digits)
            result.digits[result.n_digits++] = *p;
    result.exponent = *p == 'e' ? atoi(p + 1) : 0;
    while (result.n_digits > 1 && result.digits[result.n_digits - 1] == '0')
        result.n_digits--;
    return result;
}

static void write_plain(char* out, const Digits* d)
{
    if (d->exponent < 0) {
        out += sprintf(out, "0.%.*s", -d->exponent - 1, "00000000");
        sprintf(out, "%.*s", d->n_digits, d->digits);
        return;
    }
    const int n_whole = d->exponent + 1;
    if (d->n_digits <= n_whole)
        sprintf(out, "%.*s%.*s", d->n_digits, d->digits, n_whole - d->n_digits, "0000000000000000");
    else
        sprintf(out, "%.*s.%.*s", n_whole, d->digits, d->n_digits - n_whole, d->digits + n_whole);
}

static void write_scientific(char* out, const Digits* d)
{
    if (d->n_digits == 1)
        sprintf(out, "%ce%d", d->digits[0], d->exponent);
    else
        sprintf(out, "%c.%.*se%d", d->digits[0], d->n_digits - 1, d->digits + 1, d->exponent);
}

static void write_digits(char* out, const Digits* d)
{
    if (d->exponent >= -6 && d->exponent < 15)
        write_plain(out, d);
    else
        write_scientific(out, d);
}

/** Every text of 15 digits survives in a double and every text of 6 in a float, unless it is
    subnormal: no need to try fewer, as trailing zeros go. */
static char* format_shortest(char* buffer, size_t size, double value, bool is_float)
{
    char text[TARE_NUMBER_SIZE] = "0";
    const double magnitude = fabs(value);
    char* out = text;
    if (!isfinite(value)) {
        snprintf(buffer, size, "%s", isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
        return buffer;
    }
    if (value < 0)
        *out++ = '-';
    const bool is_subnormal = magnitude < (is_float ? FLT_MIN : DBL_MIN);
    const int first = is_subnormal ? 1 : is_float ? FLT_DIG : DBL_DIG;
    const int last = is_float ? 9 : 17;
    for (int n = first; n <= last && magnitude > 0; ++n) {
        const Digits digits = round_to(magnitude, n);
        write_digits(out, &digits);
        double read = 0.0;
        const bool is_read = tare_number_parse(out, strlen(out), &read, NULL);
        if (is_read && (is_float ? (float)read == (float)magnitude : read == magnitude))
            break;
    }
    snprintf(buffer, size, "%s", text);
    return buffer;
}

char* tare_number_format(char* buffer, size_t size, double value)
{
    return format_shortest(buffer, size, value, false);
}

char* tare_number_format_fixed(char* buffer, size_t size, double value, int n_decimals)
{
    const int n = n_decimals < 0 ? 0 : n_decimals > 9 ? 9 : n_decimals;
    uint64_t scale = 1;
    for (int i = 0; i < n; ++i)
        scale *= 10;
    const uint64_t digits = (uint64_t)llround(fabs(value) * (double)scale);
    const char* const sign = value < 0.0 && digits ? "-" : "";
    if (n > 0)
        snprintf(buffer, size, "%s%" PRIu64 ".%0*" PRIu64, sign, digits / scale, n, digits % scale);
    else
        snprintf(buffer, size, "%s%" PRIu64, sign, digits);
    return buffer;
}

char* tare_number_format_float(char* buffer, size_t size, float value)
{
    return format_shortest(buffer, size, (double)value, true);
}
