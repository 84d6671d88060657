#include "pipewire/live/sink_apply.h"

#include "base/interrupt.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/client.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/sink_files.h"
#include "pipewire/live/watcher.h"

enum { N_TRIES = 3 };

/** Without PipeWire: what it will find when it starts. */
static TareSinkResult prepare(TareSink* sink, const TareSinkWish* wish)
{
    TareRack rack;
    if (!wish->is_kind_given && !tare_plugins_have(&sink->plugins, sink->choice.kind))
        sink->choice.kind = sink->plugins.ladspa ? TARE_CHAIN_LADSPA : TARE_CHAIN_BUILTIN;
    if (!tare_plugins_have(&sink->plugins, sink->choice.kind))
        return TARE_SINK_NO_PLUGIN;
    TareSinkResult result = tare_sink_make_rack(sink, TARE_USUAL_RATE_HZ, &rack);
    if (result == TARE_SINK_DONE)
        result = tare_sink_files_write_chain(sink, &rack, sink->paths.chain);
    if (result == TARE_SINK_DONE)
        result = tare_sink_files_write_start(sink, false);
    return result;
}

/** On a running PipeWire; false when there is none. One that goes away in the middle may be back
    already, with a chain that started before the file was written: then that is changed too. */
static bool apply_live(TareSink* sink, const TareSinkWish* wish, TareLiveApplied* applied,
                       TareSinkResult* result)
{
    for (unsigned n_left = N_TRIES; n_left > 0; --n_left) {
        *applied = (TareLiveApplied){0};
        TareSession* const session = tare_live_open(&applied->presence);
        if (!session)
            return false;
        *result = tare_live_apply(session, sink, wish, applied);
        const bool has_gone = *result == TARE_SINK_FAILED && !tare_live_is_alive(session);
        tare_live_close(session);
        if (!has_gone || tare_interrupt_came())
            return true;
    }
    return true;
}

TareSinkResult tare_sink_apply(TareSink* sink, const TareSinkWish* wish, TareLiveApplied* applied)
{
    static const TareSinkWish nothing = {0};
    TareSinkResult result = TARE_SINK_DONE;
    wish = wish ? wish : &nothing;
    if (apply_live(sink, wish, applied, &result))
        return result;
    result = prepare(sink, wish);
    /* it may have come meanwhile, with what the files said before */
    if (result == TARE_SINK_DONE)
        (void)apply_live(sink, wish, applied, &result);
    return result;
}

TareSinkResult tare_sink_apply_removal(const TareSink* sink,
                                       void (*removed)(void* data, const char* path), void* data)
{
    TareLivePresence presence;
    tare_watcher_end();
    TareSession* const session = tare_live_open(&presence);
    const TareSinkResult running = session ? tare_live_remove(session, sink) : TARE_SINK_DONE;
    tare_live_close(session);
    tare_client_end_all(&sink->paths);
    const TareSinkResult files = tare_sink_files_remove(sink, removed, data); /* needed till now */
    return running != TARE_SINK_DONE ? running : files;
}
