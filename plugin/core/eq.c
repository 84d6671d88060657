#include "eq.h"

#include "bank.h"
#include "flush.h"
#include "ramp.h"

#include <stdlib.h>
#include <string.h>

/* The bank is checked at multiples of this many frames since the last reset, and no piece of work
   is longer. Both count frames, never blocks. A fault is over after one piece. */
enum { grid_frames = 512 };

typedef struct {
    double from, to;
} Glide;

struct TareEq {
    double sample_rate_hz;
    uint32_t n_channels;
    TareControls controls; ///< the newest ones, clamped
    bool is_fresh;         ///< nothing has sounded yet: the next controls count at once
    bool is_design_stale;  ///< controls came after the last design
    uint32_t grid_position;
    TareRamp design_ramp; ///< moves the lanes and the gain
    TareRamp bypass_ramp; ///< moves between the input and the equalised sound
    Glide gain;
    Glide wetness; ///< 0: the input itself, 1: the equalised sound
    TareCascade cascade;
    TareBank bank;
    _Alignas(64) float pairs[2 * (TARE_KERNEL_MARGIN + grid_frames + TARE_KERNEL_MARGIN)];
    float dry[TARE_MAX_CHANNELS][grid_frames];
    float unheard[grid_frames]; ///< the right side of mono
};

TareEq* tare_eq_new(double sample_rate_hz, uint32_t n_channels)
{
    if (!(sample_rate_hz >= TARE_SAMPLE_RATE_MIN_HZ && sample_rate_hz <= TARE_SAMPLE_RATE_MAX_HZ) ||
        n_channels < 1 || n_channels > TARE_MAX_CHANNELS)
        return NULL;
    TareEq* eq = aligned_alloc(TARE_KERNEL_ALIGNMENT, sizeof *eq);
    if (!eq)
        return NULL;
    memset(eq, 0, sizeof *eq);
    eq->sample_rate_hz = sample_rate_hz;
    eq->n_channels = n_channels;
    eq->controls = tare_controls_default();
    if (!tare_ramp_init(&eq->design_ramp, sample_rate_hz) ||
        !tare_ramp_init(&eq->bypass_ramp, sample_rate_hz)) {
        tare_eq_free(eq);
        return NULL;
    }
    tare_bank_init(&eq->bank, tare_kernel_best(), n_channels);
    tare_eq_reset(eq);
    return eq;
}

void tare_eq_free(TareEq* eq)
{
    if (!eq)
        return;
    tare_ramp_clear(&eq->design_ramp);
    tare_ramp_clear(&eq->bypass_ramp);
    free(eq);
}

void tare_eq_reset(TareEq* eq)
{
    tare_bank_reset(&eq->bank);
    eq->is_fresh = true;
    eq->is_design_stale = true;
    eq->grid_position = 0;
}

static double wanted_wetness(const TareControls* controls)
{
    return controls->enabled ? 1.0 : 0.0;
}

void tare_eq_set_controls(TareEq* eq, const TareControls* controls)
{
    TareControls clamped = *controls;
    tare_controls_clamp(&clamped, &eq->controls);
    if (tare_controls_equal(&clamped, &eq->controls))
        return;
    eq->controls = clamped;
    eq->is_design_stale = true;
}

static void design(TareEq* eq)
{
    tare_cascade_design(&eq->cascade, &eq->controls, eq->sample_rate_hz, eq->n_channels);
    eq->is_design_stale = false;
}

/** Before the first frame there is nothing to glide from. */
static void start_at_once(TareEq* eq)
{
    design(eq);
    tare_bank_jump(&eq->bank, &eq->cascade);
    eq->gain = (Glide){eq->cascade.gain, eq->cascade.gain};
    const double wetness = wanted_wetness(&eq->controls);
    eq->wetness = (Glide){wetness, wetness};
    tare_ramp_finish(&eq->design_ramp);
    tare_ramp_finish(&eq->bypass_ramp);
    eq->is_fresh = false;
}

/** Glides start only when the last one is done: each begins and ends at rest. */
static void start_glides(TareEq* eq)
{
    if (eq->is_design_stale && !tare_ramp_is_moving(&eq->design_ramp)) {
        design(eq);
        tare_bank_glide(&eq->bank, &eq->cascade);
        eq->gain = (Glide){eq->gain.to, eq->cascade.gain};
        tare_ramp_start(&eq->design_ramp);
    }
    const double wetness = wanted_wetness(&eq->controls);
    if (wetness != eq->wetness.to && !tare_ramp_is_moving(&eq->bypass_ramp)) {
        eq->wetness = (Glide){eq->wetness.to, wetness};
        tare_ramp_start(&eq->bypass_ramp);
    }
}

static void advance_ramps(TareEq* eq, uint32_t n_frames)
{
    if (tare_ramp_is_moving(&eq->design_ramp)) {
        tare_ramp_advance(&eq->design_ramp, n_frames);
        if (!tare_ramp_is_moving(&eq->design_ramp))
            tare_bank_arrive(&eq->bank);
    }
    if (tare_ramp_is_moving(&eq->bypass_ramp))
        tare_ramp_advance(&eq->bypass_ramp, n_frames);
}

static void advance_grid(TareEq* eq, uint32_t n_frames)
{
    eq->grid_position = (eq->grid_position + n_frames) % grid_frames;
    if (eq->grid_position == 0)
        tare_bank_check(&eq->bank);
}

static const float* shape_of(const TareRamp* ramp)
{
    return tare_ramp_is_moving(ramp) ? tare_ramp_values(ramp) : NULL;
}

static float* first_pair(TareEq* eq)
{
    return eq->pairs + 2 * TARE_KERNEL_MARGIN;
}

static float glide_at(Glide glide, const float* shape, uint32_t frame)
{
    return (float)(shape ? glide.from + (double)shape[frame] * (glide.to - glide.from) : glide.to);
}

/** Mono is two channels of the same sound. */
static uint32_t channel_of(const TareEq* eq, uint32_t side)
{
    return side < eq->n_channels ? side : 0;
}

/** The input, free of what is no sound, times the gain. */
static void load(TareEq* eq, const float* const* in, uint32_t offset, uint32_t n_frames)
{
    const float* const left = in[0] + offset;
    const float* const right = in[channel_of(eq, 1)] + offset;
    float* const pairs = first_pair(eq);
    if (!tare_ramp_is_moving(&eq->design_ramp)) {
        const float gains[] = {(float)(eq->gain.to * eq->bank.entry_gains[0]),
                               (float)(eq->gain.to * eq->bank.entry_gains[channel_of(eq, 1)])};
        eq->bank.kernel->load(pairs, left, right, gains, n_frames);
        return;
    }
    const float* const shape = tare_ramp_values(&eq->design_ramp);
    for (uint32_t i = 0; i < n_frames; ++i) {
        const float gain = glide_at(eq->gain, shape, i);
        pairs[2 * i] = tare_sample_clean(left[i]) * gain;
        pairs[2 * i + 1] = tare_sample_clean(right[i]) * gain;
    }
}

/** Keeps the input itself, as far as it is heard. */
static void load_dry(TareEq* eq, const float* const* in, uint32_t offset, uint32_t n_frames)
{
    for (uint32_t c = 0; c < eq->n_channels; ++c)
        for (uint32_t i = 0; i < n_frames; ++i)
            eq->dry[c][i] = tare_sample_clean(in[c][offset + i]);
}

static void store_mixed(TareEq* eq, float* const* out, uint32_t offset, uint32_t n_frames)
{
    const float* const shape = shape_of(&eq->bypass_ramp);
    for (uint32_t c = 0; c < eq->n_channels; ++c)
        for (uint32_t i = 0; i < n_frames; ++i) {
            const float w = glide_at(eq->wetness, shape, i);
            const float dry = eq->dry[c][i];
            const float wet = tare_sample_finite(first_pair(eq)[2 * i + c]);
            out[c][offset + i] = w == 0.0f   ? dry
                                 : w == 1.0f ? wet
                                             : tare_sample_finite(dry + w * (wet - dry));
        }
}

static void store(TareEq* eq, float* const* out, uint32_t offset, uint32_t n_frames)
{
    float* const left = out[0] + offset;
    float* const right = eq->n_channels == 1 ? eq->unheard : out[1] + offset;
    eq->bank.kernel->store(first_pair(eq), left, right, n_frames);
}

/** The longest piece in which nothing starts or ends. */
static uint32_t piece_length(const TareEq* eq, uint32_t n_frames)
{
    uint32_t n = grid_frames - eq->grid_position;
    if (tare_ramp_is_moving(&eq->design_ramp) && tare_ramp_frames_left(&eq->design_ramp) < n)
        n = tare_ramp_frames_left(&eq->design_ramp);
    if (tare_ramp_is_moving(&eq->bypass_ramp) && tare_ramp_frames_left(&eq->bypass_ramp) < n)
        n = tare_ramp_frames_left(&eq->bypass_ramp);
    return n < n_frames ? n : n_frames;
}

/** All input is read before any output is written, so that the buffers may be shared or crossed. */
static void process_piece(TareEq* eq, const float* const* in, float* const* out, uint32_t offset,
                          uint32_t n_frames)
{
    const bool hears_dry = eq->wetness.to < 1.0 || tare_ramp_is_moving(&eq->bypass_ramp);
    load(eq, in, offset, n_frames);
    if (hears_dry)
        load_dry(eq, in, offset, n_frames);
    tare_bank_filter(&eq->bank, first_pair(eq), shape_of(&eq->design_ramp), n_frames);
    if (hears_dry)
        store_mixed(eq, out, offset, n_frames);
    else
        store(eq, out, offset, n_frames);
}

void tare_eq_process(TareEq* eq, const float* const* in, float* const* out, uint32_t n_frames)
{
    const TareFlushState flush = tare_flush_begin();
    if (eq->is_fresh && n_frames > 0)
        start_at_once(eq);
    for (uint32_t done = 0; done < n_frames;) {
        start_glides(eq);
        const uint32_t n = piece_length(eq, n_frames - done);
        process_piece(eq, in, out, done, n);
        advance_ramps(eq, n);
        advance_grid(eq, n);
        done += n;
    }
    tare_flush_end(flush);
}
