#include "pipewire/chain/single.h"

#include "tare/band.h"

#include <math.h>

/** Numerator and denominator, not yet divided by a0. */
typedef struct {
    double b[3], a[3];
} Section;

static Section shelf(double amp, double cosine, double beta, double sign)
{
    const double up = amp + 1.0;
    const double down = (amp - 1.0) * cosine * sign;
    const double tilt = (amp - 1.0) + up * cosine * -sign;
    const double fall = (amp - 1.0) + up * cosine * sign;
    return (Section){{amp * (up - down + beta), sign * 2.0 * amp * tilt, amp * (up - down - beta)},
                     {up + down + beta, sign * -2.0 * fall, up + down - beta}};
}

static Section section(TareBandType type, double amp, double cosine, double alpha)
{
    if (type != TARE_BAND_PEAK)
        return shelf(amp, cosine, 2.0 * sqrt(amp) * alpha,
                     type == TARE_BAND_LOW_SHELF ? 1.0 : -1.0);
    return (Section){{1.0 + alpha * amp, -2.0 * cosine, 1.0 - alpha * amp},
                     {1.0 + alpha / amp, -2.0 * cosine, 1.0 - alpha / amp}};
}

TareSingle tare_single(const TareBand* band, double rate_hz)
{
    /* controls are floats too */
    const double amp = pow(10.0, (double)(float)band->gain_db / 40.0);
    const double angle = 2.0 * M_PI * (double)(float)band->freq_hz / rate_hz;
    const double alpha = sin(angle) / (2.0 * (double)(float)band->q);
    const Section s = section(band->type, amp, cos(angle), alpha);
    return (TareSingle){.b0 = (float)(s.b[0] / s.a[0]),
                        .b1 = (float)(s.b[1] / s.a[0]),
                        .b2 = (float)(s.b[2] / s.a[0]),
                        .a1 = (float)(s.a[1] / s.a[0]),
                        .a2 = (float)(s.a[2] / s.a[0])};
}

/** Squared magnitude of c0 + c1/z + c2/z^2 on the unit circle, written in sin^2(w/2), so that
   little cancels at low frequencies. */
static double power(double c0, double c1, double c2, double sin2)
{
    const double sum = c0 + c1 + c2;
    return sum * sum - 4.0 * (c0 * c1 + 4.0 * c0 * c2 + c1 * c2) * sin2 +
           16.0 * c0 * c2 * sin2 * sin2;
}

double tare_single_gain_db(const TareSingle* single, double freq_hz, double rate_hz)
{
    const double sine = sin(M_PI * freq_hz / rate_hz);
    return 10.0 *
           log10(power((double)single->b0, (double)single->b1, (double)single->b2, sine * sine) /
                 power(1.0, (double)single->a1, (double)single->a2, sine * sine));
}
