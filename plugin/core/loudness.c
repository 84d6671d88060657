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

/* Of BS.1770: the length of a block, and what a block needs to count, relative to all. */
static const double window_seconds = 0.4;
static const double relative_gate = 0.1;

static const double silence = 1e-7;            /* power; the absolute gate is about there too */
static const double expectation_windows = 0.1; /* that the expectation counts for */

static TareFour four(double value)
{
    const float x = (float)value;
    return (TareFour){x, x, x, x};
}

/** The form of the delta section in which no output is fed back (kernel.h). */
static void set_weight(TareLoudness* loudness, int k, double sample_rate_hz)
{
    const TareBiquad h = tare_biquad_design(&tare_loudness_weights[k], 1.0, sample_rate_hz);
    loudness->c1[k] = four(h.p1 / h.b0 - h.q1);
    loudness->c2[k] = four(h.p2 / h.b0 - h.q2);
    loudness->q1[k] = four(h.q1);
    loudness->q2[k] = four(h.q2);
}

void tare_loudness_init(TareLoudness* loudness, double sample_rate_hz)
{
    const double grains = ceil(window_seconds * sample_rate_hz / TARE_LOUDNESS_GRAIN);
    loudness->window_frames = (uint32_t)grains * TARE_LOUDNESS_GRAIN;
    for (int k = 0; k < TARE_N_WEIGHTS; ++k)
        set_weight(loudness, k, sample_rate_hz);
    tare_loudness_reset(loudness, 1.0);
}

static void begin_window(TareLoudness* loudness)
{
    memset(loudness->w1, 0, sizeof loudness->w1);
    memset(loudness->w2, 0, sizeof loudness->w2);
    loudness->sum = four(0.0);
    loudness->dry_now = loudness->wet_now = 0.0;
}

void tare_loudness_reset(TareLoudness* loudness, double power_ratio)
{
    begin_window(loudness);
    loudness->position = 0;
    loudness->n_heard = 0;
    loudness->expected = loudness->ratio = power_ratio;
}

void tare_loudness_scale(TareLoudness* loudness, double power_ratio)
{
    for (uint32_t i = 0; i < loudness->n_heard && i < TARE_LOUDNESS_MEMORY; ++i)
        loudness->wet[i] *= power_ratio;
    loudness->wet_now *= power_ratio;
    loudness->expected *= power_ratio;
    loudness->ratio *= power_ratio;
}

bool tare_loudness_is_measuring(const TareLoudness* loudness)
{
    return loudness->position < loudness->window_frames;
}

/** The gains b0 of the sections are left out: they are the same for both sounds. */
static TareFour weigh(TareLoudness* loudness, TareFour x)
{
    for (int k = 0; k < TARE_N_WEIGHTS; ++k) {
        const TareFour w1 = loudness->w1[k];
        loudness->w1[k] = w1 + loudness->w2[k] + loudness->c1[k] * x - loudness->q1[k] * w1;
        loudness->w2[k] += loudness->c2[k] * x - loudness->q2[k] * w1;
        x += w1;
    }
    return x;
}

static void measure(TareLoudness* loudness, const float* dry, const float* wet, uint32_t n_frames)
{
    TareFour sum = loudness->sum;
    for (uint32_t i = 0; i < 2 * n_frames; i += 2) {
        const TareFour y = weigh(loudness, (TareFour){dry[i], dry[i + 1], wet[i], wet[i + 1]});
        sum += y * y;
    }
    loudness->sum = sum;
}

static void end_grain(TareLoudness* loudness)
{
    loudness->dry_now += (double)loudness->sum[0] + (double)loudness->sum[1];
    loudness->wet_now += (double)loudness->sum[2] + (double)loudness->sum[3];
    loudness->sum = four(0.0);
}

/** Mean power of the windows that pass the gate, which is relative to the mean of all. */
static double gated_mean(const double* power, uint32_t n)
{
    double all = 0.0, sum = 0.0;
    uint32_t n_passed = 0;
    for (uint32_t i = 0; i < n; ++i)
        all += power[i];
    for (uint32_t i = 0; i < n; ++i)
        if (power[i] >= relative_gate * all / n) {
            sum += power[i];
            ++n_passed;
        }
    return sum / n_passed;
}

/** Adds what this window has heard. Silence, and what no number can hold, says nothing. */
static void end_window(TareLoudness* loudness)
{
    const double dry = loudness->dry_now, wet = loudness->wet_now;
    begin_window(loudness);
    if (!(dry > silence * loudness->window_frames && wet > 0.0) || !isfinite(dry) || !isfinite(wet))
        return;
    const uint32_t place = loudness->n_heard++ % TARE_LOUDNESS_MEMORY;
    loudness->dry[place] = dry;
    loudness->wet[place] = wet;
    const uint32_t n =
        loudness->n_heard < TARE_LOUDNESS_MEMORY ? loudness->n_heard : TARE_LOUDNESS_MEMORY;
    loudness->ratio = gated_mean(loudness->wet, n) / gated_mean(loudness->dry, n);
}

void tare_loudness_listen(TareLoudness* loudness, const float* dry, const float* wet,
                          uint32_t n_frames, uint32_t period)
{
    const bool is_measuring = tare_loudness_is_measuring(loudness);
    if (is_measuring)
        measure(loudness, dry, wet, n_frames);
    loudness->position += n_frames;
    if (is_measuring && loudness->position % TARE_LOUDNESS_GRAIN == 0)
        end_grain(loudness);
    if (is_measuring && !tare_loudness_is_measuring(loudness))
        end_window(loudness);
    /* the period may have become shorter; windows begin at multiples of their length all the same
     */
    if (loudness->position >= period * loudness->window_frames &&
        loudness->position % loudness->window_frames == 0)
        loudness->position = 0;
}

/** At first the expectation counts, then more and more what was heard. In the first windows what
   they have heard so far counts already. */
double tare_loudness_gain(const TareLoudness* loudness)
{
    double n_windows = loudness->n_heard, ratio = loudness->ratio;
    const bool hears = loudness->dry_now > silence * loudness->position && loudness->wet_now > 0.0;
    if (loudness->n_heard == 0 && hears && isfinite(loudness->dry_now + loudness->wet_now)) {
        n_windows = (double)loudness->position / loudness->window_frames;
        ratio = loudness->wet_now / loudness->dry_now;
    }
    const double trust = n_windows / (n_windows + expectation_windows);
    return sqrt(pow(loudness->expected, 1.0 - trust) * pow(ratio, trust));
}
