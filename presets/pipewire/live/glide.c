#include "pipewire/live/glide.h"

#include "base/interrupt.h"
#include "controls.h"
#include "pipewire/chain/chain_kind.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/live.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <stdbool.h>

enum { STEP_MS = 40, N_STEPS = TARE_GLIDE_MS / STEP_MS };

/** PipeWire's own filters would be fitted anew for each step: only the level glides there. */
static TareControls level_between(const double loudness_db[2], double share)
{
    TareControls level = tare_rack_flat();
    level.is_preamp_manual = true;
    level.set.preamp_db = loudness_db[0] + share * (loudness_db[1] - loudness_db[0]);
    return level;
}

/** Lets PipeWire talk until a moment; false when there is nothing to wait for any more. */
static bool wait_until(TareSession* session, double moment_ms)
{
    double left_ms = 0.0;
    while ((left_ms = moment_ms - tare_session_now_ms()) > 0.0)
        if (tare_interrupt_came() || !tare_session_run(session, (int)left_ms + 1))
            return false;
    return true;
}

void tare_glide(TareSession* session, const TareControls* from, const TareControls* to,
                const double loudness_db[2])
{
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    const TareControls begin = tare_glide_end(from);
    const TareControls end = tare_glide_end(to);
    const double begin_ms = tare_session_now_ms();
    const bool is_plugin = sink && tare_chain_kind_is_plugin(tare_chain_kind_find(sink->kind));
    for (int i = 1; i <= N_STEPS; ++i) {
        const double share = (double)i / N_STEPS;
        const TareControls step =
            is_plugin ? tare_glide_between(&begin, &end, share) : level_between(loudness_db, share);
        if (!tare_live_send_controls(session, &step) ||
            !wait_until(session, begin_ms + STEP_MS * i))
            return;
    }
}
