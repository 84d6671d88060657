/* What a curve and a chain of bands amount to in figures. */

#ifndef TARE_FIT_FIGURES_H
#define TARE_FIT_FIGURES_H

#include "fit/fit.h"

/** Mean level of a curve over 100 Hz to 10 kHz, by the logarithm of frequency. */
double tare_fit_curve_mean_db(const TareCurve* curve);

/** Gives a set the preamp that is safe both for Tare, which keeps the set's response at every rate,
   and for programs that take the cookbook's filters at 44.1, 48, 96 or 192 kHz: in tenths of dB,
   from 5 Hz to Nyquist. False when memory is short. */
bool tare_fit_set_safe_preamp(TareBandSet* set);

#endif
