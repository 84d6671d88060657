/* A cascade designed in one go, for whoever has the time; designer.h does the same in pieces. */

#ifndef TARE_DESIGN_H
#define TARE_DESIGN_H

#include <stdint.h>

typedef struct TareCascade TareCascade;
typedef struct TareControls TareControls;

/** Designs all sections: the bands for the reference rate of the set, the tone bands for
   the analogue prototype. At a strength below 1, peaks and shelves together keep that share of
   their level in dB at every frequency, as near as their sections can come. `controls` must be
   clamped. Takes up to a millisecond, 100 KB of stack and no memory; `enabled` does not count. With
   one channel every band is heard in it. */
void tare_design_cascade(TareCascade* cascade, const TareControls* controls, double sample_rate_hz,
                         uint32_t n_channels);

#endif
