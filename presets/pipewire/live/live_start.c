#ifdef HAVE_PIPEWIRE

#include "pipewire/live/live_start.h"

#include "base/interrupt.h"
#include "cli/frame/cli.h"
#include "pipewire/live/chain.h"
#include "pipewire/live/detached.h"
#include "pipewire/live/remote.h"
#include "pipewire/live/use_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { START_MS = 5000, STEP_MS = 50 };

/** Waits for one more sink and stream than there were, and until both have told what they are. */
static bool wait_for_nodes(TareSession* session, pid_t process, unsigned n_sinks,
                           unsigned n_streams)
{
    const double deadline_ms = tare_session_now_ms() + START_MS;
    while (tare_session_n_chain_sinks(session) <= n_sinks ||
           tare_session_n_chain_streams(session) <= n_streams)
        if (tare_interrupt_came() || tare_detached_has_ended(process) ||
            tare_session_now_ms() > deadline_ms || !tare_session_run(session, STEP_MS))
            return false;
    return tare_session_sync(session);
}

/** Why a chain did not start. */
static void explain(const TareSession* session, const char* log, char* error, size_t size)
{
    if (log)
        tare_detached_last_error(log, error, size);
    if (tare_interrupt_came())
        snprintf(error, size, "interrupted");
    else if (!tare_session_is_alive(session))
        snprintf(error, size, "PipeWire went away");
    else if (error[0] == '\0')
        snprintf(error, size, "its sink did not appear");
}

/** Starts the trial file's chain; `error` receives why it failed. */
static bool start(TareSession* session, const TareUse* use, char* error, size_t size)
{
    char* const log = tare_remote_file(TARE_CHAIN_LOG_ENDING);
    const unsigned n_sinks = tare_session_n_chain_sinks(session);
    const unsigned n_streams = tare_session_n_chain_streams(session);
    const pid_t process = tare_chain_start(&use->paths, log);
    bool ok = process > 0;
    if (!ok)
        snprintf(error, size, "pipewire cannot be started: %s", strerror(errno));
    else if (!wait_for_nodes(session, process, n_sinks, n_streams)) {
        ok = false;
        explain(session, log, error, size);
        tare_chain_end(&use->paths, process);
    }
    free(log);
    return ok;
}

/** One kind: the trial file, the chain, and when that plays the chain's file. */
static TareExit try_kind(TareSession* session, TareUse* use, char* error, size_t size)
{
    TareRack rack;
    error[0] = '\0';
    TareExit state = tare_use_make_rack(use, tare_session_rate_hz(session), &rack);
    if (state != TARE_EXIT_DONE)
        return state;
    state = tare_use_write_chain(use, &rack, use->paths.trial);
    if (state == TARE_EXIT_DONE && !start(session, use, error, size))
        state = TARE_EXIT_UNUSED;
    unlink(use->paths.trial);
    if (state != TARE_EXIT_DONE)
        return state;
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    const pid_t process = sink ? tare_session_process(session, sink) : 0;
    state = tare_use_write_chain(use, &rack, use->paths.chain);
    if (state != TARE_EXIT_DONE)
        tare_chain_end(&use->paths, process); /* the old one stays, on the disk as in the ears */
    else if (!sink || !tare_live_end_others(session, use, sink->id)) {
        tare_cli_error(use->command, "the sink that ran before does not end");
        state = TARE_EXIT_UNUSED;
    }
    return state;
}

/** The kinds to try, the wished one first; returns how many. */
static unsigned list_kinds(const TareUse* use, const TareUseWish* wish, TareChainKind* kinds)
{
    unsigned n = 0;
    kinds[n++] = use->choice.kind;
    for (TareChainKind kind = TARE_CHAIN_LV2; !wish->is_kind_given && kind <= TARE_CHAIN_BUILTIN;
         ++kind)
        if (kind != use->choice.kind)
            kinds[n++] = kind;
    return n;
}

TareExit tare_live_start(TareSession* session, TareUse* use, const TareUseWish* wish)
{
    TareChainKind kinds[TARE_N_CHAIN_KINDS];
    const unsigned n = list_kinds(use, wish, kinds);
    char error[512];
    for (unsigned i = 0; i < n; ++i) {
        use->choice.kind = kinds[i];
        if (!tare_plugins_have(&use->plugins, kinds[i])) {
            if (i + 1 == n)
                return tare_use_no_plugin(use);
            continue;
        }
        const TareExit state = try_kind(session, use, error, sizeof error);
        if (error[0] == '\0') /* done, or said already and no other kind would help */
            return state;
        tare_cli_error(use->command, "the sink of kind %s cannot be started: %s",
                       tare_chain_kind_name(kinds[i]), error);
        if (!tare_session_is_alive(session) || tare_interrupt_came())
            break;
    }
    return TARE_EXIT_UNUSED;
}

bool tare_live_end_others(TareSession* session, const TareUse* use, uint32_t node_id)
{
    const TareSessionNode* sink = NULL;
    bool ok = true;
    while ((sink = tare_session_next_sink(session, sink)))
        if (tare_session_is_ours(sink) && sink->id != node_id)
            ok = tare_chain_end(&use->paths, tare_session_process(session, sink)) && ok;
    return tare_session_sync(session) && ok;
}

#endif
