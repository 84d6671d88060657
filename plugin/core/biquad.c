#include "biquad.h"

#include <math.h>

/* Nothing can be said of a band at Nyquist; this is as near as the transform stays well behaved. */
static const double max_freq_of_rate = 0.49;

static const double pi = 3.14159265358979323846;

/** Analogue section b/a with s relative to the centre: x[0] s^2 + x[1] s + x[2]. */
typedef struct {
    double b[3], a[3];
} Prototype;

static Prototype peak_prototype(double gain, double q)
{
    return (Prototype){{1.0, gain / q, 1.0}, {1.0, 1.0 / (gain * q), 1.0}};
}

static Prototype low_shelf_prototype(double gain, double q)
{
    const double slope = sqrt(gain) / q;
    return (Prototype){{gain, gain * slope, gain * gain}, {gain, slope, 1.0}};
}

static Prototype high_shelf_prototype(double gain, double q)
{
    const double slope = sqrt(gain) / q;
    return (Prototype){{gain * gain, gain * slope, gain}, {1.0, slope, gain}};
}

static Prototype invert(Prototype p)
{
    const Prototype swapped = {{p.a[0], p.a[1], p.a[2]}, {p.b[0], p.b[1], p.b[2]}};
    return swapped;
}

static Prototype gain_prototype(TareBandType type, double gain_db, double q)
{
    const double gain = pow(10.0, fabs(gain_db) / 40.0);
    const Prototype boost = type == TARE_BAND_PEAK        ? peak_prototype(gain, q)
                            : type == TARE_BAND_LOW_SHELF ? low_shelf_prototype(gain, q)
                                                          : high_shelf_prototype(gain, q);
    return gain_db < 0.0 ? invert(boost) : boost;
}

/** Types without a gain share their poles; strength mixes in the unfiltered signal. */
static Prototype plain_prototype(TareBandType type, double strength, double q)
{
    static const double s2[TARE_N_BAND_TYPES] = {
        [TARE_BAND_HIGH_PASS] = 1, [TARE_BAND_NOTCH] = 1, [TARE_BAND_ALL_PASS] = 1};
    static const double s1[TARE_N_BAND_TYPES] = {
        [TARE_BAND_BAND_PASS] = 1, [TARE_BAND_ALL_PASS] = -1};
    static const double s0[TARE_N_BAND_TYPES] = {
        [TARE_BAND_LOW_PASS] = 1, [TARE_BAND_NOTCH] = 1, [TARE_BAND_ALL_PASS] = 1};

    Prototype p = {{s2[type], s1[type] / q, s0[type]}, {1.0, 1.0 / q, 1.0}};
    for (int i = 0; i < 3; ++i)
        p.b[i] = strength * p.b[i] + (1.0 - strength) * p.a[i];
    return p;
}

/** s = (1 - z^-1) / (tan(w0/2) (1 + z^-1)), straight into the delta form: nothing cancels. */
static TareBiquad bilinear(const Prototype* p, double tan_half_w0)
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

TareBiquad tare_biquad_neutral(const TareBiquad* biquad)
{
    return (TareBiquad){1.0, biquad->q1, biquad->q2, biquad->q1, biquad->q2};
}

TareBiquad tare_biquad_design(const TareBand* band, double strength, double sample_rate_hz)
{
    const double freq_hz = fmin(band->freq_hz, max_freq_of_rate * sample_rate_hz);
    const Prototype prototype = tare_band_type_has_gain(band->type)
                                    ? gain_prototype(band->type, strength * band->gain_db, band->q)
                                    : plain_prototype(band->type, strength, band->q);
    return bilinear(&prototype, tan(pi * freq_hz / sample_rate_hz));
}

TareDelta tare_delta_at(double freq_hz, double sample_rate_hz)
{
    const double half_sin = sin(pi * freq_hz / sample_rate_hz);
    const double re = -2.0 * half_sin * half_sin;
    const double im = sin(2.0 * pi * freq_hz / sample_rate_hz);
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
    const TareDelta delta = tare_delta_at(freq_hz, sample_rate_hz);
    return tare_biquad_power_at(h, &delta);
}

bool tare_biquad_is_stable(const TareBiquad* h)
{
    /* the triangle |a2| < 1, |a1| < 1 + a2 with a1 = q1 - 2, a2 = 1 - q1 + q2 */
    return h->q2 > 0.0 && h->q1 > h->q2 && 4.0 - 2.0 * h->q1 + h->q2 > 0.0;
}
