/* Starting a chain beside the one that runs, and taking its place. */

#ifndef TARE_CLI_LIVE_START_H
#define TARE_CLI_LIVE_START_H

#include "pipewire/live/live.h"

/** Starts the choice's chain and waits until its sink is there; the chains that ran before end only
    then, and only then the chain's file is replaced: whatever goes wrong, they stay. Where no kind
    was asked for, the next kind is tried, and that is said. */
TareExit tare_live_start(TareSession* session, TareUse* use, const TareUseWish* wish);

/** Ends every chain of Tare but that of one node, which may be TARE_SESSION_NO_ID. False when one
    stays. */
bool tare_live_end_others(TareSession* session, const TareUse* use, uint32_t node_id);

#endif
