/* How often work that lasts longer than a block goes on, and how much of it each time: about the
   same in time at every rate, and the less at once the higher the rate is, for blocks of as many
   frames are so much shorter. */

#ifndef TARE_PACE_H
#define TARE_PACE_H

#include <stdint.h>

typedef struct TarePace {
    uint32_t tick_frames; ///< distance of the steps, a power of two
    uint32_t n_parts;     ///< a step is cut into so many; 1 up to 96 kHz, 8 at 768 kHz
} TarePace;

TarePace tare_pace(double sample_rate_hz);

#endif
