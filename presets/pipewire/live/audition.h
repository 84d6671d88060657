/* Sounds tried out in the sink Tare while music plays: any of them is heard at a word, without a
   gap, and afterwards what played before.

   What others can see of it, names, properties, files, is the same whichever plays, but for the
   values of the chain's controls; and so is how long a change takes. A process beside this one
   restores what played if this one is killed. */

#ifndef TARE_PIPEWIRE_AUDITION_H
#define TARE_PIPEWIRE_AUDITION_H

#include "pipewire/live/sink_result.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct TareControls TareControls;
typedef struct TareSink TareSink;

typedef struct TareAudition TareAudition;

typedef enum {
    TARE_AUDITION_GOES_ON,
    TARE_AUDITION_NO_PIPEWIRE, ///< PipeWire went away
    TARE_AUDITION_NO_SINK,     ///< the sink went away
    TARE_AUDITION_NO_ANSWER,   ///< the sink does not do as it is told
    TARE_AUDITION_OVERTAKEN,   ///< another program gave the sink another sound
    TARE_AUDITION_N_STATES
} TareAuditionState;

/** Connects to PipeWire and borrows the sink: see borrowed_sink.h, also for `sink`, which may be
    closed afterwards. What plays goes on to play. On TARE_SINK_DONE the caller ends the audition;
    otherwise it is NULL, and `presence` tells whether there is a PipeWire at all. */
TareSinkResult tare_audition_begin(TareAudition** audition, TareSink* sink,
                                   TareLivePresence* presence);

/** The rate at which the sink runs. */
double tare_audition_rate_hz(const TareAudition* audition);

/** Takes the sounds that will be played. False when memory is short. */
bool tare_audition_set_sounds(TareAudition* audition, const TareControls* sounds, size_t n);

/** Plays one of them, by its number, from now on. Does not wait for the sink. */
void tare_audition_play(TareAudition* audition, size_t sound);

/** Has `ready` called from tare_audition_run() when the descriptor can be read. False when memory
   is short. */
bool tare_audition_watch_fd(TareAudition* audition, int fd, void (*ready)(void* data, int fd),
                            void* data);

/** Goes on for at most so long, less when something happens. */
TareAuditionState tare_audition_run(TareAudition* audition, int timeout_ms);

/** Restores what played before, as far as it is still there, and frees the audition; NULL is
    allowed. After TARE_AUDITION_OVERTAKEN everything stays as the other program wants it. False
   when what played before could not be restored. */
bool tare_audition_end(TareAudition* audition);

#endif
