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
    bool is_known;         ///< whether the controls are
    bool is_other;         ///< they are neither the choice, nor flat, nor what a rule says
    bool is_flat;          ///< they are neither the choice nor what a rule says, but flat
    bool is_of_other_rate; ///< the choice was made for another rate than PipeWire has now
    const TareDeviceSound* device_sound; ///< when it is what a rule says; one of `sounds`
    TareControls controls;               ///< what plays, were Tare neither off nor comparing
    TareControls heard;                  ///< what plays
    TareLevel level;                     ///< of what is heard
} TarePlaying;

/** Finds it out for a sink that was looked at; without a session, what would play. Takes some
    milliseconds. False when memory is short, and for a rate that cannot be. */
bool tare_playing_find(TarePlaying* playing, TareSession* session, const TareLiveState* state,
                       const TareChoice* choice, const TareDeviceSounds* sounds);

#endif
