#include "pace.h"

#include <math.h>

/* Of uncut steps. */
static const double tick_frames_at_44100 = 32.0;

/* Common blocks are at least as long: none has to do two parts. */
static const double max_tick_frames = 64.0;

TarePace tare_pace(double sample_rate_hz)
{
    const double whole = exp2(floor(log2(tick_frames_at_44100 * sample_rate_hz / 44100.0)));
    const double tick = fmin(whole, max_tick_frames);
    return (TarePace){(uint32_t)fmax(tick, 1.0), (uint32_t)fmax(whole / tick, 1.0)};
}
