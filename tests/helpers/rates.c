#include "helpers/rates.h"

#include "cascade.h"
#include "controls.h"
#include "design.h"

#include <math.h>

/** Squared magnitudes of the bells and shelves of R. Bristow-Johnson's cookbook at u = (f / f0)^2.
 */
static double cookbook_power(const TareBand* band, double u)
{
    const double a = pow(10.0, band->gain_db / 40.0);
    const double w = u / (band->q * band->q);
    if (band->type == TARE_BAND_PEAK)
        return ((1 - u) * (1 - u) + a * a * w) / ((1 - u) * (1 - u) + w / (a * a));
    if (band->type == TARE_BAND_LOW_SHELF)
        return a * a * ((a - u) * (a - u) + a * w) / ((1 - a * u) * (1 - a * u) + a * w);
    return a * a * ((1 - a * u) * (1 - a * u) + a * w) / ((a - u) * (a - u) + a * w);
}

double rates_wanted_db(const TareBandSet* set, double freq_hz)
{
    const double rate_hz = set->reference_rate_hz;
    double db = 0.0;
    for (uint32_t i = 0; i < set->n_bands; ++i) {
        const TareBand* band = &set->bands[i];
        double ratio = freq_hz / band->freq_hz;
        if (rate_hz > 0.0)
            ratio = tan(M_PI * freq_hz / rate_hz) /
                    tan(M_PI * fmin(band->freq_hz, 0.49 * rate_hz) / rate_hz);
        db += 10.0 * log10(cookbook_power(band, ratio * ratio));
    }
    return db;
}

double rates_error_db(const TareBandSet* set, double sample_rate_hz)
{
    enum { n_points = 256 };
    TareControls controls = tare_controls_default();
    controls.set = *set;
    controls.set.preamp_db = 0.0;
    TareCascade cascade;
    tare_design_cascade(&cascade, &controls, sample_rate_hz, 2);

    double max_hz = 20000.0;
    if (sample_rate_hz < 44100.0)
        max_hz = 0.45 * sample_rate_hz;
    if (set->reference_rate_hz > 0.0 && set->reference_rate_hz < 44100.0)
        max_hz = fmin(max_hz, 0.45 * set->reference_rate_hz);
    double largest = 0.0;
    for (int i = 0; i < n_points; ++i) {
        const double freq_hz = 20.0 * pow(max_hz / 20.0, i / (n_points - 1.0));
        const double error =
            fabs(tare_cascade_gain_db(&cascade, 0, freq_hz) - rates_wanted_db(set, freq_hz));
        if (!(error <= largest))
            largest = error;
    }
    return largest;
}
