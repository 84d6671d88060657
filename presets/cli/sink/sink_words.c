#include "cli/sink/sink_words.h"

#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/live/live.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"

#include <stdio.h>
#include <stdlib.h>

/* How it went wrong */

static void say_no_plugin(const TareCommand* command, const TareSink* sink)
{
    if (sink->plugins.problem)
        tare_cli_error(command, "the plugin cannot be loaded: %s", sink->plugins.problem);
    else if (sink->choice.kind == TARE_CHAIN_LV2)
        tare_cli_error(
            command, "the bundle tare.lv2 is not where PipeWire looks for LV2 plugins; expected it "
                     "in ~/.lv2, /usr/local/lib/lv2 or /usr/lib/lv2, or LV2_PATH");
    else
        tare_cli_error(
            command, "the LADSPA library tare.so is nowhere to be found; expected it where it was "
                     "installed, or in LADSPA_PATH");
}

static void print_choices(const TareOutput* outputs, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        char title[TARE_OUTPUT_TITLE];
        tare_output_title(&outputs[i], title, sizeof title);
        fputs("    ", stderr);
        tare_terminal_print(stderr, title);
        fputs("  ", stderr);
        tare_terminal_print(stderr, outputs[i].names[TARE_OUTPUT_NODE]);
        fputc('\n', stderr);
    }
}

static void say_no_output(const TareCommand* command, const char* pattern)
{
    TareLivePresence presence;
    TareSession* const session = tare_live_open(&presence);
    const size_t n = session ? tare_live_outputs(session, NULL, 0) : 0;
    TareOutput* const outputs = calloc(n + 1, sizeof *outputs);
    tare_cli_error(command, "there is no output '%s'; expected one of:", pattern);
    if (outputs && n > 0)
        print_choices(outputs, tare_live_outputs(session, outputs, n));
    free(outputs);
    tare_live_close(session);
}

TareExit tare_sink_words_exit(const TareCommand* command, const TareSink* sink,
                              const TareSinkWish* wish, TareSinkResult result)
{
    const char* const kind = tare_chain_kind_name(sink->choice.kind);
    if (result == TARE_SINK_DONE)
        return TARE_EXIT_DONE;
    if (result == TARE_SINK_NO_MEMORY)
        return tare_cli_no_memory(command);
    if (result == TARE_SINK_NO_HOME)
        tare_cli_error(command, "there is no folder for settings; expected XDG_CONFIG_HOME or HOME "
                                "to be an absolute path");
    else if (result == TARE_SINK_NOT_OURS)
        tare_cli_error(command,
                       "%s was not written by tare and is left alone; move it away to use tare",
                       sink->in_the_way);
    else if (result == TARE_SINK_NO_PLUGIN)
        say_no_plugin(command, sink);
    else if (result == TARE_SINK_NO_TONE)
        tare_cli_error(command,
                       "kind %s has no bass, treble and tilt; expected --kind lv2 or ladspa", kind);
    else if (result == TARE_SINK_NO_ROOM)
        tare_cli_error(command,
                       "kind %s has no room for the bands of this correction; expected --kind lv2 "
                       "or ladspa",
                       kind);
    else if (result == TARE_SINK_NO_OUTPUT)
        say_no_output(command, wish->device);
    const bool is_wrong =
        result == TARE_SINK_NO_HOME || result == TARE_SINK_NO_TONE || result == TARE_SINK_BAD_RULES;
    return is_wrong ? TARE_EXIT_WRONG : TARE_EXIT_UNUSED;
}

const char* tare_sink_words_presence(TareLivePresence presence)
{
    static const char* const texts[TARE_LIVE_N_PRESENCES] = {
        [TARE_LIVE_NOT_RUNNING] =
            "PipeWire is not running; start it with 'systemctl --user start pipewire', or "
            "'pipewire &' where there is no systemd",
        [TARE_LIVE_NO_ANSWER] =
            "PipeWire does not answer; restart it with 'systemctl --user restart pipewire'",
        [TARE_LIVE_NO_MEMORY] = "not enough memory",
        [TARE_LIVE_NOT_BUILT] =
            "this tare was built without libpipewire; log in again, or run 'pipewire -c tare.conf "
            "&'"};
    return texts[presence];
}

void tare_sink_words_if_absent(const TareCommand* command)
{
    TareLivePresence presence;
    tare_live_close(tare_live_open(&presence));
    if (presence != TARE_LIVE_THERE)
        tare_cli_note(command, "%s", tare_sink_words_presence(presence));
}

/* What plays */

static TareExit say_not_yet(const TareCommand* command, const TareSink* sink,
                            const TareSinkWish* wish, TareLivePresence presence)
{
    tare_cli_error(command, "%s", tare_sink_words_presence(presence));
    if (wish->wants_default || wish->device)
        tare_cli_note(command, "--default and --device need a running PipeWire; say them again "
                               "then");
    tare_terminal_print(stdout, sink->choice.is_off ? "The flat sink" : sink->choice.name);
    puts(" is written and plays as soon as PipeWire starts");
    return TARE_EXIT_UNUSED;
}

static void print_playing(const TareChoice* choice, const TareLiveApplied* applied)
{
    char title[TARE_OUTPUT_TITLE] = "";
    if (applied->has_output)
        tare_output_title(&applied->output, title, sizeof title);
    if (choice->is_off) {
        fputs("Tare is flat", stdout);
    } else {
        tare_terminal_print(stdout, choice->name);
        printf(" (");
        tare_terminal_print(stdout, choice->id);
        printf(") plays in the sink " TARE_SINK_DESCRIPTION);
    }
    fputs(title[0] != '\0' ? ", to " : "", stdout);
    tare_terminal_print(stdout, title);
    putchar('\n');
}

TareExit tare_sink_words_applied(const TareCommand* command, const TareSink* sink,
                                 const TareSinkWish* wish, const TareLiveApplied* applied)
{
    const bool is_off = sink->choice.is_off;
    if (applied->presence != TARE_LIVE_THERE)
        return say_not_yet(command, sink, wish, applied->presence);
    print_playing(&sink->choice, applied);
    if (sink->start.watcher && !is_off)
        tare_cli_note(command, "outputs have corrections of their own ('tare device list'); this "
                               "one plays until the output changes");
    if (!applied->is_default && !wish->wants_default && !is_off)
        tare_cli_note(command,
                      "choose " TARE_SINK_DESCRIPTION " as output to hear it, or add --default");
    return TARE_EXIT_DONE;
}
