#include "pipewire/chain/choice.h"
#include "pipewire/chain/rack.h"
#include "pipewire/chain/rack_sound.h"
#include "pipewire/live/inside.h"
#include "pipewire/live/live.h"
#include "pipewire/live/route.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <stdbool.h>
#include <stdio.h>

static TareChainKind kind_of(const TareSessionNode* sink)
{
    const TareChainKind kind = tare_chain_kind_find(sink->kind);
    return kind < TARE_N_CHAIN_KINDS ? kind : TARE_CHAIN_LV2;
}

/** Whether the sink has the controls that it has at one rate for these, or others that do the same.
 */
static bool plays_at(TareSession* session, const TareControls* controls, double rate_hz)
{
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    TareRack rack;
    if (!sink)
        return false;
    const TareControls playable = tare_rack_playable(kind_of(sink), controls);
    if (tare_rack_make(&rack, kind_of(sink), &playable, rate_hz) != TARE_RACK_DONE)
        return false;
    if (tare_session_has_rack(session, sink->id, &rack))
        return true;
    TareRack told = rack;
    return kind_of(sink) == TARE_CHAIN_BUILTIN &&
           tare_session_read_rack(session, sink->id, &told) &&
           tare_rack_sound_is_same(&told, &rack, rate_hz);
}

bool tare_live_plays(TareSession* session, const TareControls* controls)
{
    return plays_at(session, controls, tare_session_rate_hz(session));
}

void tare_live_look(TareSession* session, const TareChoice* choice, TareLiveState* state)
{
    *state = (TareLiveState){.rate_hz = TARE_USUAL_RATE_HZ};
    if (!session)
        return;
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    const TareControls nothing = tare_rack_flat();
    const TareControls flat = tare_choice_switched(choice, &nothing);
    const TareControls chosen = tare_choice_switched(choice, &choice->controls);
    state->rate_hz = tare_session_rate_hz(session);
    snprintf(state->version, sizeof state->version, "%s", tare_session_version(session));
    state->is_untold = tare_inside_is_untold(session, choice);
    if (!sink)
        return;
    state->has_sink = true;
    state->kind = kind_of(sink);
    state->is_smart = sink->is_smart;
    state->is_inside = sink->bears;
    state->is_let = tare_session_has_smart_filters(session);
    state->plays_choice = plays_at(session, &chosen, choice->rate_hz);
    state->plays_flat = tare_live_plays(session, &flat);
    state->is_default = tare_route_is_default(session);
    state->has_default_output = tare_route_default(session, &state->default_output);
    state->has_output = tare_route_output(session, &state->output);
}

size_t tare_live_outputs(TareSession* session, TareOutput* outputs, size_t max)
{
    TareOutput played_to;
    const bool has_output = tare_route_output(session, &played_to);
    const TareSessionNode* sink = NULL;
    size_t n = 0;
    while ((sink = tare_session_next_sink(session, sink))) {
        if (tare_session_node_is_ours(sink) || n++ >= max)
            continue;
        tare_session_output(session, sink, &outputs[n - 1]);
        outputs[n - 1].is_played_to = has_output && played_to.node_id == sink->id;
    }
    return n;
}
