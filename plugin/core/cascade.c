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

/** Highest power between two frequencies around a single top, by golden section. */
static double refine_top(const TareCascade* cascade, uint32_t channel, double lo_hz, double hi_hz)
{
    const double golden = 0.6180339887498949;
    double best = 0.0;
    for (int i = 0; i < 40; ++i) {
        const double a_hz = hi_hz - golden * (hi_hz - lo_hz);
        const double b_hz = lo_hz + golden * (hi_hz - lo_hz);
        const double a = power_at(cascade, channel, a_hz);
        const double b = power_at(cascade, channel, b_hz);
        best = fmax(best, fmax(a, b));
        if (a > b)
            hi_hz = b_hz;
        else
            lo_hz = a_hz;
    }
    return best;
}

/** A grid of 48 points an octave resolves a Q of 20; each local top on it is refined. */
static double highest_power(const TareCascade* cascade, uint32_t channel)
{
    const double nyquist_hz = 0.5 * cascade->sample_rate_hz;
    const double step = exp2(1.0 / 48.0);
    double best = fmax(power_at(cascade, channel, 5.0), power_at(cascade, channel, nyquist_hz));
    double before = 0.0;
    double here = power_at(cascade, channel, 5.0);
    for (double freq_hz = 5.0; freq_hz < nyquist_hz; freq_hz *= step) {
        const double next_hz = fmin(freq_hz * step, nyquist_hz);
        const double after = power_at(cascade, channel, next_hz);
        if (here >= before && here >= after)
            best = fmax(best, refine_top(cascade, channel, fmax(5.0, freq_hz / step), next_hz));
        before = here;
        here = after;
    }
    return best;
}

double tare_cascade_peak_db(const TareCascade* cascade, uint32_t n_channels)
{
    double best = 0.0;
    for (uint32_t c = 0; c < n_channels; ++c)
        best = fmax(best, highest_power(cascade, c));
    return 10.0 * log10(fmax(best, 1e-30));
}
