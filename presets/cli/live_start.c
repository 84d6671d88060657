#ifdef HAVE_PIPEWIRE

#include "cli/live_start.h"

#include "cli/chain.h"
#include "cli/cli.h"
#include "cli/detached.h"
#include "cli/use_files.h"
#include "text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { START_MS = 5000, STEP_MS = 50, MAX_ENDED = 8 };

/** Where a chain that is started now writes what it has to say; NULL where there is no such folder.
    To be freed. */
static char* log_path(void)
{
    const char* const folder = getenv("XDG_RUNTIME_DIR");
    TareText path = {0};
    if (folder && folder[0] == '/')
        tare_text_format(&path, "%s/tare.log", folder);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

/** Waits for one more sink, and stream, than there were. */
static bool wait_for_nodes(TareSession* session, pid_t process, unsigned n_sinks)
{
    const double deadline_ms = tare_session_now_ms() + START_MS;
    while (tare_session_n_nodes(session, TARE_SINK_NAME) <= n_sinks ||
           tare_session_n_nodes(session, TARE_OUTPUT_NAME) <= n_sinks)
        if (tare_detached_has_ended(process) || tare_session_now_ms() > deadline_ms ||
            !tare_session_run(session, STEP_MS))
            return false;
    return tare_session_sync(session);
}

/** Starts the trial file's chain; `error` receives why it failed. */
static bool start(TareSession* session, const TareUse* use, char* error, size_t size)
{
    char* const log = log_path();
    const unsigned n_sinks = tare_session_n_nodes(session, TARE_SINK_NAME);
    const pid_t process = tare_chain_start(use->paths.trial, log);
    bool ok = process > 0;
    if (!ok)
        snprintf(error, size, "pipewire cannot be started: %s", strerror(errno));
    else if (!wait_for_nodes(session, process, n_sinks)) {
        ok = false;
        if (log)
            tare_detached_last_error(log, error, size);
        if (error[0] == '\0')
            snprintf(error, size, "%s",
                     tare_session_is_alive(session) ? "its sink did not appear"
                                                    : "PipeWire went away");
        tare_chain_end(process);
    }
    free(log);
    return ok;
}

/** One kind: the trial file, the chain. */
static TareExit try_kind(TareSession* session, const TareUse* use, char* error, size_t size)
{
    TareRack rack;
    error[0] = '\0';
    TareExit state = tare_use_make_rack(use, tare_session_rate_hz(session), &rack);
    if (state == TARE_EXIT_DONE)
        state = tare_use_write_chain(use, &rack, use->paths.trial);
    if (state == TARE_EXIT_DONE && !start(session, use, error, size)) {
        unlink(use->paths.trial);
        state = TARE_EXIT_UNUSED;
    }
    return state;
}

static TareExit put_in_place(TareSession* session, const TareUse* use)
{
    const TareSessionNode* const sink = tare_session_node(session, TARE_SINK_NAME);
    if (rename(use->paths.trial, use->paths.chain) != 0) {
        tare_cli_error(use->command, "%s: cannot be replaced: %s", use->paths.chain,
                       strerror(errno));
        unlink(use->paths.trial);
        return TARE_EXIT_UNUSED;
    }
    if (sink && tare_live_end_others(session, sink->id))
        return TARE_EXIT_DONE;
    tare_cli_error(use->command, "the sink that ran before does not end; 'tare status' shows it");
    return TARE_EXIT_UNUSED;
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
        if (state == TARE_EXIT_DONE)
            return put_in_place(session, use);
        if (error[0] == '\0') /* said already, and no other kind would help */
            return state;
        tare_cli_error(use->command, "the sink of kind %s cannot be started: %s",
                       tare_chain_kind_name(kinds[i]), error);
        if (!tare_session_is_alive(session))
            break;
    }
    return TARE_EXIT_UNUSED;
}

bool tare_live_end_others(TareSession* session, uint32_t node_id)
{
    const TareSessionNode* sink = NULL;
    bool ok = true;
    while ((sink = tare_session_next_sink(session, sink)))
        if (strcmp(sink->name, TARE_SINK_NAME) == 0 && sink->id != node_id)
            ok = tare_chain_end(tare_session_process(session, sink)) && ok;
    return tare_session_sync(session) && ok;
}

#endif
