#include "loudness.h"

#include <math.h>
#include <string.h>

/* The two filters that BS.1770 gives as coefficients at 48 kHz, as the analogue filters behind
   them: a high shelf of 4 dB and the "revised low frequency B" high pass. (Parameters after B. De
   Man, "Evaluation of implementations of the EBU R128 loudness measurement", AES 145, 2018; the
   shelf's centre is where the cookbook has half its gain.) */
const TareBand tare_loudness_weights[TARE_N_WEIGHTS] = {
    {TARE_BAND_HIGH_SHELF, 1500.8, 3.99984, 0.70718, TARE_CHANNEL_BOTH},
    {TARE_BAND_HIGH_PASS, 38.1355, 0.0, 0.50033, TARE_CHANNEL_BOTH},
};

static const double fade_part = 0.25;      /* of a window, at each end */
static const double memory_seconds = 20.0; /* of sound that was measured */
static const double prior_power = 1e-6;    /* -60 dB: any music soon counts for more */

void tare_loudness_init(TareLoudness* loudness, double sample_rate_hz)
{
    const double pi = 3.14159265358979323846;
    const double n_fade = fade_part * TARE_LOUDNESS_WINDOW;
    for (int k = 0; k < TARE_N_WEIGHTS; ++k)
        loudness->weights[k] = tare_biquad_design(&tare_loudness_weights[k], 1.0, sample_rate_hz);
    for (int i = 0; i < TARE_LOUDNESS_WINDOW; ++i) {
        const double from_end = fmin(i + 0.5, TARE_LOUDNESS_WINDOW - i - 0.5);
        loudness->fade[i] = 0.5 - 0.5 * cos(pi * fmin(from_end / n_fade, 1.0));
    }
    loudness->keep = exp(-TARE_LOUDNESS_WINDOW / (memory_seconds * sample_rate_hz));
    tare_loudness_reset(loudness, 1.0);
}

void tare_loudness_reset(TareLoudness* loudness, double power_ratio)
{
    memset(loudness->w1, 0, sizeof loudness->w1);
    memset(loudness->w2, 0, sizeof loudness->w2);
    loudness->position = 0;
    loudness->dry_now = loudness->wet_now = 0.0;
    loudness->dry = prior_power * TARE_LOUDNESS_WINDOW;
    loudness->wet = power_ratio * loudness->dry;
}

void tare_loudness_scale(TareLoudness* loudness, double power_ratio)
{
    loudness->wet *= power_ratio;
    loudness->wet_now *= power_ratio;
}

uint32_t tare_loudness_piece(const TareLoudness* loudness, uint32_t period)
{
    const uint32_t position = loudness->position;
    if (position < TARE_LOUDNESS_WINDOW)
        return TARE_LOUDNESS_WINDOW - position;
    return position < period ? period - position : 1;
}

/** One frame through the weighting, all channels of both sounds side by side. */
static void weigh(TareLoudness* loudness, double* x, uint32_t n)
{
    for (int k = 0; k < TARE_N_WEIGHTS; ++k) {
        const TareBiquad h = loudness->weights[k];
        double* w1 = loudness->w1[k];
        double* w2 = loudness->w2[k];
        for (uint32_t i = 0; i < n; ++i) {
            const double y = h.b0 * x[i] + w1[i];
            w1[i] += w2[i] + h.p1 * x[i] - h.q1 * y;
            w2[i] += h.p2 * x[i] - h.q2 * y;
            x[i] = y;
        }
    }
}

static void measure(TareLoudness* loudness, const float* const* dry, const float* const* wet,
                    uint32_t n_channels, uint32_t n_frames)
{
    for (uint32_t t = 0; t < n_frames; ++t) {
        const double fade = loudness->fade[loudness->position + t];
        double x[TARE_N_LISTENED] = {0};
        for (uint32_t c = 0; c < n_channels; ++c) {
            x[c] = fade * dry[c][t];
            x[TARE_MAX_CHANNELS + c] = fade * wet[c][t];
        }
        weigh(loudness, x, TARE_N_LISTENED);
        loudness->dry_now += x[0] * x[0] + x[1] * x[1];
        loudness->wet_now += x[2] * x[2] + x[3] * x[3];
    }
}

/** Adds what this window has heard. Silence, and what no number can hold, says nothing. */
static void end_window(TareLoudness* loudness)
{
    if (loudness->dry_now > 0.0 && isfinite(loudness->dry_now) && isfinite(loudness->wet_now)) {
        loudness->dry = loudness->keep * loudness->dry + loudness->dry_now;
        loudness->wet = loudness->keep * loudness->wet + loudness->wet_now;
    }
    memset(loudness->w1, 0, sizeof loudness->w1);
    memset(loudness->w2, 0, sizeof loudness->w2);
    loudness->dry_now = loudness->wet_now = 0.0;
}

void tare_loudness_listen(TareLoudness* loudness, const float* const* dry, const float* const* wet,
                          uint32_t n_channels, uint32_t n_frames, uint32_t period)
{
    const bool is_measuring = loudness->position < TARE_LOUDNESS_WINDOW;
    if (is_measuring)
        measure(loudness, dry, wet, n_channels, n_frames);
    loudness->position += n_frames;
    if (is_measuring && loudness->position == TARE_LOUDNESS_WINDOW)
        end_window(loudness);
    if (loudness->position >= period)
        loudness->position = 0;
}

double tare_loudness_gain(const TareLoudness* loudness)
{
    return sqrt(loudness->wet / loudness->dry);
}
