/* Corrections that people publish, in kind: many boosts, bass lifted, bass cut, treble taken off.
 */

#ifndef TARE_TESTS_EXAMPLE_H
#define TARE_TESTS_EXAMPLE_H

#include "controls.h"

#include <stdbool.h>

enum { N_EXAMPLES = 6 };

/** One of them as the equaliser is given it, all else as it is by default. */
TareControls example_controls(int which);

/** Plays sound of two channels through an equaliser of its own, in blocks of 480 frames; n_frames
   is a multiple of that; false when memory is short. */
bool example_run(const TareControls* controls, double rate_hz, const float* const* in,
                 float* const* out, uint32_t n_frames);

#endif
