/* What the equaliser really runs: the controls turned into sections for one stream rate. The audio
   code plays a cascade; whoever wants to know a response evaluates the same cascade. */

#ifndef TARE_CASCADE_H
#define TARE_CASCADE_H

#include "biquad.h"
#include "sections.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareControls TareControls;

typedef struct TareSection {
    TareBiquad biquad;
    bool in_channel[TARE_MAX_CHANNELS]; ///< false: this channel passes unchanged
} TareSection;

typedef struct TareCascade {
    double sample_rate_hz;
    double gain; ///< linear, before the sections: the preamp and the level of the tilt
    TareSection sections[TARE_N_SECTIONS];
} TareCascade;

/** Designs all sections: the bands for the reference rate of the set, the tone bands for the
    analogue prototype. At a strength below 1, peaks and shelves together keep that share of their
    level in dB at every frequency, as near as their sections can come. `controls` must be clamped.
   Takes up to a millisecond, 100 KB of stack and no memory; `enabled` does not count. With one
   channel every band is heard in it. designer.h does the same in pieces. */
void tare_cascade_design(TareCascade* cascade, const TareControls* controls, double sample_rate_hz,
                         uint32_t n_channels);

/** Level of the response of one channel at a frequency below Nyquist, preamp included. */
double tare_cascade_gain_db(const TareCascade* cascade, uint32_t channel, double freq_hz);

#endif
