/* What the equaliser really runs: the controls turned into sections for one stream rate. The audio
   code plays a cascade; whoever wants to know a response evaluates the same cascade. */

#ifndef TARE_CASCADE_H
#define TARE_CASCADE_H

#include "biquad.h"
#include "sections.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareSection {
    TareBiquad biquad;
    bool in_channel[TARE_MAX_CHANNELS]; ///< false: this channel passes unchanged
} TareSection;

typedef struct TareCascade {
    double sample_rate_hz;
    double gain; ///< linear, before the sections: the preamp and the level of the tilt
    TareSection sections[TARE_N_SECTIONS];
} TareCascade;

/** Whether both channels have the same response. */
bool tare_cascade_is_same_in_both(const TareCascade* cascade);

/** Level of the response of one channel at a frequency below Nyquist, preamp included. */
double tare_cascade_gain_db(const TareCascade* cascade, uint32_t channel, double freq_hz);

#endif
