#include "helpers/splash.h"

#include "biquad.h"
#include "tare/band.h"

#include <math.h>

enum { N_SECTIONS = 6 };

double splash_db(const float* samples, uint32_t from, uint32_t n_frames, double sample_rate_hz)
{
    double w1[N_SECTIONS] = {0}, w2[N_SECTIONS] = {0}, highest = 0;
    TareBiquad h[N_SECTIONS];
    for (int k = 0; k < N_SECTIONS; ++k) {
        const TareBand band = {TARE_BAND_HIGH_PASS, 4000, 0, 0.5 / cos((2 * k + 1) * M_PI / 24), 0};
        h[k] = tare_biquad_design(&band, 1, sample_rate_hz);
    }
    for (uint32_t i = 0; i < n_frames; ++i) {
        double x = (double)samples[i];
        for (int k = 0; k < N_SECTIONS; ++k) {
            const double y = h[k].b0 * x + w1[k];
            w1[k] += w2[k] + h[k].p1 * x - h[k].q1 * y;
            w2[k] += h[k].p2 * x - h[k].q2 * y;
            x = y;
        }
        if (i >= from)
            highest = fmax(highest, fabs(x));
    }
    return 20 * log10(highest + 1e-12);
}
