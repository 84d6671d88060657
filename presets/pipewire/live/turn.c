#include "pipewire/live/turn.h"

#include "base/interrupt.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/glide.h"
#include "pipewire/live/playing.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_apply.h"
#include "pipewire/live/sink_files.h"

enum { N_TRIES = 3 };

/** From what to what. */
typedef struct {
    TareLiveState state;
    TarePlaying playing;
    TareControls from, to;
    TareLevel level; ///< of `to`
} Change;

/** What of the present correction shall play. What is not known gives way. */
static TareControls wanted(const TarePlaying* playing, const TareChoice* choice,
                           const TareTurn* turn)
{
    TareControls other = playing->controls;
    if (turn->said)
        tare_taste_apply(turn->said, &other);
    if (playing->is_other)
        return other;
    if (playing->device_sound)
        return turn->turned->sounds[playing->device_sound - turn->sounds->sounds].controls;
    return playing->is_flat ? playing->controls : choice->controls;
}

static TareSinkResult find_change(Change* change, TareSession* session, const TareSink* sink,
                                  const TareTurn* turn)
{
    if (!tare_playing_find(&change->playing, session, &change->state, turn->before, turn->sounds))
        return TARE_SINK_NO_MEMORY;
    const TareControls to = change->playing.is_known ? wanted(&change->playing, &sink->choice, turn)
                                                     : sink->choice.controls;
    const TareControls playable = tare_rack_playable(change->state.kind, &to);
    change->from = change->playing.heard;
    change->to = tare_choice_switched(&sink->choice, &playable);
    return tare_level_find(&change->level, &change->to, change->state.rate_hz)
               ? TARE_SINK_DONE
               : TARE_SINK_NO_MEMORY;
}

/** Where one does not know what plays, it cannot glide. */
static bool play(TareSession* session, const Change* change)
{
    return tare_glide(session, change->playing.is_known ? &change->from : NULL, &change->to);
}

static TareSinkResult write_chain(TareSink* sink, double rate_hz)
{
    TareRack rack;
    const TareSinkResult result = tare_sink_make_rack(sink, rate_hz, &rack);
    return result == TARE_SINK_DONE ? tare_sink_files_write_chain(sink, &rack, sink->paths.chain)
                                    : result;
}

/** The file first, so that a full disk changes nothing at all. */
static TareSinkResult turn_running(TareSession* session, TareSink* sink, const TareTurn* turn,
                                   Change* change)
{
    sink->choice.kind = change->state.kind;
    TareSinkResult result = find_change(change, session, sink, turn);
    if (result == TARE_SINK_DONE)
        result = write_chain(sink, change->state.rate_hz);
    if (result != TARE_SINK_DONE)
        return result;
    if (turn->will_turn)
        turn->will_turn(turn->data, &change->playing.level, &change->level);
    if (play(session, change))
        return result;
    tare_report(sink->reporter, TARE_ERROR, NULL, 0, 0,
                "the sink Tare does not answer; what was asked for is written, and plays when "
                "PipeWire starts anew");
    return TARE_SINK_FAILED;
}

/** Of a kind that starts anew. */
static void tell(TareSession* session, const TareSink* sink, const TareTurn* turn, Change* change)
{
    if (find_change(change, session, sink, turn) == TARE_SINK_DONE && turn->will_turn)
        turn->will_turn(turn->data, &change->playing.level, &change->level);
}

/** Turns what runs, if anything can be turned. */
static bool turn_once(TareSink* sink, const TareTurn* turn, TareLiveApplied* applied,
                      TareSinkResult* result, bool* has_gone)
{
    Change change = {0};
    *applied = (TareLiveApplied){0};
    TareSession* const session = tare_live_open(&applied->presence);
    if (session)
        tare_live_look(session, turn->before, &change.state);
    const bool is_running = change.state.has_sink && tare_chain_kind_is_live(change.state.kind);
    if (is_running)
        *result = turn_running(session, sink, turn, &change);
    if (is_running && *result == TARE_SINK_DONE)
        tare_live_sweep(session, &sink->paths);
    if (!is_running && change.state.has_sink)
        tell(session, sink, turn, &change);
    *has_gone = is_running && *result == TARE_SINK_FAILED && !tare_live_is_alive(session);
    tare_live_close(session);
    applied->rate_hz = change.state.rate_hz;
    applied->is_smart = change.state.is_smart;
    applied->is_inside = change.state.is_inside;
    applied->is_default = change.state.is_default;
    applied->has_output = change.state.has_output;
    applied->output = change.state.output;
    return is_running;
}

TareSinkResult tare_turn(TareSink* sink, const TareTurn* turn, TareLiveApplied* applied)
{
    TareSinkResult result = TARE_SINK_DONE;
    sink->has_told = sink->has_told || !turn->said; /* when it was chosen */
    bool has_gone = true; /* PipeWire; it may be back with what it read before */
    for (unsigned n_left = N_TRIES; has_gone && n_left > 0 && !tare_interrupt_came(); --n_left)
        if (!turn_once(sink, turn, applied, &result, &has_gone))
            return tare_sink_apply(sink, NULL, applied);
    return result;
}
