/* What the equaliser really runs: the controls turned into sections for one stream rate. The audio
   code plays a cascade; whoever wants to know a response evaluates the same cascade. */

#ifndef TARE_CASCADE_H
#define TARE_CASCADE_H

#include "biquad.h"
#include "tone.h"

enum { TARE_N_SECTIONS = TARE_MAX_BANDS + TARE_N_TONE_BANDS };

/** A section keeps its place: section k is band k, the tone bands follow. */
typedef struct {
    TareBiquad biquad;
    bool in_channel[TARE_MAX_CHANNELS]; ///< false: this channel passes unchanged
} TareSection;

typedef struct {
    double sample_rate_hz;
    double gain; ///< linear, before the sections: the preamp and the level of the tilt
    TareSection sections[TARE_N_SECTIONS];
} TareCascade;

/** Designs all sections. `controls` must be clamped. Takes no memory; `enabled` does not count.
    With one channel every band is heard in it. */
void tare_cascade_design(TareCascade* cascade, const TareControls* controls, double sample_rate_hz,
                         uint32_t n_channels);

/** Level of the response of one channel at a frequency below Nyquist, preamp included. */
double tare_cascade_gain_db(const TareCascade* cascade, uint32_t channel, double freq_hz);

#endif
