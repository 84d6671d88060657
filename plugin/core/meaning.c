#include "meaning.h"

#include "tare/band_traits.h"

#include <math.h>

/* as in tare_biquad_design() */
static const double max_centre_of_rate = 0.49;

/* 20 kHz of 44.1 kHz, with a little to spare */
static const double max_kept_of_rate = 0.4537;
static const double max_kept_hz = 20000.0;

static const double max_defined_of_rate = 0.4999;

TareMeaning tare_meaning(const TareBand* band, double strength, double reference_rate_hz)
{
    TareMeaning m = {.type = band->type,
                     .gain_db = strength * band->gain_db,
                     .strength = tare_band_type_has_gain(band->type) ? strength : 1.0,
                     .q = band->q,
                     .prototype = tare_prototype(band, strength),
                     .rate_hz = reference_rate_hz};
    m.is_inverted = tare_band_type_has_gain(band->type) && band->gain_db < 0.0;
    if (m.is_inverted)
        m.prototype = tare_prototype_inverse(&m.prototype);
    m.whole = m.prototype;
    if (m.strength < 1.0) {
        m.whole = tare_prototype(band, 1.0);
        if (m.is_inverted)
            m.whole = tare_prototype_inverse(&m.whole);
    }
    m.freq_hz = reference_rate_hz > 0.0
                    ? fmin(band->freq_hz, max_centre_of_rate * reference_rate_hz)
                    : band->freq_hz;
    m.position2 = tare_meaning_position2(reference_rate_hz, m.freq_hz);
    return m;
}

double tare_meaning_position2(double reference_rate_hz, double freq_hz)
{
    const double position =
        reference_rate_hz > 0.0 ? tan(M_PI * freq_hz / reference_rate_hz) : freq_hz;
    return position * position;
}

static double power(const double c[3], double u)
{
    const double even = c[2] - c[0] * u;
    return even * even + c[1] * c[1] * u;
}

double tare_meaning_whole_power(const TareMeaning* meaning, double position2)
{
    const double u = position2 / meaning->position2;
    return power(meaning->whole.b, u) / power(meaning->whole.a, u);
}

double tare_meaning_max_freq_hz(double reference_rate_hz, double sample_rate_hz)
{
    double max_hz = fmin(max_kept_hz, max_kept_of_rate * sample_rate_hz);
    if (reference_rate_hz > 0.0)
        max_hz = fmin(max_hz, max_kept_of_rate * reference_rate_hz);
    return max_hz;
}

double tare_meaning_defined_freq_hz(double reference_rate_hz, double freq_hz)
{
    return reference_rate_hz > 0.0 ? fmin(freq_hz, max_defined_of_rate * reference_rate_hz)
                                   : freq_hz;
}
