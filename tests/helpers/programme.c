#include "helpers/programme.h"

#include "helpers/noise.h"

#include <complex.h>
#include <math.h>
#include <string.h>

/** A tone with harmonics that falls off in level, from a frame on. */
static void add_tone(float* to, uint32_t n_frames, uint32_t start, double sample_rate_hz,
                     double freq_hz, double level, double decay_s, int n_harmonics)
{
    const uint32_t end = start + (uint32_t)(6 * decay_s * sample_rate_hz);
    for (uint32_t i = start; i < end && i < n_frames; ++i) {
        const double t = (i - start) / sample_rate_hz;
        const double rise = fmin(t / 0.005, 1.0);
        double sum = 0;
        for (int h = 1; h <= n_harmonics && h * freq_hz < 0.45 * sample_rate_hz; ++h)
            sum += sin(2 * M_PI * h * freq_hz * t) / h;
        to[i] += (float)(level * rise * exp(-t / decay_s) * sum);
    }
}

/** Noise whose low frequencies are taken away twice, falling off in level. */
static void add_cymbal(float* to, uint32_t n_frames, uint32_t start, double sample_rate_hz,
                       double level, double decay_s, uint32_t* seed)
{
    const uint32_t end = start + (uint32_t)(6 * decay_s * sample_rate_hz);
    double last[2] = {0, 0};
    for (uint32_t i = start; i < end && i < n_frames; ++i) {
        double x = noise_sample(seed);
        for (int k = 0; k < 2; ++k) {
            const double y = x - last[k];
            last[k] = x;
            x = y;
        }
        to[i] += (float)(level * exp(-(double)(i - start) / (decay_s * sample_rate_hz)) * x);
    }
}

void programme_music(float* left, float* right, uint32_t n_frames, double sample_rate_hz)
{
    static const double roots_hz[] = {55.0, 73.4, 41.2, 49.0};
    static const double chord[] = {4.0, 5.04, 5.993, 8.0};
    uint32_t seed = 21;
    memset(left, 0, n_frames * sizeof *left);
    memset(right, 0, n_frames * sizeof *right);
    const uint32_t beat = (uint32_t)(0.5 * sample_rate_hz);
    for (uint32_t b = 0; b * beat < n_frames; ++b) {
        const double root_hz = roots_hz[b / 4 % 4];
        const double loud = b / 8 % 3 == 2 ? 0.5 : 1.0; /* quiet passages */
        float* const side = b % 2 ? left : right;
        for (int c = 0; c < 2; ++c)
            add_tone(c ? left : right, n_frames, b * beat, sample_rate_hz, 52, 0.3 * loud, 0.09, 2);
        for (int c = 0; c < 2; ++c)
            add_tone(c ? left : right, n_frames, b * beat, sample_rate_hz, root_hz, 0.10 * loud,
                     0.3, 6);
        for (int n = 0; n < 4; ++n)
            add_tone(n % 2 ? left : right, n_frames, b * beat + 400u * (uint32_t)n, sample_rate_hz,
                     root_hz * chord[n], 0.05 * loud, 0.4, 12);
        add_tone(side, n_frames, b * beat + beat / 2, sample_rate_hz, root_hz * 9, 0.06 * loud, 0.2,
                 18);
        add_cymbal(side, n_frames, b * beat + beat / 2, sample_rate_hz, 0.03 * loud, 0.06, &seed);
    }
}

void programme_pink(float* left, float* right, uint32_t n_frames, double sample_rate_hz)
{
    uint32_t seed = 3;
    memset(left, 0, n_frames * sizeof *left);
    memset(right, 0, n_frames * sizeof *right);
    for (double f = 20; f < 20000; f *= exp2(1 / 12.0))
        for (int c = 0; c < 2; ++c) {
            float* const to = c ? right : left;
            const double complex step = cexp(I * 2 * M_PI * f / sample_rate_hz);
            double complex turn = 0.01 * cexp(I * M_PI * noise_sample(&seed));
            for (uint32_t i = 0; i < n_frames; ++i, turn *= step)
                to[i] += (float)creal(turn);
        }
}
