#include "pipewire/live/takeover.h"

#include "base/interrupt.h"
#include "base/process.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/client.h"
#include "pipewire/live/remote.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/sink_files.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { START_MS = 5000, STEP_MS = 50, READ_BACK_MS = 1000 };

/** Waits for one more sink and stream than there were, and until both have told what they are. */
static bool wait_for_nodes(TareSession* session, pid_t process, unsigned n_sinks,
                           unsigned n_streams)
{
    const double deadline_ms = tare_session_now_ms() + START_MS;
    while (tare_session_n_chain_sinks(session) <= n_sinks ||
           tare_session_n_chain_streams(session) <= n_streams)
        if (tare_interrupt_came() || tare_process_has_ended(process) ||
            tare_session_now_ms() > deadline_ms || !tare_session_run(session, STEP_MS))
            return false;
    return tare_session_sync(session);
}

/** Why a chain did not start. */
static void explain(const TareSession* session, const char* log, char* error, size_t size)
{
    if (log)
        tare_client_last_error(log, error, size);
    if (tare_interrupt_came())
        snprintf(error, size, "interrupted");
    else if (!tare_session_is_alive(session))
        snprintf(error, size, "PipeWire went away");
    else if (error[0] == '\0')
        snprintf(error, size, "its sink did not appear");
}

/** Whether the new sink plays what it was given; a control that it tells otherwise is reported. */
static bool plays(TareSession* session, const TareRack* rack, char* error, size_t size)
{
    const double deadline_ms = tare_session_now_ms() + READ_BACK_MS;
    const TareSessionNode* sink = NULL;
    while ((sink = tare_session_chain_sink(session)) &&
           !tare_session_has_rack(session, sink->id, rack))
        if (tare_session_now_ms() > deadline_ms || !tare_session_run(session, STEP_MS)) {
            tare_session_tell_difference(session, sink->id, rack, error, size);
            return false;
        }
    return true;
}

bool tare_takeover_start(TareSession* session, const TareSink* sink, char* error, size_t size)
{
    char* const log = tare_remote_file(TARE_CLIENT_LOG_ENDING);
    const unsigned n_sinks = tare_session_n_chain_sinks(session);
    const unsigned n_streams = tare_session_n_chain_streams(session);
    const pid_t process = tare_client_start(sink->paths.trial, sink->plugins.lv2_path, log);
    bool ok = process > 0;
    if (!ok)
        snprintf(error, size, "pipewire cannot be started: %s", strerror(errno));
    else if (!wait_for_nodes(session, process, n_sinks, n_streams)) {
        ok = false;
        explain(session, log, error, size);
        tare_client_end(&sink->paths, process);
    }
    free(log);
    return ok;
}

/** One kind: the trial file, the chain, and when that plays the chain's file. */
static TareSinkResult try_kind(TareSession* session, TareSink* sink, char* error, size_t size)
{
    TareRack rack;
    error[0] = '\0';
    TareSinkResult result = tare_sink_make_rack(sink, tare_session_rate_hz(session), &rack);
    if (result != TARE_SINK_DONE)
        return result;
    result = tare_sink_files_write_chain(sink, &rack, sink->paths.trial);
    if (result == TARE_SINK_DONE && !tare_takeover_start(session, sink, error, size))
        result = TARE_SINK_FAILED;
    unlink(sink->paths.trial);
    if (result != TARE_SINK_DONE)
        return result;
    const TareSessionNode* const node = tare_session_chain_sink(session);
    const pid_t process = node ? tare_session_process(session, node) : 0;
    if (!plays(session, &rack, error, size)) {
        tare_client_end(&sink->paths, process);
        return TARE_SINK_FAILED;
    }
    result = tare_sink_files_write_chain(sink, &rack, sink->paths.chain);
    if (result != TARE_SINK_DONE)
        tare_client_end(&sink->paths, process); /* the old one stays, on the disk as in the ears */
    else if (!node || !tare_takeover_end_others(session, &sink->paths, node->id)) {
        tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                    "the sink that ran before does not end");
        result = TARE_SINK_FAILED;
    }
    return result;
}

/** The kinds to try, the wished one first; returns how many. */
static unsigned list_kinds(const TareSink* sink, const TareSinkWish* wish, TareChainKind* kinds)
{
    unsigned n = 0;
    kinds[n++] = sink->choice.kind;
    for (TareChainKind kind = TARE_CHAIN_LV2; !wish->is_kind_given && kind <= TARE_CHAIN_BUILTIN;
         ++kind)
        if (kind != sink->choice.kind)
            kinds[n++] = kind;
    return n;
}

TareSinkResult tare_takeover(TareSession* session, TareSink* sink, const TareSinkWish* wish)
{
    TareChainKind kinds[TARE_N_CHAIN_KINDS];
    const unsigned n = list_kinds(sink, wish, kinds);
    char error[512];
    for (unsigned i = 0; i < n; ++i) {
        sink->choice.kind = kinds[i];
        if (!tare_plugins_have(&sink->plugins, kinds[i])) {
            if (i + 1 == n)
                return TARE_SINK_NO_PLUGIN;
            continue;
        }
        const TareSinkResult result = try_kind(session, sink, error, sizeof error);
        if (error[0] == '\0') /* done, or no other kind would help */
            return result;
        tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                    "the sink of kind %s cannot be started: %s", tare_chain_kind_name(kinds[i]),
                    error);
        if (!tare_session_is_alive(session) || tare_interrupt_came())
            break;
    }
    return TARE_SINK_FAILED;
}

bool tare_takeover_end_others(TareSession* session, const TareChainPaths* paths, uint32_t node_id)
{
    const TareSessionNode* node = NULL;
    bool ok = true;
    while ((node = tare_session_next_sink(session, node)))
        if (tare_session_node_is_ours(node) && node->id != node_id)
            ok = tare_client_end(paths, tare_session_process(session, node)) && ok;
    return tare_session_sync(session) && ok;
}
