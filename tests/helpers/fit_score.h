/* How good fits of many headphones are. */

#ifndef TARE_TESTS_FIT_SCORE_H
#define TARE_TESTS_FIT_SCORE_H

#include "band_set.h"
#include "curves/curve.h"

enum { FIGURE_MAX_VALUES = 1200 };

/** Values of one figure, dB. */
typedef struct {
    double values[FIGURE_MAX_VALUES];
    size_t n;
} Figure;

typedef struct {
    double mean, median, p95, worst;
} Summary;

/** Adds a value, as long as there is room. */
void figure_add(Figure* figure, double value);

/** Sorts the values and prints a line of them; a figure without a value is as bad as can be. */
Summary figure_sum_up(const char* name, Figure* figure);

/** How far the set goes above 0 dB with its preamp, at the worst of the usual rates. */
double fit_over_db(const TareBandSet* set);

/** What is left between a headphone with the bands and the target: smoothed over 1/12 octave, over
    one octave in the treble; RMS from 20 Hz to 10 kHz, less the mean of 300 Hz to 3 kHz. */
double fit_error_rms_db(const TareCurve* response, const TareCurve* target, const TareBandSet* set);

#endif
