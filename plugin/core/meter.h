/* Whether the output goes beyond full scale, and whose fault that is. */

#ifndef TARE_METER_H
#define TARE_METER_H

#include "tare/clip.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct TareMeter {
    float highest;      ///< sample of the output so far
    double headroom_db; ///< what that leaves
    TareClip clip;      ///< latched; the correction's fault counts for more than the input's
} TareMeter;

/** Forgets what it has seen. */
void tare_meter_reset(TareMeter* meter);

/** Samples that do not go beyond this tell the meter nothing new. */
float tare_meter_limit(const TareMeter* meter);

/** The highest absolute value of some samples; what is no number does not count. */
float tare_meter_peak(const float* samples, uint32_t n);

/** Takes the peak of a piece of output into account that goes beyond the limit. The headroom is how
    far the output has stayed below full scale, in dB, negative when it was beyond; between
    TARE_HEADROOM_MIN_DB and TARE_HEADROOM_MAX_DB. */
void tare_meter_add(TareMeter* meter, float peak, bool is_input_over);

#endif
