/* Where sound goes: into Tare, and out of it. */

#ifndef TARE_CLI_LIVE_ROUTE_H
#define TARE_CLI_LIVE_ROUTE_H

#include "pipewire/live/live.h"

/** Takes into the choice what is wished of the default sink and of the output behind Tare. When
   Tare becomes the default sink, the one that the listener had chosen before becomes that output,
   or the session manager would choose one. */
TareExit tare_live_choose_target(TareSession* session, TareUse* use, const TareUseWish* wish);

/** Makes it so. */
TareExit tare_live_route(TareSession* session, const TareUse* use, const TareUseWish* wish);

/** Makes the sink the default one that was it before Tare; "" leaves that to the session manager.
    Does nothing when Tare is not the default. */
void tare_live_restore_default(TareSession* session, const TareChoice* choice);

/** Whether Tare is the sink that the listener chose as default. */
bool tare_live_is_default(const TareSession* session);

/** Tells the listener what plays, and where. */
void tare_live_tell(const TareSession* session, const TareUse* use, const TareUseWish* wish);

/** The output that Tare plays to; false when there is none. */
bool tare_live_output(const TareSession* session, TareOutput* output);

#endif
