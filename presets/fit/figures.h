/* What a curve and a set of bands amount to in figures. */

#ifndef TARE_FIT_FIGURES_H
#define TARE_FIT_FIGURES_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;

typedef struct TareCurve TareCurve;
typedef struct TareFitRange TareFitRange;

/** Whether a frequency is one of those whose mean is the level of a curve: 300 Hz to 3 kHz, where
    voices are and where headphones differ least. */
bool tare_fit_figures_is_level(double freq_hz);

/** How near a set of bands comes to a wished response, from 48 points an octave, after the
    difference in level is taken away. */
typedef struct TareFitFigures {
    double rms_db;       ///< 20 Hz to 10 kHz
    double top_rms_db;   ///< 10 to 20 kHz
    double whole_rms_db; ///< both
    double worse_db; ///< by how much more rms than the wish itself is left in the octave where that
                     ///< is most, of those from 20 Hz on and half an octave between; 0: in none
    double largest_db, largest_freq_hz; ///< the largest difference of 20 Hz to 10 kHz, and where
    double deviation_db;       ///< standard deviation of the difference, 20 Hz to 10 kHz: sqrt(mean
                               ///< of (d - mean of d)^2), each point a 48th of an octave
    double tilt_db_per_octave; ///< slope of the straight line nearest to it by least squares over
                               ///< o, the octaves: sum of (o - mean of o) d / sum of (o - mean of
                               ///< o)^2; above 0 the treble is too much
    double level_db;           ///< of that: what the wish is above the bands
    double drop_db; ///< highest level of 10 Hz to 0.49 x rate, at least 0 dB, less the mean of 100
                    ///< Hz to 10 kHz: how much quieter music gets when nothing clips
} TareFitFigures;

/** How near the bands come; at the set's own rate. */
TareFitFigures tare_fit_figures(const TareCurve* wished, const TareBandSet* set);

/** The same, with nothing counted outside of a range; 0 dB where none of it is left. */
TareFitFigures tare_fit_figures_within(const TareCurve* wished, const TareBandSet* set,
                                       const TareFitRange* range);

/** Mean level of a curve over 300 Hz to 3 kHz, by the logarithm of frequency. */
double tare_fit_figures_mean_db(const TareCurve* curve);

/** Lowers the preamp that is safe for Tare as far as programs need it that take the cookbook's
    filters at 44.1, 48, 96 or 192 kHz. */
void tare_fit_figures_lower_preamp(TareBandSet* set);

/** Gives a set the preamp that is safe both for Tare, which keeps the set's response at every rate,
   and for programs that take the cookbook's filters at 44.1, 48, 96 or 192 kHz: in tenths of dB,
   from 5 Hz to Nyquist. False when memory is short. */
bool tare_fit_figures_safe_preamp(TareBandSet* set);

#endif
