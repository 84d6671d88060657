/* In place of live.c, live_look.c, control.c, glide.c, keeper.c and follow.c where there is no
   libpipewire: there is never a session. */

#include "pipewire/chain/rack.h"
#include "pipewire/live/control.h"
#include "pipewire/live/follow.h"
#include "pipewire/live/live.h"

#include <stddef.h>

TareSession* tare_live_open(TareLivePresence* presence)
{
    *presence = TARE_LIVE_NOT_BUILT;
    return NULL;
}

void tare_live_close(TareSession* session)
{
    (void)session;
}

bool tare_live_is_alive(const TareSession* session)
{
    (void)session;
    return false;
}

void tare_live_look(TareSession* session, const TareChoice* choice, TareLiveState* state)
{
    (void)session;
    (void)choice;
    *state = (TareLiveState){.rate_hz = TARE_USUAL_RATE_HZ};
}

bool tare_live_plays(TareSession* session, const TareControls* controls)
{
    (void)session;
    (void)controls;
    return false;
}

bool tare_live_read_controls(TareSession* session, TareControls* controls)
{
    (void)session;
    (void)controls;
    return false;
}

bool tare_glide(TareSession* session, const TareControls* from, const TareControls* to)
{
    (void)session;
    (void)from;
    (void)to;
    return false;
}

size_t tare_live_outputs(TareSession* session, TareOutput* outputs, size_t max)
{
    (void)session;
    (void)outputs;
    (void)max;
    return 0;
}

TareSinkResult tare_live_apply(TareSession* session, TareSink* sink, const TareSinkWish* wish,
                               TareLiveApplied* applied)
{
    (void)session;
    (void)sink;
    (void)wish;
    *applied = (TareLiveApplied){.presence = TARE_LIVE_NOT_BUILT};
    return TARE_SINK_FAILED;
}

void tare_live_sweep(const TareSession* session, const TareChainPaths* paths)
{
    (void)session;
    (void)paths;
}

TareSinkResult tare_live_remove(TareSession* session, const TareSink* sink)
{
    (void)session;
    (void)sink;
    return TARE_SINK_FAILED;
}

TareStatus tare_follow(TareSession* session, const TareChainPaths* paths,
                       const TareFollowListener* listener, const TareReporter* reporter)
{
    (void)session;
    (void)paths;
    (void)listener;
    (void)reporter;
    return TARE_IO_ERROR;
}
