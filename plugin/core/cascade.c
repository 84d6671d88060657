#include "cascade.h"

#include <math.h>

static double power_at(const TareCascade* cascade, uint32_t channel, double freq_hz)
{
    const TareDelta delta = tare_biquad_delta_at(freq_hz, cascade->sample_rate_hz);
    double power = cascade->gain * cascade->gain;
    for (int i = 0; i < TARE_N_SECTIONS; ++i)
        if (cascade->sections[i].in_channel[channel])
            power *= tare_biquad_power_at(&cascade->sections[i].biquad, &delta);
    return power;
}

bool tare_cascade_is_same_in_both(const TareCascade* cascade)
{
    for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
        if (cascade->sections[k].in_channel[0] != cascade->sections[k].in_channel[1])
            return false;
    return true;
}

double tare_cascade_gain_db(const TareCascade* cascade, uint32_t channel, double freq_hz)
{
    return 10.0 * log10(fmax(power_at(cascade, channel, freq_hz), 1e-30));
}
