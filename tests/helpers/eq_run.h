/* Running an equaliser over a piece of stereo sound. */

#ifndef TARE_EQ_RUN_H
#define TARE_EQ_RUN_H

#include "controls.h"
#include "tare/eq.h"

#include <stdbool.h>

enum { SOUND_N_FRAMES = 16384 };

typedef struct {
    float ch[2][SOUND_N_FRAMES];
} Sound;

/** All kinds of things at once: twenty bands on all channels, preamp by hand, bass, tilt. */
TareControls busy_controls(void);

/** The same noise every time. */
void sound_fill_noise(Sound* sound);

/** Runs frames `from` .. `to` through in blocks of a length; the controls are set before each
    block. */
void eq_run_blocks(TareEq* eq, const TareControls* controls, const Sound* in, Sound* out,
                   uint32_t from, uint32_t to, uint32_t block);

/** Runs all frames through a new equaliser; without memory for one, `out` is silent. */
void eq_run_once(const TareControls* controls, double sample_rate_hz, const Sound* in, Sound* out,
                 uint32_t block);

/** How far the left side of `a` is from that of `b`, relative to b. */
double sound_residue_db(const Sound* a, const Sound* b, uint32_t from);

bool sound_is_finite(const Sound* sound);

#endif
