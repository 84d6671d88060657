/* How fast one core can multiply and add at all. */

#ifndef TARE_LIMIT_H
#define TARE_LIMIT_H

#include <stdbool.h>
#include <stdint.h>

/** Whether it can be measured here in vectors of 4, 8 or 16 floats. */
bool limit_has(uint32_t n_lanes);

/** Does a burst of independent multiply-adds in such vectors. Returns how many multiply-adds of
    single floats it did. */
double limit_burst(uint32_t n_lanes);

#endif
