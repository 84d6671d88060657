/* Filters of second order, whatever made them, as bands that together are the same filter.

   With s = j tan(pi f / rate) every such filter is (n0 + n1 s + n2 s^2) / (d0 + d1 s + d2 s^2), and
   the bilinear transform is exact. Written by the frequency and Q of its zeros and of its poles, it
   is a shelf (equal Q, other frequency) times a peak (equal frequency, other Q) times a level:

       (s^2 + wz/Qz s + wz^2)   (s^2 + wz/Qz s + wz^2)   (s^2 + wz/Qp s + wz^2)
       ---------------------- = ---------------------- x ----------------------
       (s^2 + wp/Qp s + wp^2)   (s^2 + wz/Qp s + wz^2)   (s^2 + wp/Qp s + wp^2)

   Both are the cookbook's (R. Bristow-Johnson): a peak has Qz = Q / A and Qp = Q A, a low shelf wz
   = w0 sqrt(A) and wp = w0 / sqrt(A), with A = 10^(gain/40). So are the parts of which each is a
   product, where one band would leave its range. */

#ifndef TARE_SECOND_ORDER_H
#define TARE_SECOND_ORDER_H

#include "tare/band.h"

#include <stdbool.h>

typedef struct TareSecondOrder {
    double n[3], d[3]; ///< of 1, s, s^2
} TareSecondOrder;

enum { TARE_SECOND_ORDER_MAX_BANDS = 12 };

/** The bands that are a filter, for both channels, and the level beside them. */
typedef struct TareSecondOrderBands {
    TareBand bands[TARE_SECOND_ORDER_MAX_BANDS];
    unsigned n;
    double level_db;
    double off_db;          ///< how far they are from it at most, 20 Hz to 20 kHz
    bool is_beyond;         ///< a good filter, but one that no bands are
    bool is_of_other_phase; ///< zeros were mirrored: the level is the same, the phase is not
} TareSecondOrderBands;

/** That of a digital filter, (b0 + b1 z^-1 + b2 z^-2) / (a0 + a1 z^-1 + a2 z^-2). */
TareSecondOrder tare_second_order_of_coefficients(const double b[3], const double a[3]);

/** That of a band at a rate, in whatever range; its frequency lies below half of it. */
TareSecondOrder tare_second_order_of_band(const TareBand* band, double rate_hz);

/** Its level at a frequency below half the rate; far below any sound where it lets nothing pass. */
double tare_second_order_level_db(const TareSecondOrder* filter, double freq_hz, double rate_hz);

/** Finds the bands. What no band can be, a single pole or a zero at 0 Hz or at half the rate, is
    done by shelves that go on as far as is heard, as near as their range lets them: see off_db.
    False when there are none: is_beyond says whether it is a filter at all, and `why`, "what is
   wrong; what was expected", says the reason. */
bool tare_second_order_bands(TareSecondOrderBands* found, const TareSecondOrder* filter,
                             double rate_hz, const char** why);

#endif
