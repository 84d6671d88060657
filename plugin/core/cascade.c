#include "cascade.h"

#include <math.h>

static double db_to_lin(double db)
{
    return pow(10.0, db / 20.0);
}

static void design_section(TareSection* section, const TareBand* band, double strength,
                           double sample_rate_hz, uint32_t n_channels)
{
    const bool active = tare_band_is_active(band) && (strength > 0.0);
    section->biquad =
        active ? tare_biquad_design(band, strength, sample_rate_hz) : tare_biquad_identity();
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        section->in_channel[c] = active && (n_channels == 1 || tare_band_is_in_channel(band, c));
}

/** Level of the tilt bands at the pivot, as a factor that takes it away. */
static double tilt_levelling_gain(const TareCascade* cascade)
{
    double power = 1.0;
    for (int i = TARE_N_SECTIONS - TARE_N_TILT_BANDS; i < TARE_N_SECTIONS; ++i)
        if (cascade->sections[i].in_channel[0])
            power *= tare_biquad_power(&cascade->sections[i].biquad, TARE_TILT_PIVOT_HZ,
                                       cascade->sample_rate_hz);
    return 1.0 / sqrt(power);
}

void tare_cascade_design(TareCascade* cascade, const TareControls* controls, double sample_rate_hz,
                         uint32_t n_channels)
{
    cascade->sample_rate_hz = sample_rate_hz;
    for (int i = 0; i < TARE_MAX_BANDS; ++i)
        design_section(&cascade->sections[i], &controls->set.bands[i], controls->strength,
                       sample_rate_hz, n_channels);

    TareBand tone[TARE_N_TONE_BANDS];
    tare_tone_bands(controls, tone);
    for (int i = 0; i < TARE_N_TONE_BANDS; ++i)
        design_section(&cascade->sections[TARE_MAX_BANDS + i], &tone[i], 1.0, sample_rate_hz,
                       n_channels);
    cascade->gain = db_to_lin(controls->set.preamp_db) * tilt_levelling_gain(cascade);
}

static double power_at(const TareCascade* cascade, uint32_t channel, double freq_hz)
{
    double power = cascade->gain * cascade->gain;
    for (int i = 0; i < TARE_N_SECTIONS; ++i)
        if (cascade->sections[i].in_channel[channel])
            power *=
                tare_biquad_power(&cascade->sections[i].biquad, freq_hz, cascade->sample_rate_hz);
    return power;
}

double tare_cascade_gain_db(const TareCascade* cascade, uint32_t channel, double freq_hz)
{
    return 10.0 * log10(fmax(power_at(cascade, channel, freq_hz), 1e-30));
}
