#include "pipewire/live/control.h"

#include "pipewire/chain/rack.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

enum { SET_TRIES = 3, ARRIVAL_MS = 2000, CONFIRM_MS = 400, TURN_MS = 10 };

bool tare_live_read_controls(TareSession* session, TareControls* controls)
{
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    const TareChainKind kind = sink ? tare_chain_kind_find(sink->kind) : TARE_N_CHAIN_KINDS;
    const TareControls flat = tare_rack_flat();
    TareRack rack;
    if (kind == TARE_N_CHAIN_KINDS || !tare_chain_kind_is_plugin(kind) ||
        tare_rack_make(&rack, kind, &flat, tare_session_rate_hz(session)) != TARE_RACK_DONE ||
        !tare_session_read_rack(session, sink->id, &rack))
        return false;
    *controls = tare_rack_controls(&rack);
    return true;
}

/** Whether a node tells of a rack once what was sent has arrived there; what it tells before may be
    older. Who has much else to do gets his time. */
static bool is_taken(TareSession* session, uint32_t node_id, const TareRack* rack)
{
    const double begin_ms = tare_session_now_ms();
    const int question = tare_session_ask(session);
    for (double passed_ms = 0.0;; passed_ms = tare_session_now_ms() - begin_ms) {
        const bool has_arrived = tare_session_has_answered(session, question);
        if (has_arrived && tare_session_has_rack(session, node_id, rack))
            return true;
        if (passed_ms >= (has_arrived ? CONFIRM_MS : ARRIVAL_MS) ||
            !tare_session_run(session, TURN_MS))
            return false;
    }
}

/** A message that gets lost is sent again. It is sent even where the node tells of the rack
   already: another one may be on its way. */
static bool set_rack(TareSession* session, uint32_t node_id, const TareRack* rack)
{
    for (unsigned i = 0; i < SET_TRIES; ++i) {
        if (!tare_session_set_rack(session, node_id, rack))
            return false;
        if (is_taken(session, node_id, rack))
            return true;
    }
    return false;
}

/** The rack of the running sink for controls; NULL, or the sink. */
static const TareSessionNode* make_rack(TareSession* session, const TareControls* controls,
                                        TareRack* rack)
{
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    const TareChainKind kind = sink ? tare_chain_kind_find(sink->kind) : TARE_N_CHAIN_KINDS;
    if (kind == TARE_N_CHAIN_KINDS || !tare_chain_kind_is_live(kind))
        return NULL;
    const TareControls playable = tare_rack_playable(kind, controls);
    return tare_rack_make(rack, kind, &playable, tare_session_rate_hz(session)) == TARE_RACK_DONE
               ? sink
               : NULL;
}

bool tare_live_set_controls(TareSession* session, const TareControls* controls)
{
    TareRack rack;
    const TareSessionNode* const sink = make_rack(session, controls, &rack);
    if (!sink)
        return false;
    return set_rack(session, sink->id, &rack);
}

bool tare_live_send_controls(TareSession* session, const TareControls* controls)
{
    TareRack rack;
    const TareSessionNode* const sink = make_rack(session, controls, &rack);
    return sink && tare_session_set_rack(session, sink->id, &rack);
}
