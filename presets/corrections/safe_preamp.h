/* The preamp with which no frequency comes out louder than it went in. */

#ifndef TARE_SAFE_PREAMP_H
#define TARE_SAFE_PREAMP_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;

/** What finding many of them has in common. */
typedef struct TareSafePreamp TareSafePreamp;

/** NULL when memory is short. */
TareSafePreamp* tare_safe_preamp_new(void);
void tare_safe_preamp_free(TareSafePreamp* safe);

/** As tare_safe_preamp_set(), and cannot fail. */
void tare_safe_preamp_find(TareSafePreamp* safe, TareBandSet* set);

/** Gives a set the preamp that keeps its summed response from 5 Hz to Nyquist at or below 0 dB at
    44.1, 48, 96 and 192 kHz, rounded down to 0.1 dB: 0 when nothing is boosted, and never below
    TARE_PREAMP_MIN_DB. False, and no change, when memory is short. */
bool tare_safe_preamp_set(TareBandSet* set);

/** Lowers the preamp to this one, if it is higher, as far as TARE_PREAMP_MIN_DB allows. It never
    becomes -0, which machines take for less than 0 or not. */
void tare_safe_preamp_lower(TareBandSet* set, double preamp_db);

#endif
