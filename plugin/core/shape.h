/* The magnitude of a section in numbers that are free: every positive choice of them is a stable
   section of minimum phase.

   With s = j tan(pi f / rate) every second-order section is (n0 + n1 s + n2 s^2) / (d0 + d1 s +
   d2 s^2), so that a fit of its magnitude needs neither limits nor a factorisation as long as it
   moves the logarithms of the numbers. They are also all that the delta form needs: its
   coefficients are sums of them, in which nothing cancels. */

#ifndef TARE_SHAPE_H
#define TARE_SHAPE_H

typedef struct TareBiquad TareBiquad;

/** d1 stays as it is: n and d only count in relation to each other. */
enum { TARE_SHAPE_N_STEPS = 5 };

typedef struct TareShape {
    double n[3], d[3]; ///< of 1, s, s^2; numbers of the numerator may be 0 or negative
} TareShape;

/** Where on the unit circle: squares of the cosine and the sine of pi f / rate. */
typedef struct TareShapePoint {
    double cos2, sin2;
} TareShapePoint;

TareShapePoint tare_shape_point(double freq_hz, double sample_rate_hz);

/** d ln tan(w) / d ln w, at w = pi f / rate: how much the axis of frequency is squeezed. 1 at 0 Hz,
    2 at 0.3 of the rate, without bounds at Nyquist. */
double tare_shape_squeeze(double w);

/** Squared magnitude. */
double tare_shape_power(const TareShape* shape, TareShapePoint point);

/** Squared magnitudes at two points, and how their logarithms change with the logarithms of n0, n1,
    n2, d0, d2. */
void tare_shape_slopes_of_two(const TareShape* shape, const TareShapePoint points[2],
                              double powers[2], double slopes[TARE_SHAPE_N_STEPS][2]);

/** Adds steps to the logarithms of n0, n1, n2, d0, d2. */
void tare_shape_move(TareShape* shape, const double steps[TARE_SHAPE_N_STEPS]);

TareBiquad tare_shape_biquad(const TareShape* shape);

/** The section that takes away what `shape` does. */
TareShape tare_shape_inverse(const TareShape* shape);

#endif
