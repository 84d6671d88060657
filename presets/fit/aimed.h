/* Any target for any headphone of which it is known how it sounds (known_sound.h): one with a
   measured curve is fitted to the target; of any other the correction stays as it is, and the
   bands that it leaves free do what the new target asks for beyond the old one. */

#ifndef TARE_AIMED_H
#define TARE_AIMED_H

#include "fit/count.h"

#include <stdbool.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;
typedef struct TareFitGoal TareFitGoal;

/** Which way a correction gets to a goal. */
typedef enum {
    TARE_AIMED_UNCHANGED, ///< it leads there already
    TARE_AIMED_FITTED,    ///< to the measured curve
    TARE_AIMED_MOVED      ///< by the difference of both targets
} TareAimedWay;

/** A correction ready to be aimed, again and again, as while somebody drags a target. */
typedef struct TareAimed TareAimed;

/** Gets a correction ready of which it is known how the headphone sounds; it must stay. NULL when
    memory is short. */
TareAimed* tare_aimed_new(const TareCorrection* correction);

/** Has fits do only a share of what they would, 0 to 1 over frequency; the curve must stay. NULL:
    all. Moves are not changed by it. */
void tare_aimed_set_trust(TareAimed* aimed, const TareCurve* trust);

/** Has moves know better how the headphone sounds, by a curve of the same model at the same kind of
    rig: the very one that the correction was made from, or what others measured, which only tells
    how the bass goes on where that would be a guess. `names`, for people, tells whose it is, and
    must stay. Fits are not changed by it. False, with all as it was, when memory is short. */
bool tare_aimed_lend(TareAimed* aimed, const TareCurve* curve, bool is_own, const char* names);

/** Frees it; NULL is allowed. */
void tare_aimed_free(TareAimed* aimed);

/** Which way a goal is reached; without a count ({0}) the correction's own target is reached
    already. */
TareAimedWay tare_aimed_way(const TareAimed* aimed, const TareFitGoal* goal, TareFitCount count);

/** Whether there is room for it: moving needs a free band. */
bool tare_aimed_has_room(const TareAimed* aimed, TareAimedWay way);

/** Makes the bands that lead to a goal, with a safe preamp; there is room for them. Without a count
    ({0}) a fit has TARE_FIT_USUAL bands, and a move as few as do. The bands of a correction
    that is unchanged are its own, bit for bit. False when memory is short. */
bool tare_aimed_bands(TareAimed* aimed, const TareFitGoal* goal, TareFitCount count,
                      TareBandSet* set);

/** Makes the whole correction: the bands as above; target, id and evidence say what was done. The
    name of the goal says what it is for people. False, and empty, when memory is short. */
bool tare_aimed_correction(TareAimed* aimed, const TareFitGoal* goal, TareFitCount count,
                           TareCorrection* correction);

#endif
