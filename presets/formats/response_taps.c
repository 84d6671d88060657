#include "formats/response_taps.h"

#include "plan.h"
#include "settings.h"
#include "tare/band_traits.h"

#include <complex.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Seconds of the shortest and the longest response, and what may be in its last quarter. */
#define SHORTEST_S 0.08
#define LONGEST_S 3.0
#define TAIL_POWER 1e-10

/** Answers of a section to n samples, in place. */
static void run_section(const TareBiquad* h, double* samples, size_t n)
{
    double w1 = 0.0, w2 = 0.0;
    for (size_t i = 0; i < n; ++i) {
        const double x = samples[i];
        const double y = h->b0 * x + w1;
        w1 += w2 + h->p1 * x - h->q1 * y;
        w2 += h->p2 * x - h->q2 * y;
        samples[i] = y;
    }
}

static void answer(const TareCascade* cascade, uint32_t channel, double* samples, size_t n)
{
    memset(samples, 0, n * sizeof *samples);
    samples[0] = cascade->gain;
    for (size_t i = 0; i < TARE_N_SECTIONS; ++i)
        if (cascade->sections[i].in_channel[channel])
            run_section(&cascade->sections[i].biquad, samples, n);
}

/** Whether nothing that counts is behind the samples. */
static bool has_ended(const double* samples, size_t n)
{
    double all = 0.0, last = 0.0;
    for (size_t i = 0; i < n; ++i) {
        all += samples[i] * samples[i];
        if (i >= n - n / 4)
            last += samples[i] * samples[i];
    }
    return last <= TAIL_POWER * all;
}

/** J. W. Cooley and J. W. Tukey, "An algorithm for the machine calculation of complex Fourier
    series", 1965: of n numbers, a power of two, in place. */
static void transform(double complex* x, size_t n)
{
    for (size_t i = 1, k = 0; i < n; ++i) {
        size_t bit = n / 2;
        for (; k & bit; bit /= 2)
            k ^= bit;
        k ^= bit;
        if (i < k) {
            const double complex swapped = x[i];
            x[i] = x[k];
            x[k] = swapped;
        }
    }
    for (size_t length = 2; length <= n; length *= 2)
        for (size_t k = 0; k < length / 2; ++k) {
            const double angle = -2.0 * M_PI * (double)k / (double)length;
            const double complex turn = cos(angle) + I * sin(angle);
            for (size_t i = k; i < n; i += length) {
                const double complex odd = turn * x[i + length / 2];
                x[i + length / 2] = x[i] - odd;
                x[i] += odd;
            }
        }
}

/** Turns n taps of minimum phase, a power of two, into n - 1 of linear phase with their level. */
static bool straighten(double* taps, size_t n)
{
    const size_t n_all = 2 * n; /* so that the ends of the circle do not meet */
    double complex* const x = calloc(n_all, sizeof *x);
    if (!x)
        return false;
    for (size_t i = 0; i < n; ++i)
        x[i] = taps[i];
    transform(x, n_all);
    for (size_t i = 0; i < n_all; ++i)
        x[i] = cabs(x[i]) / (double)n_all;
    transform(x, n_all); /* of what is real and even, there and back is the same */
    for (size_t i = 0; i + 1 < n; ++i)
        taps[i] = creal(x[(i + n_all - (n / 2 - 1)) % n_all]);
    free(x);
    return true;
}

static size_t shortest(double rate_hz)
{
    size_t n = 256;
    while ((double)n < SHORTEST_S * rate_hz)
        n *= 2;
    return n;
}

/** Grows the response of a channel until it has ended; `n` says how many taps it has at least. */
static bool make_channel(TareResponseTaps* response, const TareCascade* cascade, uint32_t channel,
                         size_t n)
{
    for (;; n *= 2) {
        double* const taps = realloc(response->taps[channel], n * sizeof *taps);
        if (!taps)
            return false;
        response->taps[channel] = taps;
        response->n = n;
        answer(cascade, channel, taps, n);
        if (has_ended(taps, n) || 2.0 * (double)n > LONGEST_S * response->rate_hz)
            return true;
    }
}

/** As long as the longest of all channels, and at least `n`. */
static bool make_all(TareResponseTaps* response, const TareCascade* cascade, size_t n)
{
    for (uint32_t channel = 0; channel < response->n_channels; ++channel) {
        if (!make_channel(response, cascade, channel, n))
            return false;
        if (channel > 0 && response->n > n && !make_channel(response, cascade, 0, response->n))
            return false;
        n = response->n;
    }
    return true;
}

static unsigned n_channels_of(const TareBandSet* set)
{
    for (uint32_t i = 0; i < set->n_bands; ++i)
        if (set->bands[i].channel != TARE_CHANNEL_BOTH && tare_band_is_active(&set->bands[i]))
            return TARE_MAX_CHANNELS;
    return 1;
}

bool tare_response_taps(TareResponseTaps* response, const TareBandSet* set, double rate_hz,
                        bool is_linear)
{
    const TareControls controls = tare_settings_from_set(set);
    TarePlan plan;
    *response = (TareResponseTaps){.rate_hz = rate_hz, .n_channels = n_channels_of(set)};
    bool is_good = tare_plan_make(&plan, &controls, rate_hz, TARE_MAX_CHANNELS) &&
                   make_all(response, &plan.cascade, shortest(rate_hz));
    if (is_linear && is_good) /* half of it stands before the middle */
        is_good = make_all(response, &plan.cascade, 2 * response->n);
    for (uint32_t channel = 0; is_linear && is_good && channel < response->n_channels; ++channel)
        is_good = straighten(response->taps[channel], response->n);
    if (is_linear && is_good)
        --response->n;
    return is_good;
}

void tare_response_taps_clear(TareResponseTaps* response)
{
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        free(response->taps[channel]);
    *response = (TareResponseTaps){0};
}
