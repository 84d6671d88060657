/* A correction as the program or device of a format can play it. */

#ifndef TARE_PLAYED_H
#define TARE_PLAYED_H

#include "fit/refit.h"

typedef struct TareCascade TareCascade;
typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;
typedef struct TareReporter TareReporter;

/** How far levels are off, 20 Hz to 20 kHz, and the same where it is most. */
typedef struct TarePlayedError {
    double rms_db, most_db, freq_hz;
} TarePlayedError;

/** Makes the bands within a format's own limits and of the device that it is for, for the rate
    that is wanted, and tells how near they come when they are not the correction's own. False, and
    reported, when left and right differ and must not, or memory is short. */
bool tare_played(TareRefit* played, const TareEqLimits* own, const TareFormatOutput* output,
                 const TareReporter* reporter);

/** Tells how far what "is moved", or the like, is off at a rate, where that can be heard. */
void tare_played_tell(const char* what, double rate_hz, TarePlayedError error,
                      const TareReporter* reporter);

/** Warns where a preamp cannot be as low as is wanted: too loud a sound clips. */
void tare_played_tell_preamp(double preamp_db, double wanted_db, const TareReporter* reporter);

/** Makes the cascade that plays a correction at a rate, with its preamp. False, and reported, when
    left and right differ or memory is short. */
bool tare_played_cascade(TareCascade* cascade, const TareFormatOutput* output, double rate_hz,
                         const TareReporter* reporter);

/** The channel of a list of bands, of which there is one for both when the sides do not differ. */
TareChannel tare_played_channel(const TareRefit* played, uint32_t list);

/** How many lists there are. */
uint32_t tare_played_n_lists(const TareRefit* played);

#endif
