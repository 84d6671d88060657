/* Turning the running sink on, off or to another taste: what plays stays the correction that it
   is, be it the choice or what a rule says. */

#ifndef TARE_PIPEWIRE_TURN_H
#define TARE_PIPEWIRE_TURN_H

#include "pipewire/live/live.h"

typedef struct TareDeviceSounds TareDeviceSounds;
typedef struct TareLevel TareLevel;
typedef struct TareTaste TareTaste;

/** What is turned. */
typedef struct TareTurn {
    const TareChoice* before;       ///< the choice that the running sink has
    const TareDeviceSounds* sounds; ///< what rules play by the taste from before,
    const TareDeviceSounds* turned; ///< and by that from now on; of the same rules
    const TareTaste* said; ///< of the taste, for what neither rules nor the choice know; or NULL
    /** Told before anything is heard; no level is NULL. May be NULL. */
    void (*will_turn)(void* data, const TareLevel* from, const TareLevel* to);
    void* data;
} TareTurn;

/** Brings the sink's choice to the disk, and has what plays sound as it says: what gets louder by
    more than TARE_LEVEL_ALIKE_DB glides there (glide.h), all else is faded to at once. Where
   nothing runs, or its kind cannot be changed, this is tare_sink_apply(). */
TareSinkResult tare_turn(TareSink* sink, const TareTurn* turn, TareLiveApplied* applied);

#endif
