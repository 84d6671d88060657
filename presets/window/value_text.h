/* Values of controls as people read and type them. */

#ifndef TARE_WINDOW_VALUE_TEXT_H
#define TARE_WINDOW_VALUE_TEXT_H

#include "ports.h"

enum { TARE_VALUE_TEXT = 40 };

/** "5500 Hz", "−6.5 dB", "80 %", "Low shelf": with as many digits as are heard. Returns `text`. */
const char* tare_value_text(char text[TARE_VALUE_TEXT], const TarePort* port, float value);

/** The same without the unit. */
const char* tare_value_text_short(char text[TARE_VALUE_TEXT], const TarePort* port, float value);

/** The number alone, as it is before it is typed anew. */
const char* tare_value_text_number(char text[TARE_VALUE_TEXT], const TarePort* port, float value);

/** A value with no more digits than its text has. */
float tare_value_text_tidy(const TarePort* port, float value);

#endif
