#include "formats/slider_bank.h"

#include <math.h>

#define PI 3.14159265358979323846
#define ISO_HZ                                                                                     \
    {                                                                                              \
        31.25, 62.5, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16000.0                  \
    }

/** libaudcore/equalizer.cc: bp2(), eq_set_format(). */
static TareSliderFilter audacious_filter(double freq_hz, double rate_hz)
{
    const double q = 1.2247449;
    if (freq_hz > rate_hz / (2.005 * q))
        return (TareSliderFilter){0};
    const double angle = 2.0 * PI * freq_hz / rate_hz;
    const double tangent = tan(0.5 * angle * q);
    const double c = (1.0 - tangent) / (1.0 + tangent);
    const double b0 = 0.5 * (1.0 - c);
    return (TareSliderFilter){b0, -1.005 * b0, -(1.0 + c) * cos(angle), c};
}

/** modules/audio_filter/equalizer.c: EqzCoeffs(), EqzFilter(), of an octave each. */
static TareSliderFilter vlc_filter(double freq_hz, double rate_hz)
{
    if (freq_hz > 0.5 * rate_hz)
        return (TareSliderFilter){0};
    const double angle = 2.0 * PI * freq_hz / rate_hz;
    const double factor = sqrt(2.0);
    const double low = angle / factor;
    const double product = sin(0.5 * low * (factor + 1.0)) * sin(0.5 * low * (factor - 1.0));
    const double half = 0.5 * sin(low);
    const double sum = half + product;
    const double alpha = product / sum;
    return (TareSliderFilter){alpha, -alpha, -2.0 * half * cos(angle) / sum,
                              (half - product) / sum};
}

const TareSliderBank tare_slider_bank_audacious = {.filter = audacious_filter,
                                                   .freq_hz = ISO_HZ,
                                                   .max_db = 12.0,
                                                   .step_db = 1.0,
                                                   .is_chain = true};

/* EQZ_IN_FACTOR: what comes in counts a quarter. */
const TareSliderBank tare_slider_bank_vlc = {.filter = vlc_filter,
                                             .freq_hz = ISO_HZ,
                                             .max_db = 20.0,
                                             .step_db = 0.1,
                                             .has_preamp = true,
                                             .unity_db = 12.041199826559248};

TareSliderPoint tare_slider_bank_point(const TareSliderBank* bank, double rate_hz, double freq_hz)
{
    const double angle = 2.0 * PI * freq_hz / rate_hz;
    const double c1 = cos(angle), s1 = sin(angle), c2 = cos(2.0 * angle), s2 = sin(2.0 * angle);
    TareSliderPoint point;
    for (int i = 0; i < TARE_SLIDERS; ++i) {
        const TareSliderFilter f = bank->filter(bank->freq_hz[i], rate_hz);
        const double above_re = f.b0 + f.b2 * c2, above_im = -f.b2 * s2;
        const double below_re = 1.0 + f.a1 * c1 + f.a2 * c2, below_im = -f.a1 * s1 - f.a2 * s2;
        const double square = below_re * below_re + below_im * below_im;
        point.re[i] = (above_re * below_re + above_im * below_im) / square;
        point.im[i] = (above_im * below_re - above_re * below_im) / square;
    }
    return point;
}

double tare_slider_bank_level_db(const TareSliderBank* bank, const TareSliderPoint* point,
                                 const double gains_db[TARE_SLIDERS])
{
    double square = 1.0, re = 1.0, im = 0.0;
    for (int i = 0; i < TARE_SLIDERS; ++i) {
        const double more = pow(10.0, gains_db[i] / 20.0) - 1.0;
        if (bank->is_chain)
            re = 1.0, im = 0.0;
        re += more * point->re[i];
        im += more * point->im[i];
        if (bank->is_chain)
            square *= re * re + im * im;
    }
    if (!bank->is_chain)
        square = re * re + im * im;
    return 10.0 * log10(fmax(square, 1e-20));
}
