#include "meter.h"

#include "tare/limits.h"

#include <math.h>

void tare_meter_reset(TareMeter* meter)
{
    *meter = (TareMeter){.headroom_db = TARE_HEADROOM_MAX_DB, .clip = TARE_CLIP_NONE};
}

/** Once the correction is found to clip, only higher samples are news; until then each one beyond
   full scale is. */
float tare_meter_limit(const TareMeter* meter)
{
    return meter->clip == TARE_CLIP_CORRECTION ? meter->highest : fminf(meter->highest, 1.0f);
}

float tare_meter_peak(const float* samples, uint32_t n)
{
    float highest = 0.0f;
    for (uint32_t i = 0; i < n; ++i)
        highest = fmaxf(highest, fabsf(samples[i]));
    return highest;
}

void tare_meter_add(TareMeter* meter, float peak, bool is_input_over)
{
    if (peak > meter->highest) {
        meter->highest = peak;
        meter->headroom_db =
            fmin(fmax(-20.0 * log10(peak), TARE_HEADROOM_MIN_DB), TARE_HEADROOM_MAX_DB);
    }
    if (peak > 1.0f && !is_input_over)
        meter->clip = TARE_CLIP_CORRECTION;
    else if (peak > 1.0f && meter->clip == TARE_CLIP_NONE)
        meter->clip = TARE_CLIP_INPUT;
}
