#include "eq.h"

#include "cascade.h"
#include "flush.h"
#include "lane.h"
#include "ramp.h"

#include <math.h>
#include <stdlib.h>

/* The lanes are checked at multiples of this many frames since the last reset, and no piece of work
   is longer. Both count frames, never blocks. */
enum { grid_frames = 64 };

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
    TareLane lanes[TARE_MAX_CHANNELS][TARE_N_SECTIONS];
};

TareEq* tare_eq_new(double sample_rate_hz, uint32_t n_channels)
{
    if (!(sample_rate_hz >= TARE_SAMPLE_RATE_MIN_HZ && sample_rate_hz <= TARE_SAMPLE_RATE_MAX_HZ) ||
        n_channels < 1 || n_channels > TARE_MAX_CHANNELS)
        return NULL;
    TareEq* eq = calloc(1, sizeof *eq);
    if (!eq)
        return NULL;
    eq->sample_rate_hz = sample_rate_hz;
    eq->n_channels = n_channels;
    eq->controls = tare_controls_default();
    if (!tare_ramp_init(&eq->design_ramp, sample_rate_hz) ||
        !tare_ramp_init(&eq->bypass_ramp, sample_rate_hz)) {
        tare_eq_free(eq);
        return NULL;
    }
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
    for (uint32_t c = 0; c < TARE_MAX_CHANNELS; ++c)
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
            tare_lane_reset(&eq->lanes[c][k]);
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

static void apply_design(TareEq* eq, void (*apply)(TareLane*, const TareBiquad*))
{
    tare_cascade_design(&eq->cascade, &eq->controls, eq->sample_rate_hz, eq->n_channels);
    for (uint32_t c = 0; c < eq->n_channels; ++c)
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k) {
            const TareSection* section = &eq->cascade.sections[k];
            apply(&eq->lanes[c][k], section->in_channel[c] ? &section->biquad : NULL);
        }
    eq->is_design_stale = false;
}

/** Before the first frame there is nothing to glide from. */
static void start_at_once(TareEq* eq)
{
    apply_design(eq, tare_lane_jump);
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
        apply_design(eq, tare_lane_glide);
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
            for (uint32_t c = 0; c < eq->n_channels; ++c)
                for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
                    tare_lane_arrive(&eq->lanes[c][k]);
    }
    if (tare_ramp_is_moving(&eq->bypass_ramp))
        tare_ramp_advance(&eq->bypass_ramp, n_frames);
}

static void advance_grid(TareEq* eq, uint32_t n_frames)
{
    eq->grid_position = (eq->grid_position + n_frames) % grid_frames;
    if (eq->grid_position == 0)
        for (uint32_t c = 0; c < eq->n_channels; ++c)
            for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
                tare_lane_check(&eq->lanes[c][k]);
}

static double glide_at(Glide glide, const double* shape, uint32_t frame)
{
    return shape ? glide.from + shape[frame] * (glide.to - glide.from) : glide.to;
}

/** The input, free of what is not a number, times the gain. */
static void load(Glide gain, const double* shape, const float* in, float* dry, double* wet,
                 uint32_t n_frames)
{
    for (uint32_t i = 0; i < n_frames; ++i) {
        dry[i] = isfinite(in[i]) ? in[i] : 0.0f;
        wet[i] = glide_at(gain, shape, i) * dry[i];
    }
}

/** A double beyond the range of float would become infinite. */
static float to_float(double value)
{
    const double max = 3.4e38;
    return (float)(value > max ? max : value < -max ? -max : value);
}

static void store(Glide wetness, const double* shape, const float* dry, const double* wet,
                  float* out, uint32_t n_frames)
{
    for (uint32_t i = 0; i < n_frames; ++i) {
        const double w = glide_at(wetness, shape, i);
        out[i] = w == 0.0   ? dry[i]
                 : w == 1.0 ? to_float(wet[i])
                            : to_float(dry[i] + w * (wet[i] - dry[i]));
    }
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

static const double* shape_of(const TareRamp* ramp)
{
    return tare_ramp_is_moving(ramp) ? tare_ramp_values(ramp) : NULL;
}

/** All input is read before any output is written, so that the buffers may be shared or crossed. */
static void process_piece(TareEq* eq, const float* const* in, float* const* out, uint32_t offset,
                          uint32_t n_frames)
{
    float dry[TARE_MAX_CHANNELS][grid_frames];
    double wet[TARE_MAX_CHANNELS][grid_frames];
    const double* design_shape = shape_of(&eq->design_ramp);

    for (uint32_t c = 0; c < eq->n_channels; ++c)
        load(eq->gain, design_shape, in[c] + offset, dry[c], wet[c], n_frames);
    for (uint32_t c = 0; c < eq->n_channels; ++c) {
        for (uint32_t k = 0; k < TARE_N_SECTIONS; ++k)
            tare_lane_process(&eq->lanes[c][k], wet[c], design_shape, n_frames);
        store(eq->wetness, shape_of(&eq->bypass_ramp), dry[c], wet[c], out[c] + offset, n_frames);
    }
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
