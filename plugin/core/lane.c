#include "lane.h"

#include <math.h>
#include <stddef.h>

/* -300 dB of full scale: silence, and far above the subnormal numbers. */
static const double silence = 1e-15;

/* -240 dB: a neutral lane keeps rounding noise of the sound that passes, so it stops above that. */
static const double inaudible = 1e-12;

void tare_lane_reset(TareLane* lane)
{
    *lane = (TareLane){.from = tare_biquad_identity(), .to = tare_biquad_identity()};
}

void tare_lane_jump(TareLane* lane, const TareBiquad* target)
{
    lane->is_running = target != NULL;
    lane->is_neutral = !target;
    lane->to = target ? *target : tare_biquad_identity();
    lane->from = lane->to;
}

void tare_lane_glide(TareLane* lane, const TareBiquad* target)
{
    lane->is_neutral = !target;
    if (target) {
        lane->from = lane->is_running ? lane->to : tare_biquad_neutral(target);
        lane->to = *target;
        lane->is_running = true;
    } else {
        lane->from = lane->to;
        lane->to = tare_biquad_neutral(&lane->from);
    }
}

void tare_lane_arrive(TareLane* lane)
{
    lane->from = lane->to;
}

static void process_at_rest(TareLane* lane, double* samples, uint32_t n_frames)
{
    const TareBiquad h = lane->to;
    double w1 = lane->w1;
    double w2 = lane->w2;
    for (uint32_t i = 0; i < n_frames; ++i) {
        const double x = samples[i];
        const double y = h.b0 * x + w1;
        w1 += w2 + h.p1 * x - h.q1 * y;
        w2 += h.p2 * x - h.q2 * y;
        samples[i] = y;
    }
    lane->w1 = w1;
    lane->w2 = w2;
}

/** Every coefficient moves each frame. The stable sets of (q1, q2) form a triangle, so each point
   on the line between two stable sections is stable too. */
static void process_gliding(TareLane* lane, double* samples, const double* shape, uint32_t n_frames)
{
    const TareBiquad a = lane->from;
    const TareBiquad d = {lane->to.b0 - a.b0, lane->to.p1 - a.p1, lane->to.p2 - a.p2,
                          lane->to.q1 - a.q1, lane->to.q2 - a.q2};
    for (uint32_t i = 0; i < n_frames; ++i) {
        const double s = shape[i];
        const double x = samples[i];
        const double y = (a.b0 + s * d.b0) * x + lane->w1;
        lane->w1 += lane->w2 + (a.p1 + s * d.p1) * x - (a.q1 + s * d.q1) * y;
        lane->w2 += (a.p2 + s * d.p2) * x - (a.q2 + s * d.q2) * y;
        samples[i] = y;
    }
}

void tare_lane_process(TareLane* lane, double* samples, const double* shape, uint32_t n_frames)
{
    if (!lane->is_running)
        return;
    if (shape)
        process_gliding(lane, samples, shape, n_frames);
    else
        process_at_rest(lane, samples, n_frames);
}

void tare_lane_check(TareLane* lane)
{
    const bool is_broken = !isfinite(lane->w1) || !isfinite(lane->w2);
    const bool is_silent = fabs(lane->w1) < silence && fabs(lane->w2) < silence;
    const bool is_over =
        lane->is_neutral && fabs(lane->w1) < inaudible && fabs(lane->w2) < inaudible;
    if (is_broken || is_silent || is_over)
        lane->w1 = lane->w2 = 0.0;
    if (is_over)
        lane->is_running = false;
}
