/* Values of controls as people type them. */

#ifndef TARE_WINDOW_VALUE_READ_H
#define TARE_WINDOW_VALUE_READ_H

#include <stdbool.h>

/** Reads what was typed: a number, with a point or a comma, any minus, "k" for thousands, a unit or
    none. False, with nothing changed, when it is none. */
bool tare_value_read(const char* text, float* value);

#endif
