/* What a section remembers of the sound, in a form that means the same in another section.

   The trapezoidal state-variable filter remembers what its two integrators hold, which depends on
   the sound and the poles, but not on the numerator: a section that takes these over goes on nearly
   as if it had always run, when its poles are about the same.

   A. Wishnick, "Time-varying filters for musical applications", DAFx 2014. */

#ifndef TARE_MEMORY_H
#define TARE_MEMORY_H

#include "biquad.h"

/** The state of a section as the kernels have it (see kernel.h), not scaled. */
typedef struct {
    double w1, w2;
} TareMemory;

/** The state for section `to` that fits one of section `from`; silence when the sections are too
    far apart, or when `from` does not show its poles. */
TareMemory tare_memory_pass(TareMemory memory, const TareBiquad* from, const TareBiquad* to);

#endif
