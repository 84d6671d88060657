/* Values of controls as keys, wheel and pointer change them. */

#ifndef TARE_WINDOW_VALUE_STEP_H
#define TARE_WINDOW_VALUE_STEP_H

#include "ports.h"

/** The value so many steps further, tidy: of a choice the next one, else steps that are heard, or
    finer ones. */
float tare_value_step(const TarePort* port, float value, double steps, bool is_fine);

/** Where a value lies in its port's range, 0 to 1, and back. */
double tare_value_step_share(const TarePort* port, float value);
float tare_value_step_at(const TarePort* port, double share);

#endif
