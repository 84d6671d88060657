/* How much of a plan is done at once. */

#include "helpers/check.h"
#include "pace.h"
#include "tare/limits.h"

/** Cut or not, it is as much work in as much time. */
static void test_steps_keep_their_pace(void)
{
    for (double rate_hz = TARE_SAMPLE_RATE_MIN_HZ; rate_hz <= TARE_SAMPLE_RATE_MAX_HZ;
         rate_hz *= 1.01) {
        const TarePace pace = tare_pace(rate_hz);
        const double whole_seconds = pace.tick_frames * pace.n_parts / rate_hz;
        CHECK(whole_seconds <= 32.0 / 44100 * 1.0001 && whole_seconds > 16.0 / 44100);
        CHECK(pace.tick_frames <= 64 && (pace.tick_frames & (pace.tick_frames - 1)) == 0);
    }
}

int main(void)
{
    RUN(test_steps_keep_their_pace);
    return check_done();
}
