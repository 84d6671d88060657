/* What the sink Tare plays, by the values of its controls: they are the only truth. */

#ifndef TARE_PIPEWIRE_PLAYING_H
#define TARE_PIPEWIRE_PLAYING_H

#include "controls.h"
#include "pipewire/live/level.h"

#include <stdbool.h>

typedef struct TareChoice TareChoice;
typedef struct TareDeviceSound TareDeviceSound;
typedef struct TareDeviceSounds TareDeviceSounds;
typedef struct TareLiveState TareLiveState;
typedef struct TareSession TareSession;

typedef struct TarePlaying {
    bool is_known;                       ///< whether it is the choice, flat, or what a rule says
    TareControls controls;               ///< what of it, were Tare neither off nor comparing
    bool is_flat;                        ///< it is neither the choice nor what a rule says
    const TareDeviceSound* device_sound; ///< when it is what a rule says; one of `sounds`
    bool is_of_other_rate; ///< the choice was made for another rate than PipeWire has now
    TareLevel level;       ///< as it is heard now
    TareLevel corrected;   ///< were Tare neither off nor comparing
} TarePlaying;

/** Finds it out for a sink that was looked at; without a session, what would play. Takes some
    milliseconds. False when memory is short, and for a rate that cannot be. */
bool tare_playing_find(TarePlaying* playing, TareSession* session, const TareLiveState* state,
                       const TareChoice* choice, const TareDeviceSounds* sounds);

#endif
