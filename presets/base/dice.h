/* Random numbers: those of one seed are the same on every machine, and a seed that nobody knows
   makes them such that nobody can tell. */

#ifndef TARE_DICE_H
#define TARE_DICE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct TareDice {
    uint64_t state;
} TareDice;

/** A seed out of the system's own source; false, and errno, when it gives none. */
bool tare_dice_draw_seed(uint64_t* seed);

/** Dice for a seed. */
TareDice tare_dice(uint64_t seed);

/** A number below `n`, which is not 0; each is as likely as the others. */
uint32_t tare_dice_below(TareDice* dice, uint32_t n);

/** Fills `order` with the numbers below `n`; each order is as likely as the others. */
void tare_dice_shuffle(TareDice* dice, uint8_t* order, uint8_t n);

#endif
