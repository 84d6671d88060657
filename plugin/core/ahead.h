/* The factors with which a section does two or four frames at once; see kernel_ahead.h. */

#ifndef TARE_AHEAD_H
#define TARE_AHEAD_H

#include "kernel.h"

#include <stdbool.h>

/** The numbers of a section as the kernels have it; see kernel.h. */
typedef struct TareDeltaSection {
    double c1, k, q1, q2;
} TareDeltaSection;

/** Sets the factors of a section for 2 or 4 frames. */
void tare_ahead_factors(const TareDeltaSection* section, uint32_t n_frames,
                        double factors[TARE_N_AHEAD]);

/** Rounds factors, those of the state so that the damping stays. */
void tare_ahead_round(const double factors[TARE_N_AHEAD], float floats[TARE_N_AHEAD]);

/** Whether the factors, so rounded to float, keep the damping of the section. Sharp ones of high
    frequency turn so far meanwhile that their radius drowns. */
bool tare_ahead_is_exact(const TareDeltaSection* section, uint32_t n_frames);

#endif
