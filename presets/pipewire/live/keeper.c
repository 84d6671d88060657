#include "pipewire/live/keeper.h"

#include "base/process.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/live/client.h"
#include "pipewire/live/live.h"
#include "pipewire/live/remote.h"
#include "pipewire/live/sink.h"
#include "pipewire/session/session.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PAUSE_MS 5000.0
#define MAX_PAUSE_MS 300000.0

void tare_keeper_begin(TareKeeper* keeper, TareSession* session, const TareChainPaths* paths,
                       const TareReporter* reporter)
{
    *keeper = (TareKeeper){.session = session,
                           .paths = paths,
                           .reporter = reporter,
                           .pause_ms = PAUSE_MS,
                           .next_ms = tare_session_now_ms() + PAUSE_MS};
}

/** Of the chains that there may be, only the one with the sink is of use. */
static void see(TareKeeper* keeper, const TareSessionNode* sink)
{
    if (!keeper->has_begun) {
        tare_live_sweep(keeper->session, keeper->paths);
        keeper->next_ms = tare_session_now_ms();
    }
    keeper->process = tare_session_process(keeper->session, sink);
    keeper->has_begun = keeper->had_sink = true;
}

/** Starts the chain by its file, as PipeWire does with each session. */
static void start(TareKeeper* keeper, const TareSink* sink)
{
    char* const log = tare_remote_file(TARE_CLIENT_LOG_ENDING);
    tare_client_end_all(keeper->paths); /* one that lost its sink is of no use */
    const pid_t process = tare_client_start(sink->paths.chain, sink->start.lv2_path, log);
    if (process > 0)
        tare_report(keeper->reporter, TARE_NOTE, NULL, 0, 0, "the sink had ended; it starts anew");
    else
        tare_report(keeper->reporter, TARE_ERROR, NULL, 0, 0, "pipewire cannot be started: %s",
                    strerror(errno));
    free(log);
}

/** Another program may have been about to start one: it has the lock, and then there is a sink. */
static void start_if_gone(TareKeeper* keeper)
{
    TareSink sink;
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_CHANGE, keeper->reporter);
    if (result == TARE_SINK_DONE && sink.has_choice && tare_session_sync(keeper->session) &&
        !tare_session_chain_sink(keeper->session))
        start(keeper, &sink);
    tare_sink_close(&sink);
}

int tare_keeper_run(TareKeeper* keeper)
{
    int patience_ms = -1;
    tare_process_reap();
    if (tare_inside_keep(keeper->session, keeper->paths->chain, &keeper->inside, &patience_ms)) {
        keeper->had_sink = tare_session_bearer(keeper->session) != NULL;
        return patience_ms;
    }
    const TareSessionNode* const sink = tare_session_chain_sink(keeper->session);
    if (sink) {
        see(keeper, sink);
        return -1;
    }
    const double left_ms = keeper->next_ms - tare_session_now_ms();
    if (left_ms > 0.0)
        return (int)ceil(left_ms);
    keeper->pause_ms = keeper->had_sink ? PAUSE_MS : fmin(2.0 * keeper->pause_ms, MAX_PAUSE_MS);
    keeper->had_sink = false;
    keeper->has_begun = true;
    start_if_gone(keeper);
    keeper->next_ms = tare_session_now_ms() + keeper->pause_ms;
    return (int)keeper->pause_ms;
}

void tare_keeper_end(TareKeeper* keeper)
{
    if (keeper->process > 0)
        (void)tare_client_end(keeper->paths, keeper->process);
}
