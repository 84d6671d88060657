#include "biquad.h"

#include "prototype.h"
#include "tare/band.h"

#include <math.h>

/* Nothing can be said of a band at Nyquist; this is as near as the transform stays well behaved. */
static const double max_freq_of_rate = 0.49;

/** s = (1 - z^-1) / (tan(w0/2) (1 + z^-1)), straight into the delta form: nothing cancels. */
static TareBiquad bilinear(const TarePrototype* p, double tan_half_w0)
{
    const double t = tan_half_w0;
    const double t2 = t * t;
    const double a0 = p->a[0] + p->a[1] * t + p->a[2] * t2;
    return (TareBiquad){
        .b0 = (p->b[0] + p->b[1] * t + p->b[2] * t2) / a0,
        .p1 = (2.0 * p->b[1] * t + 4.0 * p->b[2] * t2) / a0,
        .p2 = 4.0 * p->b[2] * t2 / a0,
        .q1 = (2.0 * p->a[1] * t + 4.0 * p->a[2] * t2) / a0,
        .q2 = 4.0 * p->a[2] * t2 / a0,
    };
}

TareBiquad tare_biquad_identity(void)
{
    return (TareBiquad){.b0 = 1.0};
}

TareBiquad tare_biquad_design(const TareBand* band, double strength, double sample_rate_hz)
{
    const double freq_hz = fmin(band->freq_hz, max_freq_of_rate * sample_rate_hz);
    const TarePrototype prototype = tare_prototype(band, strength);
    return bilinear(&prototype, tan(M_PI * freq_hz / sample_rate_hz));
}

TareDelta tare_biquad_delta_at(double freq_hz, double sample_rate_hz)
{
    const double half_sin = sin(M_PI * freq_hz / sample_rate_hz);
    const double re = -2.0 * half_sin * half_sin;
    const double im = sin(2.0 * M_PI * freq_hz / sample_rate_hz);
    return (TareDelta){re, im, re * re - im * im, 2.0 * re * im};
}

double tare_biquad_power_at(const TareBiquad* h, const TareDelta* g)
{
    const double num_re = h->b0 * g->re2 + h->p1 * g->re + h->p2;
    const double num_im = h->b0 * g->im2 + h->p1 * g->im;
    const double den_re = g->re2 + h->q1 * g->re + h->q2;
    const double den_im = g->im2 + h->q1 * g->im;
    return (num_re * num_re + num_im * num_im) / (den_re * den_re + den_im * den_im);
}

double tare_biquad_power(const TareBiquad* h, double freq_hz, double sample_rate_hz)
{
    const TareDelta delta = tare_biquad_delta_at(freq_hz, sample_rate_hz);
    return tare_biquad_power_at(h, &delta);
}
