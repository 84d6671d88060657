#ifndef HAVE_PIPEWIRE

#include "pipewire/live/live.h"

/* Without its library there is never a session: what takes one is called with NULL, or not at all.
 */

TareSession* tare_live_open(const char** why)
{
    *why =
        "this tare was built without libpipewire; log in again, or run 'pipewire -c tare.conf &'";
    return NULL;
}

void tare_live_close(TareSession* session)
{
    (void)session;
}

void tare_live_look(TareSession* session, const TareUse* use, TareLiveState* state)
{
    (void)session;
    (void)use;
    (void)state;
}

bool tare_live_plays(TareSession* session, const TareControls* controls)
{
    (void)session;
    (void)controls;
    return false;
}

size_t tare_live_outputs(TareSession* session, TareOutput* outputs, size_t max)
{
    (void)session;
    (void)outputs;
    (void)max;
    return 0;
}

TareExit tare_live_apply(TareSession* session, TareUse* use, const TareUseWish* wish)
{
    (void)session;
    (void)use;
    (void)wish;
    return TARE_EXIT_UNUSED;
}

TareExit tare_live_follow(TareSession* session, const TareCommand* command,
                          const TareChainPaths* paths)
{
    (void)session;
    (void)command;
    (void)paths;
    return TARE_EXIT_UNUSED;
}

TareExit tare_live_remove(TareSession* session, const TareUse* use)
{
    (void)session;
    (void)use;
    return TARE_EXIT_UNUSED;
}

#endif
