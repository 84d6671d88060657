/* Starting a chain beside the one that runs, and taking its place. */

#ifndef TARE_PIPEWIRE_TAKEOVER_H
#define TARE_PIPEWIRE_TAKEOVER_H

#include "pipewire/live/sink_result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TareChainPaths TareChainPaths;
typedef struct TareSession TareSession;
typedef struct TareSink TareSink;
typedef struct TareSinkWish TareSinkWish;

/** Starts the choice's chain and waits until its sink is there; the chains that ran before end only
    then, and only then the chain's file is replaced: whatever goes wrong, they stay. Where no kind
    was asked for, the next kind is tried, and that is reported. */
TareSinkResult tare_takeover(TareSession* session, TareSink* sink, const TareSinkWish* wish);

/** Starts the trial file's chain and waits until its sink is there, the newest one. False, and
   `error` receives why, when it does not come. */
bool tare_takeover_start(TareSession* session, const TareSink* sink, char* error, size_t size);

/** Ends every chain of Tare but that of one node, which may be TARE_SESSION_NO_ID. False when one
    stays. */
bool tare_takeover_end_others(TareSession* session, const TareChainPaths* paths, uint32_t node_id);

#endif
