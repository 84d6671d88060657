/* Second-order sections in the delta form: z - 1 in place of z, so that low frequencies live in
   small numbers of full relative precision instead of in differences from 2 and 1.

       H = (b0 g^2 + p1 g + p2) / (g^2 + q1 g + q2),   g = z - 1

       y   = b0 x + w1
       w1 += w2 + p1 x - q1 y
       w2 +=      p2 x - q2 y

   R. H. Middleton, G. C. Goodwin, "Improved finite word length characteristics in digital control
   using delta operators", IEEE TAC 31(11), 1986. */

#ifndef TARE_BIQUAD_H
#define TARE_BIQUAD_H

typedef struct TareBand TareBand;

typedef struct TareBiquad {
    double b0, p1, p2, q1, q2;
} TareBiquad;

/** The section that leaves every sample as it is. */
TareBiquad tare_biquad_identity(void);

/** Designs a band for a stream of `sample_rate_hz`.

    Prototypes and bilinear transform: R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad
    filter coefficients". `strength` (0..1) works as in tare_prototype(). A frequency at or above
    Nyquist is taken just below it. -gain_db gives the exact inverse of +gain_db. */
TareBiquad tare_biquad_design(const TareBand* band, double strength, double sample_rate_hz);

/** g and g^2 on the unit circle, for evaluating many sections at one frequency. */
typedef struct TareDelta {
    double re, im, re2, im2;
} TareDelta;

/** g = e^(jw) - 1 without the cancellation near 0. */
TareDelta tare_biquad_delta_at(double freq_hz, double sample_rate_hz);

/** Squared magnitude at a frequency. */
double tare_biquad_power_at(const TareBiquad* h, const TareDelta* g);
double tare_biquad_power(const TareBiquad* h, double freq_hz, double sample_rate_hz);

#endif
