/* Analogue prototypes of the bands: R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad
   filter coefficients". */

#ifndef TARE_PROTOTYPE_H
#define TARE_PROTOTYPE_H

typedef struct TareBand TareBand;

/** Analogue section b/a with s relative to the centre: x[0] s^2 + x[1] s + x[2]. */
typedef struct TarePrototype {
    double b[3], a[3];
} TarePrototype;

/** The prototype of a band. `strength` (0..1) scales the gain in dB; types without a gain are mixed
    with the unfiltered signal instead, but for the all-pass, which is whole at every strength above
    0: the mixture would be no all-pass. A cut is its boost with b and a exchanged. */
TarePrototype tare_prototype(const TareBand* band, double strength);

/** The same with b and a exchanged: the exact inverse. */
TarePrototype tare_prototype_inverse(const TarePrototype* prototype);

#endif
