/* Starting a chain beside the one that runs, and taking its place. */

#ifndef TARE_PIPEWIRE_TAKEOVER_H
#define TARE_PIPEWIRE_TAKEOVER_H

#include "pipewire/live/sink_result.h"

#include <stdbool.h>
#include <stdint.h>

struct TareChainPaths;
struct TareSession;
struct TareSink;
struct TareSinkWish;

/** Starts the choice's chain and waits until its sink is there; the chains that ran before end only
    then, and only then the chain's file is replaced: whatever goes wrong, they stay. Where no kind
    was asked for, the next kind is tried, and that is reported. */
TareSinkResult tare_takeover(struct TareSession* session, struct TareSink* sink,
                             const struct TareSinkWish* wish);

/** Ends every chain of Tare but that of one node, which may be TARE_SESSION_NO_ID. False when one
    stays. */
bool tare_takeover_end_others(struct TareSession* session, const struct TareChainPaths* paths,
                              uint32_t node_id);

#endif
