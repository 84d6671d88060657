/* How a change becomes sound: along the integral of a raised cosine, 10 ms long, whatever it is
   that changes. */

#include "controls.h"
#include "helpers/check.h"
#include "ramp.h"
#include "tare/eq.h"

#include <math.h>
#include <stdbool.h>

enum { n_frames = 8192, change_frame = 1000, max_plan_frames = 3000 };

static const double ramp_seconds = 0.010;

static float ones[n_frames], out[2][n_frames];

/** From 0 just before the first frame to 1 at the last one. */
static double glide(uint32_t frame, uint32_t n)
{
    const double t = (frame + 1.0) / n;
    return t >= 1.0 ? 1.0 : t - sin(2 * M_PI * t) / (2 * M_PI);
}

static uint32_t ramp_frames(double sample_rate_hz)
{
    return (uint32_t)ceil(ramp_seconds * sample_rate_hz);
}

static void test_shape(void)
{
    for (double fs = 8000; fs <= 768000; fs *= 1.7) {
        TareRamp ramp;
        REQUIRE(tare_ramp_init(&ramp, fs));
        CHECK(!tare_ramp_is_moving(&ramp));
        tare_ramp_start(&ramp);
        const uint32_t n = tare_ramp_frames_left(&ramp);
        CHECK(n == ramp_frames(fs));
        for (uint32_t i = 0; i < n; ++i) {
            CHECK_NEAR(tare_ramp_values(&ramp)[0], glide(i, n), 1e-6);
            CHECK(tare_ramp_is_moving(&ramp));
            tare_ramp_advance(&ramp, 1);
        }
        CHECK(!tare_ramp_is_moving(&ramp));
        CHECK(ramp.shape[n - 1] == 1);
        tare_ramp_clear(&ramp);
    }
}

static void process(TareEq* eq, const TareControls* controls, uint32_t from, uint32_t to)
{
    tare_eq_set_controls(eq, controls);
    tare_eq_process(eq, (const float*[]){ones + from, ones + from},
                    (float*[]){out[0] + from, out[1] + from}, to - from);
}

/** With 1 going in, what comes out is the gain itself. */
static void check_glide(const TareControls* before, const TareControls* after, double from,
                        double to, double sample_rate_hz)
{
    for (int i = 0; i < n_frames; ++i)
        ones[i] = 1;
    TareEq* eq = tare_eq_new(sample_rate_hz, 2);
    REQUIRE(eq);
    process(eq, before, 0, change_frame);
    process(eq, after, change_frame, n_frames);
    tare_eq_free(eq);

    CHECK_NEAR(out[0][change_frame - 1], from, 1e-6);
    const uint32_t n = ramp_frames(sample_rate_hz);
    uint32_t half = change_frame; /* the first frames hardly move, but half way is plain to see */
    while (half < change_frame + max_plan_frames &&
           fabs(out[0][half] - from) < fabs(to - from) / 2 - 1e-6)
        ++half;
    const uint32_t start = half + 1 - (n + 1) / 2;
    for (uint32_t i = 0; i + start < n_frames; ++i)
        for (int c = 0; c < 2; ++c)
            CHECK_NEAR(out[c][start + i], from + glide(i, n) * (to - from), 2e-6);
}

static TareControls plain(double preamp_db)
{
    TareControls controls = tare_controls_default();
    controls.is_preamp_manual = true;
    controls.set.preamp_db = preamp_db;
    return controls;
}

static void test_preamp_glides_along_it(void)
{
    const TareControls low = plain(20 * log10(0.25)), high = plain(0);
    for (double fs = 44100; fs < 100000; fs *= 2) {
        check_glide(&low, &high, 0.25, 1, fs);
        check_glide(&high, &low, 1, 0.25, fs);
    }
}

static void test_bypass_glides_along_it(void)
{
    const TareControls on = plain(20 * log10(0.25));
    TareControls off = on;
    off.enabled = false;
    check_glide(&on, &off, 0.25, 1, 48000);
    check_glide(&off, &on, 1, 0.25, 48000);
}

/** A shelf far above a constant leaves it alone, but not the preamp that the shelf needs. */
static void test_automatic_preamp_glides_along_it(void)
{
    const TareControls flat = tare_controls_default();
    TareControls loud = flat;
    loud.set.bands[0] = (TareBand){TARE_BAND_HIGH_SHELF, 8000, 12, 0.7, TARE_CHANNEL_BOTH};
    for (int i = 0; i < n_frames; ++i)
        ones[i] = 1;
    TareEq* eq = tare_eq_new(48000, 2);
    REQUIRE(eq);
    process(eq, &flat, 0, change_frame);
    process(eq, &loud, change_frame, n_frames);
    tare_eq_free(eq);
    CHECK(out[0][n_frames - 1] < 0.3f);
    const double way = 1.0 - out[0][n_frames - 1];
    const double steepest = way * 2 / ramp_frames(48000);
    for (int i = 1; i < n_frames; ++i)
        CHECK(fabs((double)out[0][i] - out[0][i - 1]) < 1.1 * steepest);
}

int main(void)
{
    RUN(test_shape);
    RUN(test_preamp_glides_along_it);
    RUN(test_bypass_glides_along_it);
    RUN(test_automatic_preamp_glides_along_it);
    return check_done();
}
