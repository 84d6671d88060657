/* Numbers as text, the same in every locale. */

#ifndef TARE_NUMBER_H
#define TARE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/** Room for any number that is written here, with the closing NUL. */
enum { TARE_NUMBER_SIZE = 32 };

/** Writes the shortest decimal text that reads back as the same double: "5500", "-6", "0.7".

    Plain digits from 1e-6 to below 1e15, "1.5e20" beyond; minus zero is "0"; what is not finite
    is "nan", "inf" or "-inf", which tare_number_parse() refuses. A `size` below TARE_NUMBER_SIZE
    may cut the text. Returns `buffer`. */
char* tare_number_format(char* buffer, size_t size, double value);

/** The same for a value of a float port: the shortest text that reads back as the same float,
   "1.41" where tare_number_format() would write "1.4099999666213989". */
char* tare_number_format_float(char* buffer, size_t size, float value);

/** Writes so many decimals, 0 to 9, of a value below 1e9, rounded half away from zero: "-6.10".
   What rounds to zero has no sign. Returns `buffer`. */
char* tare_number_format_fixed(char* buffer, size_t size, double value, int n_decimals);

/** Reads [+-]digits[.digits][e[+-]digits] at the beginning of `text`, which need not end in NUL.
    The decimal mark is always a point, and a digit must stand on at least one side of it. The
    result is the nearest double, however many digits there are.

    `used` receives how many characters the number takes; NULL is allowed. False, with nothing
    changed, when there is no number or it is too large for a double. */
bool tare_number_parse(const char* text, size_t length, double* value, size_t* used);

#endif
