/* Which sections a cascade has, and where. */

#ifndef TARE_SECTIONS_H
#define TARE_SECTIONS_H

#include "tare/band.h"

/** Sections that make good what the bands of both channels, of the left, and of the right cannot
    reach at a rate that is not theirs. */
enum { TARE_N_CORRECTIONS = 1 + TARE_MAX_CHANNELS };

/** Those of bass, treble and tilt. */
enum { TARE_N_TILT_BANDS = 3, TARE_N_TONE_BANDS = 2 + TARE_N_TILT_BANDS };

/** A section keeps its place: section k is band k, then the tone bands, then the corrections. */
enum {
    TARE_FIRST_TONE_SECTION = TARE_MAX_BANDS,
    TARE_FIRST_CORRECTION = TARE_FIRST_TONE_SECTION + TARE_N_TONE_BANDS,
    TARE_N_SECTIONS = TARE_FIRST_CORRECTION + TARE_N_CORRECTIONS
};

#endif
