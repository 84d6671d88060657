/* A large collection of measurements, where there is one: TARE_DATA/measurements. For benchmarks.
 */

#ifndef TARE_TESTS_MEASUREMENTS_H
#define TARE_TESTS_MEASUREMENTS_H

#include "curves/curve.h"

enum { MEASUREMENTS_MAX_PATH = 512 };

/** What to say when they are not here. */
#define MEASUREMENTS_MISSING "TARE_DATA names no folder with measurements/index.csv"

/** One line of the index: files below the folder of the measurements. */
typedef struct {
    char model[MEASUREMENTS_MAX_PATH];
    char response[MEASUREMENTS_MAX_PATH], target[MEASUREMENTS_MAX_PATH];
    char wished[MEASUREMENTS_MAX_PATH]; ///< the curve that AutoEq's equaliser is to have
} Measurement;

/** Reads every `step`-th line of the index, up to `max`; how many, 0 when they are not here. */
size_t measurements_read(Measurement* measurements, size_t max, size_t step);

/** The path of a file below their folder, as long as it has room. */
void measurements_path(char* path, size_t size, const char* file);

/** Reads one of the files; false when that fails. */
bool measurements_curve(TareCurve* curve, const char* file);

#endif
