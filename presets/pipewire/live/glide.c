#include "pipewire/live/glide.h"

#include "base/interrupt.h"
#include "pipewire/chain/chain_kind.h"
#include "pipewire/live/control.h"
#include "pipewire/live/glide_mark.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <math.h>

enum { STEP_MS = 40, N_STEPS = TARE_GLIDE_MS / STEP_MS };

int tare_glide_step(TareGlide* glide, TareSession* session)
{
    const double now_ms = tare_session_now_ms();
    if (glide->begin_ms == 0.0)
        glide->begin_ms = now_ms - STEP_MS * glide->next;
    const int due = (int)floor((now_ms - glide->begin_ms) / STEP_MS);
    if (due > N_STEPS)
        return 0;
    if (due >= glide->next) {
        glide->heard = tare_glide_between(&glide->begin, &glide->end, (double)due / N_STEPS);
        if (!tare_live_send_controls(session, &glide->heard))
            return 0;
        glide->next = due + 1;
    }
    return (int)ceil(fmax(glide->begin_ms + STEP_MS * glide->next - now_ms, 1.0));
}

/** Lets PipeWire talk for so long; false when there is nothing to wait for any more. */
static bool wait(TareSession* session, int patience_ms)
{
    const double end_ms = tare_session_now_ms() + patience_ms;
    for (double left_ms = patience_ms; left_ms > 0.0; left_ms = end_ms - tare_session_now_ms())
        if (tare_interrupt_came() || !tare_session_run(session, (int)left_ms + 1))
            return false;
    return true;
}

static bool is_plugin(const TareSession* session)
{
    const TareSessionNode* const sink = tare_session_chain_sink(session);
    return sink && tare_chain_kind_is_plugin(tare_chain_kind_find(sink->kind));
}

bool tare_glide(TareSession* session, const TareControls* from, const TareControls* to)
{
    TareGlide glide;
    TareGlideMark mark;
    (void)tare_glide_mark_take(&mark, TARE_GLIDE_PATIENCE_MS);
    bool ok = true;
    if (from &&
        tare_glide_plan(&glide, is_plugin(session), from, to, tare_session_rate_hz(session))) {
        int patience_ms = 0;
        tare_glide_mark_write(&mark, to);
        while ((patience_ms = tare_glide_step(&glide, session)) > 0 && wait(session, patience_ms))
            ;
        /* nothing of the correction is heard any more; its values come back behind the fade */
        TareControls silent = tare_glide_end(to);
        silent.enabled = false;
        ok = to->enabled || tare_live_set_controls(session, &silent);
    }
    ok = ok && tare_live_set_controls(session, to);
    tare_glide_mark_release(&mark);
    return ok;
}

bool tare_glide_from_heard(TareSession* session, const TareControls* to)
{
    TareControls from;
    return tare_glide(session, tare_live_read_controls(session, &from) ? &from : NULL, to);
}
