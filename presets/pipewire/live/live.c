#ifdef HAVE_PIPEWIRE

#include "pipewire/live/live.h"

#include "cli/frame/cli.h"
#include "pipewire/live/chain.h"
#include "pipewire/live/live_route.h"
#include "pipewire/live/live_start.h"
#include "pipewire/live/use_files.h"

#include <errno.h>
#include <stdio.h>

enum { SET_TRIES = 3, SET_TURNS = 40, TURN_MS = 10, APPEAR_MS = 1000 };

/* PipeWire has param_eq since then. */
static const char first_param_eq[] = "1.4";

TareSession* tare_live_open(const char** why)
{
    TareSession* const session = tare_session_open();
    if (session && tare_session_sync(session))
        return session;
    const int error = session ? 0 : errno;
    tare_session_close(session);
    if (error == ENOMEM)
        *why = "not enough memory";
    else if (error == 0)
        *why = "PipeWire does not answer; restart it with 'systemctl --user restart pipewire'";
    else
        *why = "PipeWire is not running; start it with 'systemctl --user start pipewire', or "
               "'pipewire &' where there is no systemd";
    return NULL;
}

void tare_live_close(TareSession* session)
{
    tare_session_close(session);
}

/** Whether a version "1.4.2" is another one or later. */
static bool is_at_least(const char* version, const char* other)
{
    int major = 0, minor = 0, other_major = 0, other_minor = 0;
    if (sscanf(version, "%d.%d", &major, &minor) != 2 ||
        sscanf(other, "%d.%d", &other_major, &other_minor) != 2)
        return false;
    return major != other_major ? major > other_major : minor >= other_minor;
}

/** Sets the controls and waits until the sink has them: a message that gets lost is sent again. */
static bool set_rack(TareSession* session, uint32_t node_id, const TareRack* rack)
{
    for (unsigned i = 0; i < SET_TRIES; ++i) {
        if (!tare_session_set_rack(session, node_id, rack))
            return false;
        for (unsigned k = 0; k < SET_TURNS; ++k) {
            if (!tare_session_run(session, TURN_MS))
                return false;
            if (tare_session_has_rack(session, node_id, rack))
                return true;
        }
    }
    return false;
}

/** Changes the sink that runs; the file first, so that a full disk changes nothing at all. */
static TareExit change(TareSession* session, TareUse* use, uint32_t node_id)
{
    TareRack rack;
    TareExit state = tare_use_make_rack(use, tare_session_rate_hz(session), &rack);
    if (state == TARE_EXIT_DONE)
        state = tare_use_write_chain(use, &rack, use->paths.chain);
    if (state != TARE_EXIT_DONE)
        return state;
    if (!tare_plugins_have(&use->plugins, use->choice.kind))
        tare_cli_note(use->command,
                      "the plugin that plays is no longer there for the next session; "
                      "install it again, or choose another --kind");
    if (tare_session_has_rack(session, node_id, &rack) || set_rack(session, node_id, &rack))
        return state;
    tare_cli_error(use->command, "%s",
                   tare_session_is_alive(session)
                       ? "the sink Tare does not take the correction"
                       : "PipeWire went away; the correction is written and plays when it is back");
    return TARE_EXIT_UNUSED;
}

/** Whether the running sink can be given the choice. Where no kind was asked for, it says which
    kind is meant. */
static bool can_change(const TareSessionNode* sink, TareUse* use, const TareUseWish* wish)
{
    if (!sink)
        return false;
    const TareChainKind running = tare_chain_kind_find(sink->kind);
    if (!wish->is_kind_given && running < TARE_N_CHAIN_KINDS)
        use->choice.kind = running;
    return running == use->choice.kind && tare_chain_kind_is_live(running);
}

static bool has_kind(TareSession* session, const TareUse* use)
{
    if (use->choice.kind != TARE_CHAIN_PARAM_EQ ||
        is_at_least(tare_session_version(session), first_param_eq))
        return true;
    tare_cli_error(use->command, "kind param_eq needs PipeWire %s or later; this is %s",
                   first_param_eq, tare_session_version(session));
    return false;
}

/** Our sink. When PipeWire itself has just begun to start it, it is waited for, so that there will
    not be two; a chain that nothing comes of ends. */
static const TareSessionNode* find_sink(TareSession* session, const TareUse* use)
{
    const TareSessionNode* sink = tare_session_chain_sink(session);
    if (sink || !tare_chain_is_there(&use->paths))
        return sink;
    const double deadline_ms = tare_session_now_ms() + APPEAR_MS;
    while (!tare_session_chain_sink(session) && tare_session_now_ms() < deadline_ms)
        if (!tare_session_run(session, TURN_MS))
            return NULL;
    if (!tare_session_chain_sink(session))
        tare_chain_sweep(&use->paths, 0);
    return tare_session_sync(session) ? tare_session_chain_sink(session) : NULL;
}

static TareExit change_or_start(TareSession* session, TareUse* use, const TareUseWish* wish)
{
    const TareSessionNode* const sink = find_sink(session, use);
    if (can_change(sink, use, wish))
        return change(session, use, sink->id);
    if (!has_kind(session, use))
        return TARE_EXIT_UNUSED;
    if (sink && use->choice.kind == TARE_CHAIN_PARAM_EQ)
        tare_cli_note(use->command, "kind param_eq cannot be changed while it plays; the sink is "
                                    "started anew");
    return tare_live_start(session, use, wish);
}

TareExit tare_live_apply(TareSession* session, TareUse* use, const TareUseWish* wish)
{
    TareExit state = tare_live_choose_target(session, use, wish);
    if (state == TARE_EXIT_DONE)
        state = change_or_start(session, use, wish);
    if (state == TARE_EXIT_DONE)
        state = tare_use_write_start(use, TARE_WATCHER_AS_BEFORE);
    if (state == TARE_EXIT_DONE)
        state = tare_live_route(session, use, wish);
    if (state == TARE_EXIT_DONE) {
        const TareSessionNode* const sink = tare_session_chain_sink(session);
        tare_chain_sweep(&use->paths, sink ? tare_session_process(session, sink) : 0);
        tare_live_tell(session, use, wish);
    }
    return state;
}

#endif
