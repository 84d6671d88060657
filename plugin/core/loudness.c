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
static const double prior_windows = 8.0;   /* that the expectation counts for */

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
    loudness->dry = 1.0;
    loudness->wet = power_ratio;
    loudness->has_heard = false;
}

void tare_loudness_scale(TareLoudness* loudness, double power_ratio)
{
    loudness->wet *= power_ratio;
    loudness->wet_now *= power_ratio;
}

bool tare_loudness_is_measuring(const TareLoudness* loudness)
{
    return loudness->position < TARE_LOUDNESS_WINDOW;
}

/** One frame through the weighting, both sides of both sounds together. */
static void weigh(TareLoudness* loudness, double x[TARE_N_LISTENED])
{
    for (int k = 0; k < TARE_N_WEIGHTS; ++k) {
        const TareBiquad h = loudness->weights[k];
        double* w1 = loudness->w1[k];
        double* w2 = loudness->w2[k];
        for (int i = 0; i < TARE_N_LISTENED; ++i) {
            const double y = h.b0 * x[i] + w1[i];
            w1[i] += w2[i] + h.p1 * x[i] - h.q1 * y;
            w2[i] += h.p2 * x[i] - h.q2 * y;
            x[i] = y;
        }
    }
}

static void measure(TareLoudness* loudness, const float* dry, const float* wet, uint32_t n_frames)
{
    for (uint32_t t = 0; t < n_frames; ++t) {
        const double fade = loudness->fade[loudness->position + t];
        double x[TARE_N_LISTENED] = {fade * dry[2 * t], fade * dry[2 * t + 1], fade * wet[2 * t],
                                     fade * wet[2 * t + 1]};
        weigh(loudness, x);
        loudness->dry_now += x[0] * x[0] + x[1] * x[1];
        loudness->wet_now += x[2] * x[2] + x[3] * x[3];
    }
}

/** Adds what this window has heard. Silence, and what no number can hold, says nothing. The first
    sound heard also sets how much the expectation counts: as much as some windows like it. */
static void end_window(TareLoudness* loudness)
{
    if (loudness->dry_now > 0.0 && isfinite(loudness->dry_now) && isfinite(loudness->wet_now)) {
        const double kept = loudness->keep * loudness->dry;
        const double ratio = loudness->wet / loudness->dry;
        loudness->dry = loudness->has_heard ? kept : prior_windows * loudness->dry_now;
        loudness->wet = ratio * loudness->dry + loudness->wet_now;
        loudness->dry += loudness->dry_now;
        loudness->has_heard = true;
    }
    memset(loudness->w1, 0, sizeof loudness->w1);
    memset(loudness->w2, 0, sizeof loudness->w2);
    loudness->dry_now = loudness->wet_now = 0.0;
}

void tare_loudness_listen(TareLoudness* loudness, const float* dry, const float* wet,
                          uint32_t n_frames, uint32_t period)
{
    const bool is_measuring = tare_loudness_is_measuring(loudness);
    if (is_measuring)
        measure(loudness, dry, wet, n_frames);
    loudness->position += n_frames;
    if (is_measuring && !tare_loudness_is_measuring(loudness))
        end_window(loudness);
    /* the period may have become shorter; windows begin at multiples of their length all the same
     */
    if (loudness->position >= period && loudness->position % TARE_LOUDNESS_WINDOW == 0)
        loudness->position = 0;
}

double tare_loudness_gain(const TareLoudness* loudness)
{
    return sqrt(loudness->wet / loudness->dry);
}
