#include "cli/frame/cli.h"
#include "pipewire/live/chain.h"
#include "pipewire/live/detached.h"
#include "pipewire/live/live.h"
#include "pipewire/live/use_files.h"
#include "pipewire/live/watch_lock.h"

/** The default sink, the chain and the watcher; without PipeWire none of them is there. */
static TareExit remove_running(const TareUse* use)
{
    static const char* const arguments[] = {"watch", NULL};
    static const TareRunning follower = {"tare", arguments};
    const char* why = NULL;
    const pid_t watcher = tare_watch_lock_holder();
    if (watcher > 0)
        (void)tare_detached_end(watcher, &follower);
    TareSession* const session = tare_live_open(&why);
    const TareExit state = session ? tare_live_remove(session, use) : TARE_EXIT_DONE;
    tare_live_close(session);
    tare_chain_sweep(&use->paths, 0);
    return state;
}

TareExit tare_use_remove(const TareCommand* command)
{
    TareUse use;
    TareExit state = tare_use_begin(&use, command, TARE_USE_CHANGE);
    if (state == TARE_EXIT_DONE) {
        state = remove_running(&use); /* which needs the files */
        state = tare_cli_worse(state, tare_use_remove_files(&use));
    }
    tare_use_end(&use);
    return tare_cli_flush(command, state);
}
