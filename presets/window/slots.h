/* Two settings to switch between. */

#ifndef TARE_WINDOW_SLOTS_H
#define TARE_WINDOW_SLOTS_H

#include "window/loaded.h"

/** Starts as {0}: in the first slot, the second as the first. */
typedef struct TareSlots {
    unsigned current; ///< 0 or 1
    bool has_other;
    TareControls other;
    TareLoaded other_loaded;
} TareSlots;

/** Goes to a slot: what is heard now is kept in the one that is left. */
void tare_slots_go(TareSlots* slots, unsigned slot, TareDials* dials, TareLoaded* loaded);

/** Has the other slot be as this one. */
void tare_slots_copy(TareSlots* slots, const TareDials* dials, const TareLoaded* loaded);

#endif
