/* The comparison is as loud as the correction, as others measure loudness. */

#include "helpers/check.h"
#include "helpers/example.h"
#include "helpers/lufs.h"
#include "helpers/programme.h"
#include "tare/eq.h"

#include <math.h>

enum { rate_hz = 48000, n_frames = 14 * rate_hz };

static float in[2][n_frames], on[2][n_frames], off[2][n_frames];

static void run(const TareControls* controls, float (*out)[n_frames])
{
    REQUIRE(example_run(controls, rate_hz, (const float*[]){in[0], in[1]},
                        (float*[]){out[0], out[1]}, n_frames));
}

static void check_match(double tolerance_lu)
{
    for (int e = 0; e < N_EXAMPLES; ++e) {
        TareControls controls = example_controls(e);
        run(&controls, on);
        controls.is_comparing = true;
        run(&controls, off);
        CHECK_NEAR(lufs_of(off[0], off[1], n_frames, rate_hz),
                   lufs_of(on[0], on[1], n_frames, rate_hz), tolerance_lu);
    }
}

static void test_comparison_is_as_loud_on_pink_noise(void)
{
    programme_pink(in[0], in[1], n_frames, rate_hz);
    check_match(0.2);
}

static void test_comparison_is_as_loud_on_music(void)
{
    programme_music(in[0], in[1], n_frames, rate_hz);
    check_match(0.5);
}

int main(void)
{
    RUN(test_comparison_is_as_loud_on_pink_noise);
    RUN(test_comparison_is_as_loud_on_music);
    return check_done();
}
