#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/sink/sink_status.h"
#include "cli/sink/sink_words.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/watcher.h"

static TareExit tell(const TareCommand* command, const TareSink* sink, bool json)
{
    TareSinkStatus status = {.choice = &sink->choice};
    TareDeviceSounds sounds;
    /* rules that cannot be read have been reported, and nothing else depends on them */
    (void)tare_cli_exit_of(command,
                           tare_device_sounds_read(&sounds, NULL, &sink->paths, sink->reporter));
    status.lasting = sounds.taste;
    status.has_rules = sounds.rules.n > 0;
    TareSession* const session = tare_live_open(&status.presence);
    tare_live_look(session, status.choice, &status.live);
    status.wants_watcher = sink->start.watcher != NULL;
    status.has_watcher =
        session && (status.wants_watcher || status.has_rules) && tare_watcher_is_there();
    TareExit state = TARE_EXIT_DONE;
    if (!tare_playing_find(&status.playing, session, &status.live, status.choice, &sounds))
        state = tare_cli_no_memory(command);
    else
        state = json ? tare_sink_status_print_json(command, &status)
                     : tare_sink_status_print(command, &status);
    tare_live_close(session);
    tare_device_sounds_clear(&sounds);
    return state;
}

static TareExit status(const TareCommand* command, TareArguments arguments)
{
    bool json = false;
    const TareParsed parsed = tare_options_parse(command, arguments, &json);
    if (parsed.done)
        return parsed.state;
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareSink sink;
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_LOOK, &reporter);
    TareExit state = tare_sink_words_exit(command, &sink, NULL, result);
    if (state == TARE_EXIT_DONE)
        state = sink.has_choice ? tell(command, &sink, json) : tare_sink_words_no_choice(command);
    tare_sink_close(&sink);
    return state;
}

const TareCommand tare_command_status = {.name = "status",
                                         .arguments = "",
                                         .summary = "Tells what plays through PipeWire, and where",
                                         .note =
                                             "Where the sink has ended, or nobody watches it and\n"
                                             "the outputs that have corrections, it says so\n"
                                             "and ends with status 1.",
                                         .options = tare_options_json,
                                         .run = status};
