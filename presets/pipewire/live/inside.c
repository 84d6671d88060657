#include "pipewire/live/inside.h"

#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/graph.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_files.h"
#include "pipewire/live/takeover.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <stdlib.h>
#include <string.h>

enum { ANSWER_MS = 1000, UNTOLD_MS = 200, AMISS_MS = 100, TURN_MS = 5 };

const TareSessionNode* tare_inside_target(const TareSession* session, const TareChoice* choice)
{
    const TareSessionNode* node = NULL;
    while ((node = tare_session_next_sink(session, node)) &&
           (tare_session_node_is_ours(node) || strcmp(node->name, choice->target) != 0))
        ;
    return node;
}

bool tare_inside_is_untold(const TareSession* session, const TareChoice* choice)
{
    const TareSessionNode* const node =
        choice->is_inside ? tare_inside_target(session, choice) : NULL;
    return node && !node->bears && !node->is_running;
}

/** Sends the correction to the choice's output. */
static bool send(TareSession* session, const TareChoice* choice, TareRack* rack)
{
    const TareControls controls = tare_choice_switched(choice, &choice->controls);
    const TareSessionNode* const node = tare_inside_target(session, choice);
    if (!node || tare_rack_make(rack, TARE_CHAIN_LV2, &controls, tare_session_rate_hz(session)) !=
                     TARE_RACK_DONE)
        return false;
    char* const graph = tare_graph_inside(rack);
    const bool is_sent = graph && tare_session_set_graph(session, node->id, graph);
    free(graph);
    return is_sent;
}

/** Whether the output comes to tell the values that it was sent: within a second when something
    plays there, else perhaps later. */
static bool takes(TareSession* session, const TareChoice* choice, const TareRack* rack)
{
    const TareSessionNode* node = NULL;
    const double begin_ms = tare_session_now_ms();
    double passed_ms = 0.0;
    while ((node = tare_inside_target(session, choice)) && passed_ms < ANSWER_MS) {
        if (tare_session_has_rack(session, node->id, rack) ||
            (passed_ms >= UNTOLD_MS && tare_inside_is_untold(session, choice)))
            return true;
        if (!tare_session_run(session, TURN_MS))
            return false;
        passed_ms = tare_session_now_ms() - begin_ms;
    }
    return false;
}

/** An output that bears something, but one; NULL when there is none. */
static const TareSessionNode* find_bearer(const TareSession* session, uint32_t but_id)
{
    const TareSessionNode* node = NULL;
    while ((node = tare_session_next_sink(session, node)) && (!node->bears || node->id == but_id))
        ;
    return node;
}

bool tare_inside_take_out(TareSession* session, uint32_t but_id)
{
    const double deadline_ms = tare_session_now_ms() + ANSWER_MS;
    const TareSessionNode* node = NULL;
    if (!tare_session_is_at_least(session, TARE_INSIDE_FIRST_VERSION))
        return true;
    while ((node = tare_session_next_sink(session, node)))
        if (!tare_session_node_is_ours(node) && node->id != but_id)
            (void)tare_session_set_graph(session, node->id, "");
    while ((node = find_bearer(session, but_id))) {
        const uint32_t node_id = node->id;
        if (!tare_session_set_graph(session, node_id, "") || tare_session_now_ms() > deadline_ms)
            return false;
        tare_session_ask_graph(session, node_id);
        if (!tare_session_sync(session))
            return false;
    }
    return true;
}

static TareSinkResult fail(const TareSink* sink, const char* message)
{
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0, "%s", message);
    return TARE_SINK_FAILED;
}

TareSinkResult tare_inside_start(TareSession* session, TareSink* sink)
{
    TareRack rack;
    const TareSessionNode* const node = tare_inside_target(session, &sink->choice);
    if (!node)
        return TARE_SINK_NO_OUTPUT;
    if (!tare_plugins_have(&sink->plugins, TARE_CHAIN_LV2))
        return TARE_SINK_NO_PLUGIN;
    const uint32_t node_id = node->id;
    TareSinkResult result = TARE_SINK_DONE;
    if (!send(session, &sink->choice, &rack) || !takes(session, &sink->choice, &rack))
        result = fail(sink, "the output does not take the correction into its node; PipeWire finds "
                            "no plugin, or the output passes sound on as it is");
    else
        result = tare_sink_files_write_chain(sink, &rack, sink->paths.chain);
    if (result != TARE_SINK_DONE) {
        (void)tare_session_set_graph(session, node_id, "");
        (void)tare_session_sync(session);
        return result;
    }
    const bool has_ended = tare_takeover_end_others(session, &sink->paths, TARE_SESSION_NO_ID);
    return tare_inside_take_out(session, node_id) && has_ended
               ? TARE_SINK_DONE
               : fail(sink, "what corrected before does not end");
}

/** An output that comes has the correction at once. One that is there when the watcher begins may
   have been given it already: PipeWire 1.6.9 can lose both where it is given twice just when
   something begins to play. So whoever then plays without it is given it a little later. */
static bool must_send(const TareSessionNode* node, TareInsideWatch* watch)
{
    const double now_ms = tare_session_now_ms();
    const bool is_new = node->id != watch->node_id && (watch->has_begun || node->is_running);
    const bool is_amiss = !node->bears && node->is_running && !is_new;
    watch->node_id = node->id;
    if (!is_amiss || now_ms - watch->quiet_ms >= AMISS_MS) {
        watch->quiet_ms = now_ms;
        return is_amiss || (is_new && !node->bears);
    }
    return false;
}

bool tare_inside_keep(TareSession* session, const char* chain_file, TareInsideWatch* watch,
                      int* patience_ms)
{
    TareChoice choice;
    TareRack rack;
    *patience_ms = -1;
    if (tare_chain_file_read(&choice, chain_file, NULL) != TARE_OK || !choice.is_inside)
        return false;
    const TareSessionNode* const node = tare_inside_target(session, &choice);
    if (!node)
        watch->node_id = TARE_SESSION_NO_ID;
    else if (must_send(node, watch))
        (void)send(session, &choice, &rack);
    if (node && node->is_running && !node->bears)
        *patience_ms = AMISS_MS;
    watch->has_begun = true;
    return true;
}
