#include "curves/bend.h"

#include "prototype.h"
#include "tare/band.h"

#include <math.h>

double tare_bend_freq_hz(double freq_hz)
{
    return fmin(fmax(freq_hz, 20.0), 20000.0);
}

/** Level of a band's analogue prototype. */
static double band_db(TareBandType type, double band_hz, double gain_db, double q, double freq_hz)
{
    const TareBand band = {type, band_hz, gain_db, q, TARE_CHANNEL_BOTH};
    const TarePrototype p = tare_prototype(&band, 1.0);
    const double w = freq_hz / band_hz;
    const double b = p.b[2] - p.b[0] * w * w, a = p.a[2] - p.a[0] * w * w;
    return 10.0 * log10((b * b + p.b[1] * p.b[1] * w * w) / (a * a + p.a[1] * p.a[1] * w * w));
}

double tare_bend_bass_db(double gain_db, double q, double freq_hz)
{
    return gain_db == 0.0 ? 0.0 : band_db(TARE_BAND_LOW_SHELF, 105.0, gain_db, q, freq_hz);
}

double tare_bend_treble_db(double gain_db, double freq_hz)
{
    return band_db(TARE_BAND_HIGH_SHELF, 2500.0, gain_db, 0.42, freq_hz);
}

double tare_bend_ear_db(double gain_db, double freq_hz)
{
    return band_db(TARE_BAND_PEAK, 2750.0, gain_db, 1.0, freq_hz);
}
