/* How much louder the equalised sound is than the sound as it came, so that both can be compared at
   the same loudness. Measured on what plays after ITU-R BS.1770, in its blocks of 0.4 s and with
   its relative gate; a block now and then is enough, and costs next to nothing.

   What was measured of one response says little of the next: a change starts anew, with a block at
   once and some more behind it. Until those have been heard, the sound counts as pink noise. */

#ifndef TARE_LOUDNESS_H
#define TARE_LOUDNESS_H

#include "tare/band.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    TARE_N_WEIGHTS = 2,        ///< sections of the weighting
    TARE_LOUDNESS_GRAIN = 512, ///< blocks are a multiple of this many frames long
    TARE_LOUDNESS_MEMORY = 48  ///< blocks that count
};

/** One number for each side of each sound: left and right as it came, left and right equalised. */
typedef float TareFour __attribute__((vector_size(16)));

typedef struct TareLoudness {
    TareFour c1[TARE_N_WEIGHTS], c2[TARE_N_WEIGHTS], kept1[TARE_N_WEIGHTS], q2[TARE_N_WEIGHTS];
    TareFour w1[TARE_N_WEIGHTS], w2[TARE_N_WEIGHTS];
    uint32_t unit_frames;             ///< about 0.1 s
    uint32_t position;                ///< frames since a block began
    uint32_t grain_position;          ///< frames since a multiple of the grain
    uint32_t warming_frames;          ///< before the block, in which the weighting finds its level
    TareFour sum;                     ///< of squares since the last grain: few enough for floats
    double dry_now, wet_now;          ///< energies in this block
    double dry[TARE_LOUDNESS_MEMORY]; ///< in the last ones: a ring
    double wet[TARE_LOUDNESS_MEMORY]; ///< as dry
    uint32_t n_heard;                 ///< blocks since the response changed
    uint32_t n_urgent;                ///< blocks that are yet to follow at once
    uint32_t settling_grains;         ///< how long a change takes
    uint32_t warming_grains;          ///< how long the weighting takes
    uint32_t grains_to_wait;          ///< until that is over
    double pink_power;                ///< by how much the response makes pink noise stronger
    double gain;                      ///< in front of the response, and part of that
    double expected;                  ///< ratio of power before anything was heard
    double ratio;                     ///< ratio of power by what was heard
} TareLoudness;

/** The weighting of BS.1770: two bands of the cookbook that equal its filters within 0.01 dB. */
extern const TareBand tare_loudness_weights[TARE_N_WEIGHTS];

/** Setup: takes no memory. */
void tare_loudness_init(TareLoudness* loudness, double sample_rate_hz);

/* Audio */

/** Forgets what was heard. Until something is, the sound counts as pink noise, which the response
    makes stronger by this ratio of power; the gain in front of it is part of that. */
void tare_loudness_reset(TareLoudness* loudness, double pink_power, double gain);

/** The response begins to change to another one: what was heard hardly counts any more, unless all
    that changes is the gain. */
void tare_loudness_change(TareLoudness* loudness, double pink_power, double gain);

/** Whether a block is open, so that the next piece of sound is measured. */
bool tare_loudness_is_measuring(const TareLoudness* loudness);

/** Listens to a piece of sound, or lets it pass: with `often` everything is measured, else a
    block now and then. Both sounds are pairs, left and right of a frame, then of the next; they
    are looked at only while a block is open. Pieces must not lie across multiples of
    TARE_LOUDNESS_GRAIN. */
void tare_loudness_listen(TareLoudness* loudness, const float* dry, const float* wet,
                          uint32_t n_frames, bool often);

/** Gain that makes the sound as it came as loud as the equalised one. */
double tare_loudness_gain(const TareLoudness* loudness);

#endif
