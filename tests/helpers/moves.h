/* Somebody who turns every control of a plugin at random, and sound of all kinds that goes in: the
   same each time. For tests of what may never happen, whatever happens. */

#ifndef TARE_TESTS_MOVES_H
#define TARE_TESTS_MOVES_H

#include "ports.h"

typedef struct Moves {
    uint32_t n_channels;
    uint32_t seed;                  ///< of what comes next; any number but 0
    float controls[TARE_MAX_PORTS]; ///< by the index of the port; those of sound are not used
} Moves;

/** All controls have their defaults. */
void moves_init(Moves* moves, uint32_t n_channels, uint32_t seed);

/** Puts all controls somewhere else, switches and choices one time in 64, and now and then one of
    them to what is no number. */
void moves_turn_all(Moves* moves);

/** Turns one control only. */
void moves_turn_one(Moves* moves);

/** Fills a channel with noise, or for every third hundred of blocks with silence; one block in 50
    has a sample that is none. */
void moves_fill(Moves* moves, uint32_t block, float* samples, uint32_t n_frames);

#endif
