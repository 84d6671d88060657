#include "base/dice.h"

#include <errno.h>
#include <sys/random.h>

bool tare_dice_draw_seed(uint64_t* seed)
{
    ssize_t n;
    do {
        n = getrandom(seed, sizeof *seed, 0);
    } while (n < 0 && errno == EINTR);
    return n == (ssize_t)sizeof *seed;
}

TareDice tare_dice(uint64_t seed)
{
    return (TareDice){seed};
}

/** SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators",
 * 2014).
 */
static uint64_t next(TareDice* dice)
{
    uint64_t z = dice->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

uint32_t tare_dice_below(TareDice* dice, uint32_t n)
{
    /* what lies above the last whole multiple of n would favour the small numbers */
    const uint64_t end = UINT64_MAX - UINT64_MAX % n;
    uint64_t drawn;
    do {
        drawn = next(dice);
    } while (drawn >= end);
    return (uint32_t)(drawn % n);
}

void tare_dice_shuffle(TareDice* dice, uint8_t* order, uint8_t n)
{
    for (uint8_t i = 0; i < n; ++i) {
        const uint32_t k = tare_dice_below(dice, i + 1u);
        order[i] = order[k];
        order[k] = i;
    }
}
