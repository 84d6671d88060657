#include "pipewire/live/borrowed_sink.h"

#include "base/report.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/client.h"
#include "pipewire/live/remote.h"
#include "pipewire/live/route.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/sink_files.h"
#include "pipewire/live/takeover.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <stdlib.h>
#include <unistd.h>

enum { APPEAR_MS = 1000, TURN_MS = 10 };

static const TareSinkWish to_be_default = {.wants_default = true};
static const char target_key[] = "target.object";

static TareSinkResult fail(const TareSink* sink, const char* message)
{
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "%s", message);
    return TARE_SINK_FAILED;
}

/* The chain */

/** The sink that runs; one that PipeWire has just begun to start is waited for. */
static const TareSessionNode* find_node(TareSession* session, const TareSink* sink)
{
    const double deadline_ms = tare_session_now_ms() + APPEAR_MS;
    if (!tare_client_is_there(&sink->paths))
        return tare_session_chain_sink(session);
    while (!tare_session_chain_sink(session) && tare_session_now_ms() < deadline_ms)
        if (!tare_session_run(session, TURN_MS))
            return NULL;
    return tare_session_sync(session) ? tare_session_chain_sink(session) : NULL;
}

/** A flat chain by the trial file. The folder that this needs goes again if it was not there. */
static TareSinkResult start_chain(TareSession* session, TareSink* sink)
{
    TareRack rack;
    char error[512] = "";
    const bool has_folder = access(sink->paths.folder, F_OK) == 0;
    TareSinkResult result = tare_sink_make_rack(sink, tare_session_rate_hz(session), &rack);
    if (result == TARE_SINK_DONE)
        result = tare_sink_make_folder(sink, sink->paths.folder);
    if (result == TARE_SINK_DONE)
        result = tare_sink_files_write_chain(sink, &rack, sink->paths.trial);
    if (result == TARE_SINK_DONE && !tare_takeover_start(session, sink, error, sizeof error)) {
        tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "a sink cannot be started: %s", error);
        result = TARE_SINK_FAILED;
    }
    unlink(sink->paths.trial);
    if (!has_folder)
        (void)rmdir(sink->paths.folder);
    return result;
}

static void end_chain(const TareBorrowedSink* borrowed)
{
    char* const log = tare_remote_file(TARE_CLIENT_LOG_ENDING);
    (void)tare_client_end(&borrowed->paths, borrowed->process);
    if (log)
        unlink(log);
    free(log);
}

static TareSinkResult start_sink(TareBorrowedSink* borrowed, TareSession* session, TareSink* sink)
{
    const TareChainKind wanted = sink->choice.kind;
    sink->choice = tare_choice_none();
    sink->choice.kind = tare_chain_kind_is_plugin(wanted) ? wanted : TARE_CHAIN_LV2;
    if (!tare_plugins_have(&sink->plugins, sink->choice.kind))
        sink->choice.kind = sink->plugins.has_lv2 ? TARE_CHAIN_LV2 : TARE_CHAIN_LADSPA;
    if (!tare_plugins_have(&sink->plugins, sink->choice.kind))
        return TARE_SINK_NO_PLUGIN;
    TareSinkResult result = tare_route_choose(session, &sink->choice, &to_be_default);
    if (result == TARE_SINK_DONE)
        result = start_chain(session, sink);
    const TareSessionNode* const node =
        result == TARE_SINK_DONE ? tare_session_chain_sink(session) : NULL;
    if (!node)
        return result == TARE_SINK_DONE ? fail(sink, "the sink went away") : result;
    borrowed->process = tare_session_process(session, node);
    borrowed->node_id = node->id;
    borrowed->kind = sink->choice.kind;
    return TARE_SINK_DONE;
}

static TareSinkResult find_or_start(TareBorrowedSink* borrowed, TareSession* session,
                                    TareSink* sink)
{
    const TareSessionNode* const node = find_node(session, sink);
    if (!tare_session_is_alive(session))
        return fail(sink, "PipeWire went away");
    if (!node)
        return start_sink(borrowed, session, sink);
    borrowed->node_id = node->id;
    borrowed->kind = tare_chain_kind_find(node->kind);
    if (borrowed->kind < TARE_N_CHAIN_KINDS && tare_chain_kind_is_plugin(borrowed->kind))
        return TARE_SINK_DONE;
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                "a sink of kind %s cannot fade from one correction to the next, which would tell "
                "them apart; expected lv2 or ladspa, as 'tare use MODEL --kind lv2' makes it",
                node->kind);
    return TARE_SINK_FAILED;
}

/* Where sound goes */

static void remember_target(TareBorrowedSink* borrowed, const TareSession* session)
{
    const TareSessionNode* const stream = tare_session_chain_stream(session);
    const char* const target =
        stream ? tare_session_metadata(session, stream->id, target_key) : NULL;
    borrowed->stream_id = stream ? stream->id : TARE_SESSION_NO_ID;
    (void)tare_choice_set_text(borrowed->target_before, target ? target : "");
}

static TareSinkResult reroute(TareBorrowedSink* borrowed, TareSession* session, TareSink* sink)
{
    const TareSessionNode* const node = tare_session_chain_sink(session);
    if (tare_route_is_default(session) || (node && (node->is_smart || node->bears)))
        return TARE_SINK_DONE;
    remember_target(borrowed, session);
    TareSinkResult result = TARE_SINK_DONE;
    if (borrowed->process == 0) /* else it was chosen for the chain */
        result = tare_route_choose(session, &sink->choice, &to_be_default);
    borrowed->is_rerouted = result == TARE_SINK_DONE;
    return borrowed->is_rerouted ? tare_route_apply(session, sink, &to_be_default) : result;
}

/** In a session of its own: PipeWire 0.3 may tell one that is older nothing of metadata any more,
    once another client left too early. */
static void route_back(const TareBorrowedSink* borrowed)
{
    const char* const target = borrowed->target_before;
    TareSession* const session = tare_session_open();
    if (!session || !tare_session_sync(session)) {
        tare_session_close(session);
        return;
    }
    tare_route_restore(session, &borrowed->choice);
    if (borrowed->process == 0 && borrowed->stream_id != TARE_SESSION_NO_ID)
        (void)tare_session_set_metadata(session, borrowed->stream_id, target_key,
                                        target[0] != '\0' ? "Spa:String" : NULL,
                                        target[0] != '\0' ? target : NULL);
    (void)tare_session_sync(session);
    tare_session_close(session);
}

/** Whether the listener wants Tare to be the default sink, by what is written down. */
static bool is_chosen_as_default(const TareBorrowedSink* borrowed)
{
    TareChoice choice;
    return tare_chain_file_read(&choice, borrowed->paths.chain, NULL) == TARE_OK &&
           choice.is_default;
}

TareSinkResult tare_borrowed_sink_take(TareBorrowedSink* borrowed, TareSession* session,
                                       TareSink* sink)
{
    *borrowed = (TareBorrowedSink){.stream_id = TARE_SESSION_NO_ID};
    if (!tare_chain_paths_find(&borrowed->paths))
        return TARE_SINK_NO_MEMORY;
    TareSinkResult result = find_or_start(borrowed, session, sink);
    if (result == TARE_SINK_DONE)
        result = reroute(borrowed, session, sink);
    borrowed->choice = sink->choice;
    if (result != TARE_SINK_DONE)
        tare_borrowed_sink_return(borrowed, session, false);
    return result;
}

void tare_borrowed_sink_return(TareBorrowedSink* borrowed, TareSession* session, bool is_kept)
{
    const bool is_wanted = is_kept && is_chosen_as_default(borrowed);
    if (borrowed->is_rerouted && !is_wanted && tare_session_is_alive(session))
        route_back(borrowed);
    if (borrowed->process > 0 && !is_kept)
        end_chain(borrowed);
    tare_chain_paths_clear(&borrowed->paths);
}
