/* What a curve and a set of bands amount to in figures. */

#ifndef TARE_FIT_FIGURES_H
#define TARE_FIT_FIGURES_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;

typedef struct TareCurve TareCurve;
typedef struct TareFitRange TareFitRange;

/** How near a set of bands comes to a wished response, from 48 points an octave, after the mean
   difference over 100 Hz to 10 kHz is taken away. */
typedef struct TareFitFigures {
    double rms_db;                      ///< 20 Hz to 10 kHz
    double top_rms_db;                  ///< 10 to 20 kHz
    double largest_db, largest_freq_hz; ///< the largest difference of 20 Hz to 10 kHz, and where
    double level_db;                    ///< that mean: what the wish is above the bands
    double drop_db; ///< highest level of 10 Hz to 0.49 x rate, at least 0 dB, less the mean: how
                    ///< much quieter music gets when nothing clips
} TareFitFigures;

/** How near the bands come; at the set's own rate. */
TareFitFigures tare_fit_figures(const TareCurve* wished, const TareBandSet* set);

/** The same, with nothing counted outside of a range; 0 dB where none of it is left. */
TareFitFigures tare_fit_figures_within(const TareCurve* wished, const TareBandSet* set,
                                       const TareFitRange* range);

/** Mean level of a curve over 100 Hz to 10 kHz, by the logarithm of frequency. */
double tare_fit_figures_mean_db(const TareCurve* curve);

/** Gives a set the preamp that is safe both for Tare, which keeps the set's response at every rate,
   and for programs that take the cookbook's filters at 44.1, 48, 96 or 192 kHz: in tenths of dB,
   from 5 Hz to Nyquist. False when memory is short. */
bool tare_fit_figures_safe_preamp(TareBandSet* set);

#endif
