#include "base/interrupt.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/use.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_apply.h"

#include <stdio.h>

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
    return result == TARE_SINK_DONE ? tare_sink_words_applied(command, sink, wish, &applied)
                                    : tare_sink_words_exit(command, sink, wish, result);
}

static void print_removed(void* data, const char* path)
{
    (void)data;
    fputs("removed ", stdout);
    tare_terminal_print(stdout, path);
    putchar('\n');
}

TareExit tare_use_remove(const TareCommand* command)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareSink sink;
    tare_interrupt_catch();
    TareSinkResult result = tare_sink_open(&sink, TARE_SINK_CHANGE, &reporter);
    if (result == TARE_SINK_DONE)
        result = tare_sink_apply_removal(&sink, print_removed, NULL);
    const TareExit state = tare_sink_words_exit(command, &sink, NULL, result);
    tare_sink_close(&sink);
    return tare_cli_flush(command, state);
}
