/* Aiming the correction that is loaded elsewhere, again and again, while somebody drags. */

#ifndef TARE_WINDOW_AIMING_H
#define TARE_WINDOW_AIMING_H

#include "window/aim_goal.h"

#include <stddef.h>

typedef struct TareBandSet TareBandSet;
typedef struct TareCurve TareCurve;
typedef struct TareShelf TareShelf;

typedef enum {
    TARE_AIMING_READY,
    TARE_AIMING_UNKNOWN, ///< nobody knows how the headphone sounds
    TARE_AIMING_NO_ROOM  ///< all bands are in use, and no curve is known to fit to
} TareAimingState;

/** What is known beside the correction. */
typedef struct TareSound {
    const TareCurve* response; ///< NULL: nothing
    const TareCurve* target;   ///< NULL: not known
    bool is_measured;          ///< the response; else what the correction does tells it
    const TareCurve* measured; ///< what each of all found who measured the model at like ears
    size_t n_measured;
    unsigned turn; ///< another number for each other sound
} TareSound;

typedef struct TareAiming TareAiming;

/** Ready for nothing; what it aims is on the shelf, which must stay. NULL when memory is short. */
TareAiming* tare_aiming_new(TareShelf* shelf);

/** Frees it; NULL is allowed. */
void tare_aiming_free(TareAiming* aiming);

/** Gets ready for a correction; NULL for none. */
void tare_aiming_take(TareAiming* aiming, const TareEntry* entry);

/** Whether that can be aimed. */
TareAimingState tare_aiming_state(const TareAiming* aiming);

/** The built-in target that it leads to; NULL when that is not known, or is one of the listener's
    own. */
const TareTarget* tare_aiming_own_target(const TareAiming* aiming);

/** Makes the bands that lead to a goal; false when they cannot be made. */
bool tare_aiming_bands(TareAiming* aiming, const TareAimGoal* goal, TareBandSet* set);

/** How the headphone sounds, and where a goal leads; both empty when nobody knows. They stay until
    the next call. */
TareSound tare_aiming_sound(TareAiming* aiming, const TareAimGoal* goal);

/** A correction of the model of `other`, measured on the same kind of rig as what is aimed, that
    one itself if it will do; NULL when there is none. */
const TareEntry* tare_aiming_like(const TareAiming* aiming, const TareEntry* other);

#endif
