/* One band for a stream whose rate is not the one its meaning refers to.

   The start keeps the natural frequency and the width of the poles and of the zeros, and the gain
   at 0 Hz. A few damped Gauss-Newton steps on the logarithm of the magnitude, at points that crowd
   where the response bends, then bring it as near as one section can come. All costs are bounded;
   nothing is drawn by lot or by clock. */

#ifndef TARE_MATCH_H
#define TARE_MATCH_H

#include "biquad.h"
#include "meaning.h"
#include "shape.h"

/** A band designed for a stream. */
typedef struct TareMatch {
    TareBiquad biquad;
    /* where the band is not already exact */
    TareMeaning meaning;
    TareShape shape; ///< that comes nearest to the meaning; of the boost, when it is a cut
} TareMatch;

/** Designs a band for a stream of `sample_rate_hz`, such that it keeps its response at
    `reference_rate_hz` (0: that of the analogue prototype) up to 20 kHz or 0.45 of the lower rate.

    With a strength below 1, peaks and shelves keep that share of the level in dB of their whole
    gain at every frequency. When both rates are equal and the strength is 1, the band is exact:
    these are the coefficients of tare_biquad_design(). An all-pass stays an all-pass, a notch keeps
    its zero. -gain_db gives the inverse of +gain_db; 0 dB changes nothing. Takes up to about 10 us
    and no memory. */
void tare_match_design(TareMatch* match, const TareBand* band, double strength,
                       double reference_rate_hz, double sample_rate_hz);

#endif
