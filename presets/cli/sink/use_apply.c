#include "base/interrupt.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/taste_sound.h"
#include "cli/sink/use.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_apply.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/watcher.h"

#include <stdio.h>

TareExit tare_use_run(const TareCommand* command, bool makes, TareUseAct* act, const void* data)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareSink sink;
    tare_interrupt_catch();
    const TareSinkResult result =
        tare_sink_open(&sink, makes ? TARE_SINK_MAKE : TARE_SINK_CHANGE, &reporter);
    TareExit state = tare_sink_words_exit(command, &sink, NULL, result);
    if (state == TARE_EXIT_DONE)
        state = act(command, &sink, data);
    tare_sink_close(&sink);
    state = tare_cli_flush(command, state);
    tare_interrupt_obey();
    return state;
}

TareExit tare_use_taste(const TareCommand* command, const TareSink* sink, TareSound* sound,
                        TareTaste* own)
{
    TareTaste taste;
    const TareSinkResult result = tare_sink_taste(sink, &taste);
    if (result != TARE_SINK_DONE)
        return tare_sink_words_exit(command, sink, NULL, result);
    *own = tare_taste_sound_said(sound);
    tare_taste_sound_fill(sound, &taste);
    return TARE_EXIT_DONE;
}

static void say_if_gone(const TareCommand* command, const TareLiveApplied* applied)
{
    if (applied->plugin_is_gone)
        tare_cli_note(command, "the plugin that plays is no longer there for the next session; "
                               "install it again, or choose another --kind");
}

TareExit tare_use_apply(const TareCommand* command, TareSink* sink, const TareSinkWish* wish)
{
    TareLiveApplied applied;
    const TareSinkResult result = tare_sink_apply(sink, wish, &applied);
    say_if_gone(command, &applied);
    if (result != TARE_SINK_DONE)
        return tare_sink_words_exit(command, sink, wish, result);
    const TareExit state = tare_sink_words_applied(command, sink, wish, &applied);
    return applied.presence == TARE_LIVE_THERE ? tare_cli_worse(state, tare_use_watch(sink))
                                               : state;
}

TareExit tare_use_watch(const TareSink* sink)
{
    return tare_watcher_start(sink->reporter) == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

TareExit tare_use_follow(const TareCommand* command, TareSink* sink)
{
    static const TareSinkWish no_wish = {0};
    if (!sink->has_choice)
        return tare_use_apply(command, sink, &no_wish);
    return tare_sink_words_if_absent(command) ? TARE_EXIT_DONE : tare_use_watch(sink);
}

static void print_removed(void* data, const char* path)
{
    (void)data;
    fputs("removed ", stdout);
    tare_terminal_print(stdout, path);
    putchar('\n');
}

static TareExit remove_sink(const TareCommand* command, TareSink* sink, const void* data)
{
    (void)data;
    const TareSinkResult result = tare_sink_apply_removal(sink, print_removed, NULL);
    return tare_sink_words_exit(command, sink, NULL, result);
}

TareExit tare_use_remove(const TareCommand* command)
{
    return tare_use_run(command, false, remove_sink, NULL);
}
