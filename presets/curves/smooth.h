/* Curves as they are drawn: without corners where they have few points. */

#ifndef TARE_SMOOTH_H
#define TARE_SMOOTH_H

typedef struct TareCurve TareCurve;

/** The level at a frequency above 0 Hz on a smooth line through all points of an arranged curve
   that has one; beyond the ends that of the last point. Between two points it is a cubic over the
    logarithm of frequency whose slopes are the weighted harmonic means of those around (F. N.
    Fritsch and J. Butland, 1984), which rises and falls only where the points do; but nowhere is it
    more than 0.2 dB off the straight line, so that a long piece beside a steep one keeps its place.
 */
double tare_smooth_level_db(const TareCurve* curve, double freq_hz);

#endif
