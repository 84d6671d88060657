/* What a section remembers of the sound, in a form that means the same in another section.

   The trapezoidal state-variable filter remembers what its two integrators hold, which depends on
   the sound and the poles, but not on the numerator: a section that takes these over goes on nearly
   as if it had always run, when its poles are about the same.

   A. Wishnick, "Time-varying filters for musical applications", DAFx 2014. */

#ifndef TARE_STATE_H
#define TARE_STATE_H

typedef struct TareBiquad TareBiquad;

/** The state of a section as the kernels have it (see kernel.h), not scaled. */
typedef struct TareState {
    double w1, w2;
} TareState;

/** By how much one section's level differs from another's, in dB, at most of that at its own
    frequency and at both ends; infinite when their frequencies are too far apart for a memory to
    be passed. */
double tare_state_distance_db(const TareBiquad* from, const TareBiquad* to);

/** The state for section `to` that fits one of section `from`; silence when `from` does not show
    its poles. */
TareState tare_state_pass(TareState state, const TareBiquad* from, const TareBiquad* to);

#endif
