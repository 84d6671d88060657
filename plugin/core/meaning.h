/* What a band shall do at each frequency, whatever the rate of the stream: the analogue prototype,
   or the cookbook's (bilinear) response at a reference rate; at a strength below 1, that share of
   its level in dB at every frequency. */

#ifndef TARE_MEANING_H
#define TARE_MEANING_H

#include "prototype.h"
#include "tare/band.h"

#include <stdbool.h>

typedef struct TareMeaning {
    TareBandType type;
    double gain_db;  ///< with the strength
    double strength; ///< of what has a gain: its level is this much of that of `whole`; else 1
    double q;
    TarePrototype prototype; ///< of a cut: that of the boost, so that a cut becomes its inverse
    TarePrototype whole;     ///< the same at the whole gain
    bool is_inverted;        ///< the band is the inverse of what the other fields say
    double rate_hz;          ///< reference rate; 0 = the analogue prototype
    double freq_hz;          ///< centre
    double position2;        ///< that of the centre
} TareMeaning;

TareMeaning tare_meaning(const TareBand* band, double strength, double reference_rate_hz);

/** The square of the imaginary part that s has at a frequency, on a scale of its own for each
    reference rate. The frequency lies below half of that rate. */
double tare_meaning_position2(double reference_rate_hz, double freq_hz);

/** Squared magnitude at such a position, at the whole gain; of the boost, when the band is a cut.
   The band means this raised to the power of its strength: half is half the dB at every frequency.
 */
double tare_meaning_whole_power(const TareMeaning* meaning, double position2);

/** The highest frequency up to which a stream shall keep the meaning: 20 kHz, if both rates reach
    there. */
double tare_meaning_max_freq_hz(double reference_rate_hz, double sample_rate_hz);

/** The frequency nearest to one of a stream at which the reference still says something. */
double tare_meaning_defined_freq_hz(double reference_rate_hz, double freq_hz);

#endif
