/* How fast one core can multiply and add at all. */

#ifndef TARE_LIMIT_H
#define TARE_LIMIT_H

#include <stdbool.h>

/** Whether the limit of fused operations in vectors of eight floats can be measured here. */
bool limit_has_wide(void);

/** Does a burst of independent multiply-adds in vectors of four floats, or of eight when `is_wide`.
    Returns how many multiply-adds of single floats it did; 0 on a processor it does not know. */
double limit_burst(bool is_wide);

#endif
