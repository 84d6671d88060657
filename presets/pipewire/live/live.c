#include "pipewire/live/live.h"

#include "base/report.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/client.h"
#include "pipewire/live/glide.h"
#include "pipewire/live/inside.h"
#include "pipewire/live/route.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/sink_files.h"
#include "pipewire/live/takeover.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <string.h>

enum { TURN_MS = 10, APPEAR_MS = 5000 };

/* PipeWire has param_eq since then. */
static const char first_param_eq[] = "1.4";

static TareSinkResult fail(const TareSink* sink, const char* message)
{
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "%s", message);
    return TARE_SINK_FAILED;
}

/** Changes the sink that runs; the file first, so that a full disk changes nothing at all. */
static TareSinkResult change(TareSession* session, TareSink* sink, TareLiveApplied* applied)
{
    TareRack rack;
    TareSinkResult result = tare_sink_make_rack(sink, tare_session_rate_hz(session), &rack);
    if (result == TARE_SINK_DONE)
        result = tare_sink_files_write_chain(sink, &rack, sink->paths.chain);
    if (result != TARE_SINK_DONE)
        return result;
    applied->plugin_is_gone = !tare_plugins_have(&sink->plugins, sink->choice.kind);
    const TareControls to = tare_choice_switched(&sink->choice, &sink->choice.controls);
    if (tare_glide_from_heard(session, &to))
        return result;
    if (!tare_session_is_alive(session))
        return fail(sink, "PipeWire went away; the correction is written");
    char words[256] = "";
    const TareSessionNode* const node = tare_session_chain_sink(session);
    if (node)
        tare_session_tell_difference(session, node->id, &rack, words, sizeof words);
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                "the sink Tare does not take the correction%s%s", words[0] ? ": " : "", words);
    return TARE_SINK_FAILED;
}

/** Whether the running sink can be given the choice. Where no kind was asked for, it says which
    kind is meant. */
static bool can_change(const TareSessionNode* node, TareSink* sink, const TareSinkWish* wish)
{
    if (!node)
        return false;
    const TareChainKind running = tare_chain_kind_find(node->kind);
    if (!wish->is_kind_given && running < TARE_N_CHAIN_KINDS)
        sink->choice.kind = running;
    return running == sink->choice.kind && node->is_smart == sink->choice.is_smart &&
           node->bears == sink->choice.is_inside &&
           (!node->bears || strcmp(node->name, sink->choice.target) == 0) &&
           tare_chain_kind_is_live(running);
}

static bool has_kind(TareSession* session, const TareSink* sink)
{
    if (sink->choice.kind != TARE_CHAIN_PARAM_EQ ||
        tare_session_is_at_least(session, first_param_eq))
        return true;
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                "kind param_eq needs PipeWire %s or later; this is %s", first_param_eq,
                tare_session_version(session));
    return false;
}

static bool can_be_smart(const TareSession* session, const TareSink* sink)
{
    if (!sink->choice.is_smart || tare_session_has_smart_filters(session))
        return true;
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                "a smart sink needs WirePlumber 0.5 or later, which this session does not have");
    return false;
}

static bool can_be_inside(const TareSession* session, TareSink* sink, const TareSinkWish* wish)
{
    const TareChainKind kind = sink->choice.kind;
    if (!sink->choice.is_inside)
        return true;
    if (!tare_session_is_at_least(session, TARE_INSIDE_FIRST_VERSION))
        tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                    "a correction in an output's own node needs PipeWire %s or later; this is %s",
                    TARE_INSIDE_FIRST_VERSION, tare_session_version(session));
    else if (wish->is_kind_given && kind != TARE_CHAIN_LV2)
        tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                    "kind %s does not play in an output's own node; expected lv2",
                    tare_chain_kind_name(kind));
    else {
        sink->choice.kind = TARE_CHAIN_LV2;
        return true;
    }
    return false;
}

/** The node of our sink. When PipeWire itself has just begun to start it, it is waited for, so that
    there will not be two; a chain that nothing comes of ends. */
static const TareSessionNode* find_node(TareSession* session, const TareSink* sink)
{
    const TareSessionNode* const node = tare_session_chain_sink(session);
    if (node || !tare_client_is_there(&sink->paths))
        return node;
    const double deadline_ms = tare_session_now_ms() + APPEAR_MS;
    while (!tare_session_chain_sink(session) && tare_client_is_there(&sink->paths) &&
           tare_session_now_ms() < deadline_ms)
        if (!tare_session_run(session, TURN_MS))
            return NULL;
    if (!tare_session_chain_sink(session))
        tare_client_sweep(&sink->paths, 0);
    return tare_session_sync(session) ? tare_session_chain_sink(session) : NULL;
}

static TareSinkResult change_or_start(TareSession* session, TareSink* sink,
                                      const TareSinkWish* wish, TareLiveApplied* applied)
{
    const TareSessionNode* const node = find_node(session, sink);
    if (can_change(node, sink, wish))
        return change(session, sink, applied);
    if (!can_be_inside(session, sink, wish))
        return TARE_SINK_FAILED;
    if (sink->choice.is_inside)
        return tare_inside_start(session, sink);
    if (!has_kind(session, sink) || !can_be_smart(session, sink))
        return TARE_SINK_FAILED;
    if (node && sink->choice.kind == TARE_CHAIN_PARAM_EQ)
        tare_report(sink->reporter, TARE_NOTE, NULL, 0, 0,
                    "kind param_eq cannot be changed while it plays; the sink is started anew");
    const TareSinkResult result = tare_takeover(session, sink, wish);
    if (result == TARE_SINK_DONE && !tare_inside_take_out(session, TARE_SESSION_NO_ID))
        return fail(sink, "an output keeps its correction beside the sink");
    return result;
}

void tare_live_sweep(const TareSession* session, const TareChainPaths* paths)
{
    const TareSessionNode* const node = tare_session_chain_sink(session);
    tare_client_sweep(paths, node ? tare_session_process(session, node) : 0);
}

TareSinkResult tare_live_apply(TareSession* session, TareSink* sink, const TareSinkWish* wish,
                               TareLiveApplied* applied)
{
    *applied = (TareLiveApplied){.presence = TARE_LIVE_THERE};
    TareSinkResult result = tare_route_choose(session, &sink->choice, wish);
    if (result == TARE_SINK_DONE)
        result = change_or_start(session, sink, wish, applied);
    if (result == TARE_SINK_DONE)
        result = tare_sink_files_write_start(sink, sink->choice.is_inside);
    if (result == TARE_SINK_DONE)
        result = tare_route_apply(session, sink, wish);
    if (result == TARE_SINK_DONE) {
        tare_live_sweep(session, &sink->paths);
        applied->rate_hz = tare_session_rate_hz(session);
        applied->is_smart = sink->choice.is_smart;
        applied->is_inside = sink->choice.is_inside;
        applied->is_default = tare_route_is_default(session);
        applied->has_default_output = tare_route_default(session, &applied->default_output);
        applied->has_output = tare_route_output(session, &applied->output);
    }
    return result;
}

TareSinkResult tare_live_remove(TareSession* session, const TareSink* sink)
{
    tare_route_restore(session, &sink->choice);
    const bool is_out = tare_inside_take_out(session, TARE_SESSION_NO_ID);
    if (tare_takeover_end_others(session, &sink->paths, TARE_SESSION_NO_ID) && is_out)
        return TARE_SINK_DONE;
    return fail(sink, "the sink Tare does not end; it goes when PipeWire is restarted");
}
