/* Keeping the chain of the sink running for as long as PipeWire does, and no longer. */

#ifndef TARE_PIPEWIRE_KEEPER_H
#define TARE_PIPEWIRE_KEEPER_H

#include "base/report.h"
#include "pipewire/live/inside.h"

#include <stdbool.h>
#include <sys/types.h>

typedef struct TareChainPaths TareChainPaths;
typedef struct TareSession TareSession;

typedef struct TareKeeper {
    TareSession* session;
    const TareChainPaths* paths;
    const TareReporter* reporter;
    TareInsideWatch inside;
    pid_t process;   ///< of the chain that plays, or played last; 0: none so far
    bool has_begun;  ///< a sink was seen, or started
    bool had_sink;   ///< since the last start
    double pause_ms; ///< between two starts
    double next_ms;  ///< when the next one may be
} TareKeeper;

/** Begins with a session; a chain that PipeWire has just begun to start is given its time. The
    three must live as long as the keeper. */
void tare_keeper_begin(TareKeeper* keeper, TareSession* session, const TareChainPaths* paths,
                       const TareReporter* reporter);

/** Looks after the chain. One whose sink is gone is started anew, which is reported as a note: at
    once, but only once in five seconds, and ever more rarely while none appears; may block until
    another program has changed the sink. Returns after how many milliseconds to come again, -1 when
    only a change in the session calls for it. */
int tare_keeper_run(TareKeeper* keeper);

/** PipeWire has ended: so does its chain, which would go on without it. */
void tare_keeper_end(TareKeeper* keeper);

#endif
