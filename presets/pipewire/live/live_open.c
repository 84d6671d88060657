#include "pipewire/live/glide.h"
#include "pipewire/live/glide_mark.h"
#include "pipewire/live/live.h"
#include "pipewire/session/session.h"

#include <errno.h>

/** What was killed while it glided is not left in the middle. */
static bool sync_and_settle(TareSession* session, const TareControls* goal)
{
    if (!tare_session_sync(session))
        return false;
    if (goal && tare_session_chain_sink(session))
        (void)tare_glide_from_heard(session, goal);
    return tare_session_is_alive(session);
}

TareSession* tare_live_open(TareLivePresence* presence)
{
    TareControls goal;
    const bool has_goal = tare_glide_mark_find(&goal);
    TareSession* const session = tare_session_open();
    const int error = session ? 0 : errno;
    *presence = TARE_LIVE_THERE;
    if (session && sync_and_settle(session, has_goal ? &goal : NULL))
        return session;
    tare_session_close(session);
    *presence = error == ENOMEM ? TARE_LIVE_NO_MEMORY
                : error == 0    ? TARE_LIVE_NO_ANSWER
                                : TARE_LIVE_NOT_RUNNING;
    return NULL;
}

void tare_live_close(TareSession* session)
{
    tare_session_close(session);
}

bool tare_live_is_alive(const TareSession* session)
{
    return tare_session_is_alive(session);
}
