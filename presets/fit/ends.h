/* How far a headphone is off at either end: by that one sees at once when a measurement cannot be
   right. */

#ifndef TARE_FIT_ENDS_H
#define TARE_FIT_ENDS_H

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCurve TareCurve;
typedef struct TareFitGoal TareFitGoal;

/** Bands that together do so much to all of the bass or treble seldom mend the headphone: it leaks,
    or target or rig are wrong. What one of them does alone says nothing, since another may take it
    back. */
#define TARE_FIT_ENDS_ABSURD_DB 10.0

/** Nor is a headphone known that would lack so much there, but for earbuds in the bass. */
#define TARE_FIT_ENDS_MISSING_DB 15.0

/** Means over 20 to 80 Hz and over 5 to 20 kHz, 12 points an octave, less the level of 300 Hz to 3
    kHz. */
typedef struct TareFitEnds {
    double bass_db, treble_db;
} TareFitEnds;

/** What the bands for the left side do together. */
TareFitEnds tare_fit_ends_of_bands(const TareBandSet* set);

/** What a response lacks to a goal; 0 at an end that is not measured. False when memory is short.
 */
bool tare_fit_ends_missing(TareFitEnds* missing, const TareCurve* response,
                           const TareFitGoal* goal);

#endif
