/* Where to set the sliders of a graphic equaliser, so that what is heard is a correction. */

#ifndef TARE_SLIDERS_H
#define TARE_SLIDERS_H

#include "formats/slider_bank.h"

typedef struct TareCascade TareCascade;

typedef struct TareSliders {
    double gains_db[TARE_SLIDERS];
    double preamp_db;               ///< of the slider that turns all; 0 where there is none
    double rms_db;                  ///< off what is wished, but for one level, from 20 Hz to 20 kHz
    double error_db, error_freq_hz; ///< the same where it is most
    double too_loud_db; ///< how far what is loudest is above all that is wished, and above 0 dB
} TareSliders;

/** Fits them to the first channel of a cascade, for streams at its rate, in steps and within limits
    of the bank. The level is that of the cascade, or lower so that nothing is too loud, as far as
    there is a preamp for it. */
void tare_sliders_fit(TareSliders* sliders, const TareSliderBank* bank, const TareCascade* wished);

#endif
