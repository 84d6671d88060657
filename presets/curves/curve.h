/* A level over frequency: what a headphone was measured to do, what it is wished to do, or what an
   equaliser should make good. */

#ifndef TARE_CURVE_H
#define TARE_CURVE_H

#include <stdbool.h>
#include <stddef.h>

/** What a point may be: any positive frequency, and a level that sums and differences can still be
    made of. */
#define TARE_CURVE_MAX_DB 1e6

typedef struct TareCurvePoint {
    double freq_hz;
    double level_db;
} TareCurvePoint;

/** What is wanted of a table with several columns of levels. */
typedef enum {
    TARE_CURVE_MEASURED, ///< what was measured; of left and right columns the mean
    TARE_CURVE_LEFT,
    TARE_CURVE_RIGHT,
    TARE_CURVE_TARGET ///< a target, where a column is named so; else as MEASURED
} TareCurvePart;

/** Starts as {0}. Once arranged, the frequencies ascend, and none stands twice. */
typedef struct TareCurve {
    TareCurvePoint* points; ///< owned by the curve
    size_t n;
} TareCurve;

/** Whether a curve can hold such a point: finite, above 0 Hz, within +-TARE_CURVE_MAX_DB. */
bool tare_curve_can_hold(double freq_hz, double level_db);

/** Appends a point that the curve can hold; it then has to be arranged. False, with the curve as it
    was, when memory is short. */
bool tare_curve_append(TareCurve* curve, double freq_hz, double level_db);

/** Sorts the points by frequency; points of equal frequency become one with the mean of their
    levels. In whatever order they came, the result is the same to the last bit. Returns how many
    points became part of others. */
size_t tare_curve_arrange(TareCurve* curve);

/** The level at a frequency above 0 Hz: linear over the logarithm of frequency between two points,
    that of the last point beyond the ends. The curve is arranged and has a point. */
double tare_curve_level_db(const TareCurve* curve, double freq_hz);

/** The same for n >= 1 points of ascending frequency. */
double tare_curve_points_level_db(const TareCurvePoint* points, size_t n, double freq_hz);

/** Makes `mean` the mean of n >= 1 arranged curves, each with a point: left and right, several
    seatings. It has all their frequencies; where a curve ends before others its last level counts
    on, so that there is no step. `mean` need not be empty before, and is none of them. False, with
    `mean` empty, when memory is short. */
bool tare_curve_mean(TareCurve* mean, const TareCurve* curves, size_t n);

/** The same for `minuend` - `subtrahend`. */
bool tare_curve_difference(TareCurve* difference, const TareCurve* minuend,
                           const TareCurve* subtrahend);

/** Frees all that a curve owns and empties it; the struct itself is the caller's. */
void tare_curve_clear(TareCurve* curve);

#endif
