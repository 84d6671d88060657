#include "heard.h"

#include "tare/limits.h"

#include <math.h>

bool tare_heard_init(TareHeard* heard, double sample_rate_hz, uint32_t n_frames)
{
    heard->n_frames = n_frames;
    return tare_ramp_init(&heard->ramp, sample_rate_hz);
}

void tare_heard_clear(TareHeard* heard)
{
    tare_ramp_clear(&heard->ramp);
}

static TareHeardGains gains_of(TareHeardWhat what, double match)
{
    if (what == TARE_HEARD_EQUALISED)
        return (TareHeardGains){1.0, 0.0};
    return (TareHeardGains){0.0, what == TARE_HEARD_MATCHED ? match : 1.0};
}

void tare_heard_jump(TareHeard* heard, TareHeardWhat what, double match)
{
    heard->what = what;
    heard->from = heard->to = gains_of(what, match);
    heard->position = 0;
    tare_ramp_finish(&heard->ramp);
}

/** At rest only the gain of the input changes, along a straight line. */
double tare_heard_match(const TareHeard* heard)
{
    return heard->from.input +
           (heard->to.input - heard->from.input) * heard->position / heard->n_frames;
}

void tare_heard_fade(TareHeard* heard, TareHeardWhat what, double match)
{
    heard->from.input = tare_heard_match(heard);
    heard->to = gains_of(what, match);
    heard->what = what;
    heard->position = 0;
    tare_ramp_start(&heard->ramp);
}

void tare_heard_follow(TareHeard* heard, double match)
{
    heard->from = heard->to;
    heard->to.input = match;
    heard->position = 0;
}

/** A sum that is one of its parts when the other's gain is 0, whatever that part is. */
static float sum_of(const TareHeardGains* gains, float equalised, float input)
{
    const float wet = isfinite(equalised) ? equalised : 0.0f;
    if (gains->equalised == 1.0 && gains->input == 0.0)
        return wet;
    return (float)(gains->equalised * (double)wet + gains->input * (double)input);
}

static void mix_fade(TareHeard* heard, float* pairs, const float* input, uint32_t n_frames)
{
    const float* const shape = tare_ramp_values(&heard->ramp);
    const TareHeardGains from = heard->from, to = heard->to;
    for (uint32_t i = 0; i < n_frames; ++i) {
        const double t = (double)shape[i];
        const TareHeardGains gains = {from.equalised + t * (to.equalised - from.equalised),
                                      from.input + t * (to.input - from.input)};
        for (uint32_t k = 2 * i; k < 2 * i + 2; ++k)
            pairs[k] = sum_of(&gains, pairs[k], input[k]);
    }
    tare_ramp_advance(&heard->ramp, n_frames);
    if (!tare_heard_is_moving(heard))
        heard->from = heard->to;
}

static void mix_at_rest(TareHeard* heard, float* pairs, const float* input, uint32_t n_frames)
{
    const double slope = (heard->to.input - heard->from.input) / heard->n_frames;
    for (uint32_t i = 0; i < n_frames; ++i) {
        const double gain = heard->from.input + slope * (heard->position + i);
        for (uint32_t k = 2 * i; k < 2 * i + 2; ++k)
            pairs[k] = (float)(gain * (double)input[k]);
    }
    heard->position += n_frames;
}

void tare_heard_mix(TareHeard* heard, float* pairs, const float* input, uint32_t n_frames)
{
    if (tare_heard_is_moving(heard))
        mix_fade(heard, pairs, input, n_frames);
    else
        mix_at_rest(heard, pairs, input, n_frames);
}

/** A sample of the input, or 0 where that is no sound; it is not calculated with. */
static float only_sound(float sample)
{
    return fabsf(sample) <= TARE_SAMPLE_MAX ? sample : 0.0f;
}

void tare_heard_pass(float* pairs, const float* left, const float* right, uint32_t n_frames)
{
    for (uint32_t i = 0; i < n_frames; ++i) {
        pairs[2 * i] = only_sound(left[i]);
        pairs[2 * i + 1] = only_sound(right[i]);
    }
}
