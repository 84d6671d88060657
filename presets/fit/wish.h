/* What an equaliser should do to a measured headphone: the way from its response to a target, as
   far as that is wise to go. */

#ifndef TARE_FIT_WISH_H
#define TARE_FIT_WISH_H

#include <stdbool.h>

typedef struct TareCurve TareCurve;

/* The defaults are those of AutoEq where it has them; the numbers are those of its issues, in which
   people tell what went wrong without. */
typedef struct TareWishOptions {
    double smoothing_octaves;        ///< narrower detail changes with each seating of the headphone
    double treble_smoothing_octaves; ///< in the treble, where each ear has peaks and notches of its
                                     ///< own, and narrow filters ring (#706, #363, #386)
    double treble_limit_hz;          ///< the treble begins here, and is all treble a third higher
    double max_boost_db; ///< more costs level and asks too much of the driver (#175, #541)
    double treble_boost; ///< share of a boost in the treble, 0 to 1; cuts are whole: too much
                         ///< treble hurts more than too little (#620)
    double max_slope_db_per_octave; ///< with which boosts rise and fall: steeper ones ring (#574)
} TareWishOptions;

/** 1/12 octave, 2 octaves above 6 to 8 kHz, 6 dB, 0.85, 36 dB an octave. */
TareWishOptions tare_wish_default_options(void);

/** Makes the curve for an equaliser out of a response and its target, both arranged and with a
   point; 48 points an octave from 20 Hz to 20 kHz, with a level of 0 dB before it is limited, as
   tare_fit_figures_is_level() says. What is narrow around 8 to 10 kHz is not boosted: there the
   simulators of ears have a notch. False, with an empty curve, when memory is short. */
bool tare_wish(TareCurve* wished, const TareCurve* response, const TareCurve* target,
               const TareWishOptions* options);

#endif
