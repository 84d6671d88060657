/* What the commands around `tare use` do on a running PipeWire. */

#ifndef TARE_CLI_LIVE_H
#define TARE_CLI_LIVE_H

#include "cli/sink/use.h"
#include "pipewire/session/session.h"

/** Connects, and learns what is there. NULL when that is not possible; `why` receives the reason
   for a person: PipeWire does not run, or this program was built without its library. */
TareSession* tare_live_open(const char** why);

/** Closes it; NULL is allowed. */
void tare_live_close(TareSession* session);

/** What there is to see of Tare in a session. */
typedef struct {
    char version[32]; ///< of PipeWire
    double rate_hz;
    bool has_sink;
    TareChainKind kind; ///< of the sink
    bool plays_choice, plays_flat;
    bool is_default; ///< whether Tare is the default sink
    bool has_output;
    TareOutput output; ///< behind Tare
} TareLiveState;

void tare_live_look(TareSession* session, const TareUse* use, TareLiveState* state);

/** Whether the running sink has just these controls. */
bool tare_live_plays(TareSession* session, const TareControls* controls);

/** The outputs there are, but Tare itself: up to `max` of them; returns how many there are in all.
 */
size_t tare_live_outputs(TareSession* session, TareOutput* outputs, size_t max);

/** Follows the output behind Tare until PipeWire ends, and gives each the correction of its rule,
    nothing to one without; anew when the rules change. */
TareExit tare_live_follow(TareSession* session, const TareCommand* command,
                          const TareChainPaths* paths);

/** Takes Tare out of the session: the default sink is what it was, the chain ends. */
TareExit tare_live_remove(TareSession* session, const TareUse* use);

/** Brings the choice to the disk and to the running sink, which is started when there is none. */
TareExit tare_live_apply(TareSession* session, TareUse* use, const TareUseWish* wish);

#endif
