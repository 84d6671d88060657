/* How a headphone sounds, as far as a correction tells: by the curve that was measured for it, or
   by the target that its bands lead to, from which they are taken away again. */

#ifndef TARE_KNOWN_SOUND_H
#define TARE_KNOWN_SOUND_H

#include "curves/rig.h"

#include <stdbool.h>

typedef struct TareCorrection TareCorrection;
typedef struct TareCurve TareCurve;
typedef struct TareEntry TareEntry;
typedef struct TareTarget TareTarget;

typedef enum {
    TARE_KNOWN_BY_NOTHING,
    TARE_KNOWN_BY_CURVE, ///< measured
    TARE_KNOWN_BY_TARGET ///< what its bands make of it is known, and what they do
} TareKnownBy;

TareKnownBy tare_known_sound_by(const TareCorrection* correction);

/** The measured curve as text (curves/stored_curve.h); NULL when the correction has none. */
const char* tare_known_sound_curve(const TareCorrection* correction);

/** The curve of a target of the listener's own that a correction leads to, as such a text; NULL
   when it has none. */
const char* tare_known_sound_own_target(const TareCorrection* correction);

/** Adds the curve of such a target, which was in a file. False when memory is short. */
bool tare_known_sound_set_own_target(TareCorrection* correction, const char* file,
                                     const char* curve);

/** The target that a correction leads to, if Tare has its curve; else NULL. */
const TareTarget* tare_known_sound_target(const TareEntry* entry);

/** At whose ear it was measured: as the entry says, else as its target does. Inside the ear a GRAS
    rig and a bare 711 coupler are the same. */
TareRig tare_known_sound_rig(const TareEntry* entry);

/** How the bands of a correction bound what is known by them; of a measured sound {0}. */
typedef struct TareKnownEnd {
    double max_gain_db;   ///< how far the bands go above their mean at most
    double guessed_to_hz; ///< up to here they end at their limit, and the bass is not known by
                          ///< them; 0: nowhere
} TareKnownEnd;

/** Makes the response of a headphone of which it is known, to be cleared, and how it is bounded
   (NULL is allowed). False, and empty, when memory is short. */
bool tare_known_sound(TareCurve* response, const TareCorrection* correction, TareKnownEnd* end);

/** The same beside what others measured of the model at the same kind of rig: where the bass would
   be a guess, it goes on as they saw it. `other` is arranged, and has a point. */
bool tare_known_sound_beside(TareCurve* response, const TareCorrection* correction,
                             const TareCurve* other, TareKnownEnd* end);

/** The rate for which filters are meant that go with the bands of a correction. */
double tare_known_sound_rate_hz(const TareCorrection* correction);

#endif
