/* Turns a wished response into bands: the same text on every machine. */

#ifndef TARE_FIT_H
#define TARE_FIT_H

#include "fit/options.h"

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCurve TareCurve;

/** 16 restarts, 48 kHz; peaks from 20 Hz to 16 kHz, Q 0.3 to 8, +-20 dB; two shelves. */
TareFitOptions tare_fit_default_options(void);

/** What fits with the same options have in common. */
typedef struct TareFitter TareFitter;

/** NULL when memory is short. */
TareFitter* tare_fitter_new(const TareFitOptions* options);
void tare_fitter_free(TareFitter* fitter);

/** Fits up to `n_filters` bands, 1 to TARE_MAX_BANDS, to the shape of `wished`, an arranged curve
   with a point, between 20 Hz and 20 kHz; its mean level is no shape. Bands come in the order of
   what they do, the one that does most first, with values as files hold them: whole Hz (tenths
   below 100 Hz), gain and Q in hundredths. Those of 0 dB are left out: a flat curve gives none. The
    preamp is the safe one. False when memory is short. */
bool tare_fit(TareFitter* fitter, const TareCurve* wished, unsigned n_filters, TareBandSet* set);

/** The fewest filters that come within `within_db` of the rms over 20 Hz to 20 kHz that
    `max_filters` reach, and make no octave worse than it is without. */
bool tare_fit_fewest(TareFitter* fitter, const TareCurve* wished, unsigned max_filters,
                     double within_db, TareBandSet* set);

#endif
