/* A correction as the program or device of a format can play it. */

#ifndef TARE_PLAYED_H
#define TARE_PLAYED_H

#include "fit/refit.h"

typedef struct TareEqLimits TareEqLimits;
typedef struct TareFormatOutput TareFormatOutput;
typedef struct TareReporter TareReporter;

/** Makes the bands within a format's own limits and of the device that it is for, for the rate
    that is wanted, and tells how near they come when they are not the correction's own. False, and
    reported, when left and right differ and must not, or memory is short. */
bool tare_played(TareRefit* played, const TareEqLimits* own, const TareFormatOutput* output,
                 const TareReporter* reporter);

/** The channel of a list of bands, of which there is one for both when the sides do not differ. */
TareChannel tare_played_channel(const TareRefit* played, uint32_t list);

/** How many lists there are. */
uint32_t tare_played_n_lists(const TareRefit* played);

#endif
