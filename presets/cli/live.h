/* What the commands around `tare use` do on a running PipeWire. */

#ifndef TARE_CLI_LIVE_H
#define TARE_CLI_LIVE_H

#include "cli/use.h"
#include "pipewire/session.h"

/** The rate that is meant where none is known. */
#define TARE_USUAL_RATE_HZ 48000.0

/** Connects, and learns what is there. NULL when that is not possible; `why` receives the reason
   for a person: PipeWire does not run, or this program was built without its library. */
TareSession* tare_live_open(const char** why);

/** Closes it; NULL is allowed. */
void tare_live_close(TareSession* session);

/** Brings the choice to the disk and to the running sink, which is started when there is none. */
TareExit tare_live_apply(TareSession* session, TareUse* use, const TareUseWish* wish);

#endif
