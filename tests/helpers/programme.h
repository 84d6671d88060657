/* Sound that behaves like music, the same on every machine: a drum, a bass, chords, a voice and
   cymbals, with loud and quiet passages. */

#ifndef TARE_PROGRAMME_H
#define TARE_PROGRAMME_H

#include <stdint.h>

/** Fills both channels; the level peaks below full scale. */
void programme_music(float* left, float* right, uint32_t n_frames, double sample_rate_hz);

/** Pink noise: the same power in each part of an octave, 20 Hz to 20 kHz. */
void programme_pink(float* left, float* right, uint32_t n_frames, double sample_rate_hz);

#endif
