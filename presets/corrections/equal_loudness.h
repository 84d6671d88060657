/* Sounds that are compared fairly: each as loud as the others. */

#ifndef TARE_EQUAL_LOUDNESS_H
#define TARE_EQUAL_LOUDNESS_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareControls TareControls;

/** More are not compared at once. */
enum { TARE_EQUAL_LOUDNESS_MAX_SOUNDS = 16 };

/** Makes `n` sounds equally loud for pink noise, weighted after ITU-R BS.1770, in a stereo stream
   of a rate: every one but the quietest is turned down, by `lowered_db` (as many as there are
    sounds), so that none clips that did not before. Their preamps are manual from then on.

    TARE_BAD_INPUT when that takes a preamp beyond its range, or the rate is none that can be;
    TARE_NO_MEMORY. Nothing is reported, and the sounds are as they were. */
TareStatus tare_equal_loudness_set(TareControls* sounds, size_t n, double sample_rate_hz,
                                   double* lowered_db);

#endif
