#include "loudness.h"

#include "biquad.h"

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

/* Of BS.1770: the length of a block in units, and what a block needs to count, relative to all. */
static const double unit_seconds = 0.1;
static const uint32_t block_units = 4;
static const double relative_gate = 0.1;

/* A block now and then when there is no hurry; the first ones come earlier, and at the beginning
   and right after a change one follows the other. */
static const uint32_t early_units = 16, seldom_units = 128;
static const uint32_t n_urgent_blocks = 6, n_early_blocks = 16;

/* What a weighting that starts in the midst of sound plays at first is the start, no sound. */
static const double warming_seconds = 0.05;

/* A change has settled after this: it is faded to, and what rings of the old sound is gone. */
static const double settling_seconds = 0.03;

/* Mean power of a block that says nothing: about where the absolute gate is, and far above music.
 */
static const double silence = 1e-7, no_music = 100.0;

/* The expectation counts for hardly a block, but for more the nearer it is to what was heard: then
   the sound is much like pink noise, of which a short piece says less than the expectation. */
static const double expectation_blocks = 0.1, agreement_blocks = 4, agreement_db = 0.5;

/* How far sound is from pink noise depends on what the response makes of it: of that, in dB, so
   much is believed to be true of the next response too, and no more than a ratio of power. */
static const double kept_lean = 0.5, max_lean = 4.0;

/* Responses that differ by a gain change the power of pink noise by that of the gain, so closely.
 */
static const double same_power = 1e-9;

static TareFour four(double value)
{
    const float x = (float)value;
    return (TareFour){x, x, x, x};
}

/** The form of the delta section in which no output is fed back (kernel.h), but with 1 - q1, which
    a measurement may round. */
static void set_weight(TareLoudness* loudness, int k, double sample_rate_hz)
{
    const TareBiquad h = tare_biquad_design(&tare_loudness_weights[k], 1.0, sample_rate_hz);
    loudness->c1[k] = four(h.p1 / h.b0 - h.q1);
    loudness->c2[k] = four(h.p2 / h.b0 - h.q2);
    loudness->kept1[k] = four(1.0 - h.q1);
    loudness->q2[k] = four(h.q2);
}

static uint32_t n_grains(double seconds, double sample_rate_hz)
{
    return (uint32_t)ceil(seconds * sample_rate_hz / TARE_LOUDNESS_GRAIN);
}

void tare_loudness_init(TareLoudness* loudness, double sample_rate_hz)
{
    loudness->unit_frames = n_grains(unit_seconds, sample_rate_hz) * TARE_LOUDNESS_GRAIN;
    loudness->settling_grains = n_grains(settling_seconds, sample_rate_hz);
    loudness->warming_grains = n_grains(warming_seconds, sample_rate_hz);
    for (int k = 0; k < TARE_N_WEIGHTS; ++k)
        set_weight(loudness, k, sample_rate_hz);
    tare_loudness_reset(loudness, 1.0, 1.0);
}

static void begin_block(TareLoudness* loudness)
{
    loudness->position = 0;
    loudness->sum = four(0.0);
    loudness->dry_now = loudness->wet_now = 0.0;
}

/** Begins a block whose weighting has not heard what came before. */
static void begin_cold_block(TareLoudness* loudness)
{
    begin_block(loudness);
    memset(loudness->w1, 0, sizeof loudness->w1);
    memset(loudness->w2, 0, sizeof loudness->w2);
    loudness->warming_frames = loudness->warming_grains * TARE_LOUDNESS_GRAIN;
}

void tare_loudness_reset(TareLoudness* loudness, double pink_power, double gain)
{
    loudness->gain = gain;
    begin_cold_block(loudness);
    loudness->warming_frames = 0; /* what came before was silence */
    loudness->grain_position = 0;
    loudness->n_heard = loudness->grains_to_wait = 0;
    loudness->n_urgent = n_urgent_blocks;
    loudness->expected = loudness->ratio = loudness->pink_power = pink_power;
}

/** Ratio of power by all that is known: at first the expectation counts, then more and more what
   was heard. In the first block what it has heard so far counts already. */
static double known_ratio(const TareLoudness* loudness)
{
    double n_blocks = loudness->n_heard, ratio = loudness->ratio;
    const bool hears = loudness->dry_now > silence * loudness->position && loudness->wet_now > 0.0;
    if (loudness->n_heard == 0 && hears && isfinite(loudness->dry_now + loudness->wet_now)) {
        n_blocks = (double)loudness->position / (block_units * loudness->unit_frames);
        ratio = loudness->wet_now / loudness->dry_now;
    }
    const double distance = 10.0 * log10(ratio / loudness->expected) / agreement_db;
    const double worth = expectation_blocks + agreement_blocks * exp(-distance * distance);
    const double trust = n_blocks / (n_blocks + worth);
    return pow(loudness->expected, 1.0 - trust) * pow(ratio, trust);
}

/** Of a response that only got a gain, all is known. */
static void scale(TareLoudness* loudness, double power)
{
    for (uint32_t i = 0; i < loudness->n_heard && i < TARE_LOUDNESS_MEMORY; ++i)
        loudness->wet[i] *= power;
    loudness->expected *= power;
    loudness->ratio *= power;
}

static void start_anew(TareLoudness* loudness, double pink_power)
{
    const double lean = pow(known_ratio(loudness) / loudness->pink_power, kept_lean);
    loudness->expected = pink_power * fmin(fmax(lean, 1.0 / max_lean), max_lean);
    loudness->n_heard = 0;
    loudness->n_urgent = n_urgent_blocks;
}

void tare_loudness_change(TareLoudness* loudness, double pink_power, double gain)
{
    const double power = pink_power / loudness->pink_power;
    const double power_of_gain = gain * gain / (loudness->gain * loudness->gain);
    if (fabs(power - power_of_gain) < same_power * power)
        scale(loudness, power);
    else
        start_anew(loudness, pink_power);
    loudness->pink_power = pink_power;
    loudness->gain = gain;
    loudness->dry_now = loudness->wet_now = 0.0;
    loudness->warming_frames = 0;
    loudness->grains_to_wait = loudness->settling_grains;
}

bool tare_loudness_is_measuring(const TareLoudness* loudness)
{
    return loudness->grains_to_wait == 0 &&
           loudness->position < block_units * loudness->unit_frames;
}

/** The gains b0 of the sections are left out: they are the same for both sounds. What was known
    before the last frame is added up first, to keep the chain from frame to frame short. */
static void measure(TareLoudness* loudness, const float* dry, const float* wet, uint32_t n_frames)
{
    const TareLoudness l = *loudness;
    TareFour a1 = l.w1[0], a2 = l.w2[0], b1 = l.w1[1], b2 = l.w2[1], sum = l.sum;
    for (uint32_t i = 0; i < 2 * n_frames; i += 2) {
        const TareFour x = {dry[i], dry[i + 1], wet[i], wet[i + 1]};
        const TareFour y = x + a1;
        const TareFour z = y + b1;
        const TareFour new_a1 = (a2 + l.c1[0] * x) + l.kept1[0] * a1;
        const TareFour new_b1 = (b2 + l.c1[1] * y) + l.kept1[1] * b1;
        a2 = (a2 + l.c2[0] * x) - l.q2[0] * a1;
        b2 = (b2 + l.c2[1] * y) - l.q2[1] * b1;
        a1 = new_a1;
        b1 = new_b1;
        sum += z * z;
    }
    loudness->w1[0] = a1;
    loudness->w2[0] = a2;
    loudness->w1[1] = b1;
    loudness->w2[1] = b2;
    loudness->sum = sum;
}

static void end_grain(TareLoudness* loudness)
{
    loudness->dry_now += (double)loudness->sum[0] + (double)loudness->sum[1];
    loudness->wet_now += (double)loudness->sum[2] + (double)loudness->sum[3];
    loudness->sum = four(0.0);
}

/** Mean power of the blocks that pass the gate, which is relative to the mean of all. */
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

/** Adds what this block has heard. Silence, and what no number can hold, says nothing. */
static void end_block(TareLoudness* loudness)
{
    const double dry = loudness->dry_now, wet = loudness->wet_now;
    if (!(dry > silence * loudness->position && dry < no_music * loudness->position && wet > 0.0) ||
        !isfinite(dry) || !isfinite(wet))
        return;
    if (loudness->n_urgent > 0)
        --loudness->n_urgent;
    const uint32_t place = loudness->n_heard++ % TARE_LOUDNESS_MEMORY;
    loudness->dry[place] = dry;
    loudness->wet[place] = wet;
    const uint32_t n =
        loudness->n_heard < TARE_LOUDNESS_MEMORY ? loudness->n_heard : TARE_LOUDNESS_MEMORY;
    loudness->ratio = gated_mean(loudness->wet, n) / gated_mean(loudness->dry, n);
}

/** In silence nothing is urgent. */
static uint32_t period_units(const TareLoudness* loudness, bool often)
{
    const bool heard = loudness->dry_now > silence * loudness->position;
    if (often || (loudness->n_urgent > 0 && heard))
        return block_units;
    return loudness->n_heard < n_early_blocks ? early_units : seldom_units;
}

/** Begins the next block if it is time, only where a grain begins. More may have passed than a
    period when only now it is asked for often. */
static void go_on(TareLoudness* loudness, bool often, bool was_measuring)
{
    if (loudness->grains_to_wait > 0) {
        if (--loudness->grains_to_wait == 0)
            begin_cold_block(loudness);
        return;
    }
    if (loudness->position < period_units(loudness, often) * loudness->unit_frames ||
        loudness->position % loudness->unit_frames != 0)
        return;
    if (was_measuring && isfinite(loudness->dry_now + loudness->wet_now))
        begin_block(loudness);
    else
        begin_cold_block(loudness);
}

/** The end of a piece that belongs to the block. */
static void count(TareLoudness* loudness, uint32_t n_frames, bool is_measuring)
{
    loudness->position += n_frames;
    if (is_measuring && loudness->grain_position == 0)
        end_grain(loudness);
    if (is_measuring && !tare_loudness_is_measuring(loudness))
        end_block(loudness);
}

void tare_loudness_listen(TareLoudness* loudness, const float* dry, const float* wet,
                          uint32_t n_frames, bool often)
{
    const bool is_measuring = tare_loudness_is_measuring(loudness);
    if (is_measuring)
        measure(loudness, dry, wet, n_frames);
    loudness->grain_position = (loudness->grain_position + n_frames) % TARE_LOUDNESS_GRAIN;
    if (loudness->warming_frames > 0) {
        loudness->warming_frames -= n_frames;
        loudness->sum = four(0.0);
        return;
    }
    count(loudness, n_frames, is_measuring);
    if (loudness->grain_position == 0)
        go_on(loudness, often, is_measuring);
}

double tare_loudness_gain(const TareLoudness* loudness)
{
    return sqrt(known_ratio(loudness));
}
