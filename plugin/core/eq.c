#include "tare/eq.h"

#include "controls.h"
#include "fader.h"
#include "flush.h"
#include "heard.h"
#include "loudness.h"
#include "meter.h"
#include "pace.h"
#include "plan.h"
#include "tare/limits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The filters are checked at multiples of this many frames since the last reset, and no piece of
   work is longer. Both count frames, never blocks. A fault is over after two. */
enum { grid_frames = TARE_FADER_MAX_FRAMES };

_Static_assert(TARE_LOUDNESS_GRAIN % grid_frames == 0, "a piece must not lie across blocks");

/* How fast the level of the bypass follows what is measured: at first, and once that is known well
   enough that only slow changes are to be expected; and how far it goes. */
static const double first_match_seconds = 0.1, match_seconds = 1.0;
static const uint32_t n_first_blocks = 3;
static const double max_match = 4.0;

typedef enum { PLAN_IDLE, PLAN_BUSY, PLAN_READY } PlanState;

struct TareEq {
    uint32_t n_channels;
    const TareKernel* kernel;
    TareControls controls; ///< the newest ones, clamped
    bool is_fresh;         ///< nothing has sounded yet: the next controls count at once
    bool is_plan_stale;    ///< controls came after the last plan began
    PlanState plan_state;
    TarePlanner* planner;
    uint32_t grid_position;
    uint32_t tick_frames; ///< a divisor of grid_frames
    TareHeard heard;
    bool is_match_new; ///< other than by what was measured: it is reached within a fade
    double first_match_step, match_step;
    double highest_match;
    TareLoudness loudness;
    double preamp_db; ///< of the filters that play, or are faded to
    TareMeter meter;
    float grid_peak;                    ///< news for the meter since the grid's last point, or 0
    bool is_input_over, was_input_over; ///< beyond full scale in this grid, in the one before
    _Alignas(TARE_KERNEL_ALIGNMENT) TareFader fader;
    _Alignas(64) float wet[2 * (TARE_KERNEL_MARGIN + grid_frames + TARE_KERNEL_MARGIN)]; ///< pairs
    float dry[2 * grid_frames];                                                          ///< pairs
    float unheard[grid_frames]; ///< the right side of mono
};

TareEq* tare_eq_new(double sample_rate_hz, uint32_t n_channels)
{
    TareEq* eq = aligned_alloc(TARE_KERNEL_ALIGNMENT, sizeof *eq);
    if (!eq)
        return NULL;
    memset(eq, 0, sizeof *eq);
    eq->n_channels = n_channels;
    eq->kernel = tare_kernel_best();
    eq->controls = tare_controls_default();
    eq->planner = tare_planner_new(sample_rate_hz, n_channels);
    if (!eq->planner || !tare_fader_init(&eq->fader, eq->kernel, sample_rate_hz, n_channels) ||
        !tare_heard_init(&eq->heard, sample_rate_hz, grid_frames)) {
        tare_eq_free(eq);
        return NULL;
    }
    eq->tick_frames = tare_pace(sample_rate_hz).tick_frames;
    eq->first_match_step = 1.0 - exp(-grid_frames / (first_match_seconds * sample_rate_hz));
    eq->match_step = 1.0 - exp(-grid_frames / (match_seconds * sample_rate_hz));
    tare_loudness_init(&eq->loudness, sample_rate_hz);
    tare_eq_reset(eq);
    return eq;
}

void tare_eq_free(TareEq* eq)
{
    if (!eq)
        return;
    tare_planner_free(eq->planner);
    tare_fader_clear(&eq->fader);
    tare_heard_clear(&eq->heard);
    free(eq);
}

static void forget_levels(TareEq* eq)
{
    tare_meter_reset(&eq->meter);
    eq->grid_peak = 0.0f;
}

void tare_eq_reset(TareEq* eq)
{
    tare_fader_reset(&eq->fader);
    forget_levels(eq);
    eq->is_input_over = eq->was_input_over = false;
    eq->is_fresh = eq->is_plan_stale = true;
    eq->grid_position = 0;
}

TARE_REALTIME void tare_eq_set_controls(TareEq* eq, const TareControls* controls)
{
    TareControls clamped = *controls;
    tare_controls_clamp(&clamped, &eq->controls);
    if (tare_controls_equal(&clamped, &eq->controls))
        return;
    const bool needs_plan = !tare_controls_plan_alike(&clamped, &eq->controls);
    eq->controls = clamped;
    if (needs_plan) {
        eq->is_plan_stale = true;
        forget_levels(eq);
    }
}

TARE_REALTIME TareClip tare_eq_clip(const TareEq* eq)
{
    return eq->meter.clip;
}

TARE_REALTIME double tare_eq_headroom_db(const TareEq* eq)
{
    return eq->meter.headroom_db;
}

TARE_REALTIME double tare_eq_preamp_db(const TareEq* eq)
{
    return eq->preamp_db;
}

/* Planning */

static void begin_plan(TareEq* eq)
{
    tare_planner_begin(eq->planner, &eq->controls);
    eq->plan_state = PLAN_BUSY;
    eq->is_plan_stale = false;
}

/** Once the sections are known, the filters are prepared while the preamp is worked out. Returns
    whether that began just now, which is work enough for one tick. */
static bool prepare_fade(TareEq* eq)
{
    const TareCascade* const cascade = tare_planner_cascade(eq->planner);
    if (eq->fader.is_preparing) {
        tare_fader_step(&eq->fader);
        return false;
    }
    if (!cascade || tare_fader_is_moving(&eq->fader))
        return false;
    tare_fader_prepare(&eq->fader, cascade);
    return true;
}

static void go_on_planning(TareEq* eq)
{
    if (!prepare_fade(eq) && eq->plan_state == PLAN_BUSY && !tare_planner_step(eq->planner))
        eq->plan_state = PLAN_READY;
}

static TareHeardWhat wanted_sound(const TareEq* eq)
{
    if (!eq->controls.enabled)
        return TARE_HEARD_INPUT;
    return eq->controls.is_comparing ? TARE_HEARD_MATCHED : TARE_HEARD_EQUALISED;
}

/** Gain with which the input is as loud as the equalised sound. */
static double wanted_match(const TareEq* eq)
{
    return fmin(tare_loudness_gain(&eq->loudness), eq->highest_match);
}

/** What is known of filters that begin to play. */
static void take_plan(TareEq* eq, const TarePlan* plan)
{
    const double preamp_db = 20.0 * log10(plan->cascade.gain);
    eq->preamp_db = fmin(fmax(preamp_db, TARE_PREAMP_USED_MIN_DB), TARE_PREAMP_USED_MAX_DB);
    eq->highest_match = fmin(plan->highest_gain, max_match);
    eq->plan_state = PLAN_IDLE;
}

/** Before the first frame there is nothing to fade from. */
static void plan_if_stale(TareEq* eq)
{
    if (!eq->is_plan_stale)
        return;
    begin_plan(eq);
    while (tare_planner_step(eq->planner)) {
    }
    const TarePlan* plan = tare_planner_result(eq->planner);
    tare_fader_jump(&eq->fader, &plan->cascade);
    tare_loudness_reset(&eq->loudness, plan->pink_power, plan->cascade.gain);
    take_plan(eq, plan);
}

void tare_eq_prepare(TareEq* eq)
{
    if (eq->is_fresh)
        plan_if_stale(eq);
}

/** The first frame is as the newest controls say. */
static void start(TareEq* eq)
{
    plan_if_stale(eq);
    tare_heard_jump(&eq->heard, wanted_sound(eq), wanted_match(eq));
    eq->is_match_new = false;
    eq->is_fresh = false;
}

static void fade_to_plan(TareEq* eq)
{
    const TarePlan* plan = tare_planner_result(eq->planner);
    tare_fader_start(&eq->fader, plan->cascade.gain);
    tare_loudness_change(&eq->loudness, plan->pink_power, plan->cascade.gain);
    take_plan(eq, plan);
    eq->is_match_new = eq->heard.what == TARE_HEARD_MATCHED;
}

/** What is heard changes, or the level of the comparison does. */
static void change_heard(TareEq* eq)
{
    const TareHeardWhat wanted = wanted_sound(eq);
    if (tare_heard_is_moving(&eq->heard) || (wanted == eq->heard.what && !eq->is_match_new))
        return;
    tare_heard_fade(&eq->heard, wanted, wanted_match(eq));
    eq->is_match_new = false;
}

/** Glides start only when the last one is done: each begins and ends at rest. The next plan may be
    made meanwhile. */
static void start_glides(TareEq* eq)
{
    if (eq->plan_state == PLAN_IDLE && eq->is_plan_stale)
        begin_plan(eq);
    if (eq->plan_state == PLAN_READY && tare_fader_is_ready(&eq->fader))
        fade_to_plan(eq);
    change_heard(eq);
}

/** While it is heard, the level of the comparison follows what is measured. */
static void follow_match(TareEq* eq)
{
    if (eq->heard.what != TARE_HEARD_MATCHED || tare_heard_is_moving(&eq->heard))
        return;
    const double here = eq->heard.to.input;
    const bool is_first = eq->loudness.n_heard < n_first_blocks;
    const double step = is_first ? eq->first_match_step : eq->match_step;
    tare_heard_follow(&eq->heard, here + step * (wanted_match(eq) - here));
}

/** A filter still rings from what was beyond full scale a moment ago, hence the grid before. */
static void advance_meter(TareEq* eq)
{
    if (eq->grid_peak > 0.0f)
        tare_meter_add(&eq->meter, eq->grid_peak, eq->is_input_over || eq->was_input_over);
    eq->grid_peak = 0.0f;
    eq->was_input_over = eq->is_input_over;
    eq->is_input_over = false;
}

static void advance_grid(TareEq* eq, uint32_t n_frames)
{
    eq->grid_position = (eq->grid_position + n_frames) % grid_frames;
    if (eq->plan_state != PLAN_IDLE && eq->grid_position % eq->tick_frames == 0)
        go_on_planning(eq);
    if (eq->grid_position == 0) {
        tare_fader_check(&eq->fader);
        advance_meter(eq);
        follow_match(eq);
    }
}

static float* first_pair(TareEq* eq)
{
    return eq->wet + 2 * TARE_KERNEL_MARGIN;
}

/** Mono is two channels of the same sound. */
static uint32_t channel_of(const TareEq* eq, uint32_t side)
{
    return side < eq->n_channels ? side : 0;
}

static void store(TareEq* eq, float* const* out, uint32_t offset, uint32_t n_frames)
{
    float* const right = eq->n_channels == 1 ? eq->unheard : out[1] + offset;
    if (!eq->kernel->store(first_pair(eq), out[0] + offset, right, tare_meter_limit(&eq->meter),
                           n_frames))
        eq->grid_peak = fmaxf(eq->grid_peak, tare_meter_peak(first_pair(eq), 2 * n_frames));
}

/** All input is read before any output is written, so that the buffers may be shared or crossed. */
static void process_piece(TareEq* eq, const float* const* in, float* const* out, uint32_t offset,
                          uint32_t n_frames)
{
    static const float unchanged[] = {1.0f, 1.0f};
    const float* const left = in[0] + offset;
    const float* const right = in[channel_of(eq, 1)] + offset;
    const bool is_matched = eq->heard.what == TARE_HEARD_MATCHED;
    const bool is_mixed = !tare_heard_is_equalised(&eq->heard) && !tare_heard_is_input(&eq->heard);
    if (is_mixed || tare_loudness_is_measuring(&eq->loudness))
        eq->kernel->load(eq->dry, left, right, unchanged, n_frames);
    if (!tare_fader_process(&eq->fader, first_pair(eq), left, right, n_frames))
        eq->is_input_over = true;
    tare_loudness_listen(&eq->loudness, eq->dry, first_pair(eq), n_frames, is_matched);
    if (is_mixed)
        tare_heard_mix(&eq->heard, first_pair(eq), eq->dry, n_frames);
    else if (tare_heard_is_input(&eq->heard))
        tare_heard_pass(first_pair(eq), left, right, n_frames);
    store(eq, out, offset, n_frames);
}

/** The longest piece in which nothing starts or ends. */
static uint32_t piece_length(const TareEq* eq, uint32_t n_frames)
{
    const uint32_t distance = eq->plan_state != PLAN_IDLE ? eq->tick_frames : grid_frames;
    uint32_t n = distance - (eq->grid_position & (distance - 1)); /* it is a power of two */
    if (tare_fader_is_moving(&eq->fader) && tare_ramp_frames_left(&eq->fader.ramp) < n)
        n = tare_ramp_frames_left(&eq->fader.ramp);
    if (tare_heard_is_moving(&eq->heard) && tare_ramp_frames_left(&eq->heard.ramp) < n)
        n = tare_ramp_frames_left(&eq->heard.ramp);
    return n < n_frames ? n : n_frames;
}

TARE_REALTIME void tare_eq_process(TareEq* eq, const float* const* in, float* const* out,
                                   uint32_t n_frames)
{
    const TareFlushState flush = tare_flush_begin();
    if (eq->is_fresh && n_frames > 0)
        start(eq);
    for (uint32_t done = 0; done < n_frames;) {
        start_glides(eq);
        const uint32_t n = piece_length(eq, n_frames - done);
        const bool was_fading = tare_fader_is_moving(&eq->fader);
        process_piece(eq, in, out, done, n);
        if (was_fading && !tare_fader_is_moving(&eq->fader))
            forget_levels(eq); /* those of the old sound */
        advance_grid(eq, n);
        done += n;
    }
    tare_flush_end(flush);
}
