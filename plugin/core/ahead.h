/* The factors with which a section does four frames at once; see kernel_ahead.h. */

#ifndef TARE_AHEAD_H
#define TARE_AHEAD_H

#include "kernel.h"

#include <stdbool.h>

/** The numbers of a section as the kernels have it; see kernel.h. */
typedef struct TareDeltaSection {
    double c1, k, q1, q2;
} TareDeltaSection;

/** Sets the factors of a section. */
void tare_ahead_factors(const TareDeltaSection* section, double factors[TARE_N_AHEAD]);

/** Whether the factors, rounded to float, keep the damping of the section. Sharp ones of high
    frequency turn so far in four frames that their radius drowns. */
bool tare_ahead_is_exact(const TareDeltaSection* section);

#endif
