/* Whether a section is stable. */

#ifndef TARE_TESTS_STABLE_H
#define TARE_TESTS_STABLE_H

#include "biquad.h"

#include <stdbool.h>

/** Whether both poles lie inside the unit circle: in the triangle |a2| < 1, |a1| < 1 + a2 with
    a1 = q1 - 2, a2 = 1 - q1 + q2. */
static inline bool is_stable(const TareBiquad* h)
{
    return h->q2 > 0.0 && h->q1 > h->q2 && 4.0 - 2.0 * h->q1 + h->q2 > 0.0;
}

#endif
