#include "meter.h"

#include "limits.h"

#include <math.h>

void tare_meter_reset(TareMeter* meter)
{
    *meter = (TareMeter){.headroom_db = TARE_HEADROOM_MAX_DB, .clip = TARE_CLIP_NONE};
}

/** Several running maxima side by side, which a compiler turns into vectors. */
float tare_meter_peak(const float* samples, uint32_t n)
{
    enum { n_lanes = 8 };
    float highest[n_lanes] = {0};
    uint32_t i = 0;
    for (; i + n_lanes <= n; i += n_lanes)
        for (uint32_t k = 0; k < n_lanes; ++k) {
            const float x = fabsf(samples[i + k]);
            highest[k] = x > highest[k] ? x : highest[k];
        }
    for (; i < n; ++i)
        highest[0] = fmaxf(highest[0], fabsf(samples[i]));
    for (uint32_t k = 1; k < n_lanes; ++k)
        highest[0] = fmaxf(highest[0], highest[k]);
    return highest[0];
}

void tare_meter_add(TareMeter* meter, float in_peak, float out_peak)
{
    if (out_peak > meter->highest) {
        meter->highest = out_peak;
        meter->headroom_db =
            fmin(fmax(-20.0 * log10(out_peak), TARE_HEADROOM_MIN_DB), TARE_HEADROOM_MAX_DB);
    }
    if (out_peak > 1.0f && in_peak <= 1.0f)
        meter->clip = TARE_CLIP_CORRECTION;
    else if (out_peak > 1.0f && meter->clip == TARE_CLIP_NONE)
        meter->clip = TARE_CLIP_INPUT;
}
