/* Measured headphones, tests/data/measurements. */

#ifndef TARE_TESTS_HEADPHONES_H
#define TARE_TESTS_HEADPHONES_H

#include "curves/curve.h"

enum { N_HEADPHONES = 36 };

/** Reads the response of one of them, and takes the level at the same frequencies of the target
   that belongs to its form and rig. The caller clears both. False when that fails. */
bool headphones_read(size_t index, TareCurve* response, TareCurve* target);

/** Reads one of the published targets by its name in targets.csv. The caller clears it. */
bool headphones_target(TareCurve* target, const char* name);

#endif
