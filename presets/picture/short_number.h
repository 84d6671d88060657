/* Numbers in pictures. */

#ifndef TARE_SHORT_NUMBER_H
#define TARE_SHORT_NUMBER_H

#include <stddef.h>

/** Writes a number with a typographer's minus, and with at most three digits that count. */
const char* tare_short_number(double value, char* text, size_t size);

#endif
