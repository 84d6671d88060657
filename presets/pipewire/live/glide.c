#include "pipewire/live/glide.h"

#include "base/interrupt.h"
#include "controls.h"
#include "pipewire/chain/chain_kind.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/control.h"
#include "pipewire/live/level.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <stdbool.h>

enum { STEP_MS = 40, N_STEPS = TARE_GLIDE_MS / STEP_MS };

/** PipeWire's own filters would be fitted anew for each step: only the level glides there. */
static TareControls level_only(double loudness_db)
{
    TareControls level = tare_rack_flat();
    level.is_preamp_manual = true;
    level.set.preamp_db = loudness_db;
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

/** From one to the other, the first of which need not play yet. */
static void go(TareSession* session, const TareControls* begin, const TareControls* end,
               int first_step)
{
    const double begin_ms = tare_session_now_ms() - STEP_MS * (first_step - 1);
    for (int i = first_step; i <= N_STEPS; ++i) {
        const TareControls step = tare_glide_between(begin, end, (double)i / N_STEPS);
        if (!tare_live_send_controls(session, &step) ||
            !wait_until(session, begin_ms + STEP_MS * i))
            return;
    }
}

static bool gets_louder(const double loudness_db[2])
{
    return loudness_db[1] - loudness_db[0] > TARE_LEVEL_ALIKE_DB;
}

static void go_to_same(TareSession* session, const TareControls* from, const TareControls* to,
                       const double loudness_db[2])
{
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    const bool is_plugin = sink && tare_chain_kind_is_plugin(tare_chain_kind_find(sink->kind));
    const TareControls begin = is_plugin ? tare_glide_end(from) : level_only(loudness_db[0]);
    const TareControls end = is_plugin ? tare_glide_end(to) : level_only(loudness_db[1]);
    go(session, &begin, &end, 1);
}

bool tare_glide(TareSession* session, const TareControls* from, const TareControls* to,
                const double loudness_db[2])
{
    if (from && gets_louder(loudness_db)) {
        go_to_same(session, from, to, loudness_db);
        /* nothing of the correction is heard any more; its values come back behind the fade */
        TareControls end = tare_glide_end(to);
        end.enabled = false;
        if (!to->enabled && !tare_live_set_controls(session, &end))
            return false;
    }
    return tare_live_set_controls(session, to);
}

static void go_to_another(TareSession* session, const TareControls* to, const double loudness_db[2],
                          double rate_hz)
{
    TareLevel whole;
    TareControls begin = *to;
    begin.is_preamp_manual = true;
    begin.set.preamp_db = 0.0;
    if (!tare_level_find(&whole, &begin, rate_hz))
        return;
    TareControls end = begin;
    begin.set.preamp_db = loudness_db[0] - whole.loudness_db;
    end.set.preamp_db = loudness_db[1] - whole.loudness_db;
    go(session, &begin, &end, 0);
}

bool tare_glide_to_another(TareSession* session, const TareControls* to)
{
    TareControls from;
    TareLevel before;
    TareLevel after;
    const double rate_hz = tare_session_rate_hz(session);
    if (to->enabled && !to->is_comparing && tare_live_read_controls(session, &from) &&
        tare_level_find(&before, &from, rate_hz) && tare_level_find(&after, to, rate_hz)) {
        const double loudness_db[2] = {before.loudness_db, after.loudness_db};
        if (gets_louder(loudness_db))
            go_to_another(session, to, loudness_db, rate_hz);
    }
    return tare_live_set_controls(session, to);
}
