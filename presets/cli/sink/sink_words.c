#include "cli/sink/sink_words.h"

#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "cli/sink/level_words.h"
#include "pipewire/chain/chain_file.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/level.h"
#include "pipewire/live/live.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"
#include "pipewire/live/sink_rules.h"

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

TareExit tare_sink_words_no_home(const TareCommand* command)
{
    tare_cli_error(command, "there is no folder for settings; expected XDG_CONFIG_HOME or HOME to "
                            "be an absolute path");
    return TARE_EXIT_WRONG;
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
        return tare_sink_words_no_home(command);
    if (result == TARE_SINK_BUSY)
        tare_cli_error(command,
                       "another program has held the lock on %s for 20 seconds; wait for "
                       "its end, or end it",
                       sink->paths.folder);
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
        say_no_output(command, wish && wish->device ? wish->device : sink->choice.target);
    const bool is_wrong = result == TARE_SINK_NO_TONE || result == TARE_SINK_BAD_RULES;
    return is_wrong ? TARE_EXIT_WRONG : TARE_EXIT_UNUSED;
}

TareExit tare_sink_words_no_choice(const TareCommand* command)
{
    TareLivePresence presence;
    TareLiveState live;
    const TareChoice nothing = tare_choice_none();
    TareSession* const session = tare_live_open(&presence);
    tare_live_look(session, &nothing, &live);
    tare_live_close(session);
    tare_cli_error(command, live.has_sink
                                ? "a sink Tare is there, but no model is chosen for it, as while "
                                  "'tare blind' runs; 'tare use MODEL' makes it yours, 'tare "
                                  "uninstall --pipewire' takes it away"
                                : "there is no sink Tare; 'tare use MODEL' makes one");
    return TARE_EXIT_UNUSED;
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

bool tare_sink_words_if_absent(const TareCommand* command)
{
    TareLivePresence presence;
    tare_live_close(tare_live_open(&presence));
    if (presence != TARE_LIVE_THERE)
        tare_cli_note(command, "%s", tare_sink_words_presence(presence));
    return presence != TARE_LIVE_THERE;
}

/* What plays */

static TareExit say_not_yet(const TareCommand* command, const TareSink* sink,
                            const TareSinkWish* wish, TareLivePresence presence)
{
    tare_cli_error(command, "%s", tare_sink_words_presence(presence));
    if (wish->wants_default || wish->device)
        tare_cli_note(command, "--default and --device need a running PipeWire; say them again "
                               "then");
    tare_terminal_print(stdout, sink->choice.id[0] == '\0' ? "The flat sink"
                                : sink->choice.is_off      ? "The sink, off,"
                                                           : sink->choice.name);
    puts(" is written and plays as soon as PipeWire starts");
    return TARE_EXIT_UNUSED;
}

static void print_playing(const TareChoice* choice, const TareLiveApplied* applied)
{
    char title[TARE_OUTPUT_TITLE] = "";
    if (applied->has_output)
        tare_output_title(&applied->output, title, sizeof title);
    if (choice->id[0] == '\0') {
        fputs("Tare is flat", stdout);
    } else if (choice->is_off) {
        fputs("Tare is off", stdout);
    } else {
        tare_terminal_print(stdout, choice->name);
        printf(" (");
        tare_terminal_print(stdout, choice->id);
        fputs(applied->is_inside ? ") plays" : ") plays in the sink " TARE_SINK_DESCRIPTION,
              stdout);
    }
    fputs(title[0] == '\0'     ? ""
          : applied->is_inside ? ", in the node of "
                               : ", in front of ",
          stdout);
    tare_terminal_print(stdout, title);
    putchar('\n');
}

/** How loud it is, and whether it clips. */
static void print_level(const TareCommand* command, const TareChoice* choice, double rate_hz)
{
    TareLevel level;
    char loudness[TARE_LEVEL_WORDS];
    char clip[TARE_LEVEL_WORDS];
    const TareControls heard = tare_choice_switched(choice, &choice->controls);
    const TareControls playable = tare_rack_playable(choice->kind, &heard);
    if (choice->id[0] == '\0' || choice->is_off || !tare_level_find(&level, &playable, rate_hz))
        return;
    tare_level_words_loudness(&level, loudness);
    tare_level_words_clip(&level, clip);
    printf("%s; %s\n", loudness, clip);
    if (tare_level_words_can_clip(&level))
        tare_cli_note(command,
                      "with this preamp it can clip; a lower --preamp, or none, avoids it");
}

void tare_sink_words_bypass(const TareOutput* output, char words[TARE_SINK_WORDS])
{
    char title[TARE_OUTPUT_TITLE];
    tare_output_title(output, title, sizeof title);
    snprintf(words, TARE_SINK_WORDS, "most programs bypass Tare now: default output is %s", title);
}

static void say_if_bypassed(const TareCommand* command, const TareLiveApplied* applied)
{
    char words[TARE_SINK_WORDS];
    if (applied->has_default_output)
        tare_sink_words_bypass(&applied->default_output, words);
    else
        snprintf(words, sizeof words, "nothing plays into Tare by itself");
    tare_cli_note(command,
                  "%s; choose " TARE_SINK_DESCRIPTION " as output to hear it, or add "
                  "--default",
                  words);
}

TareExit tare_sink_words_applied(const TareCommand* command, const TareSink* sink,
                                 const TareSinkWish* wish, const TareLiveApplied* applied)
{
    const bool is_off = sink->choice.is_off || sink->choice.id[0] == '\0';
    if (applied->presence != TARE_LIVE_THERE)
        return say_not_yet(command, sink, wish, applied->presence);
    print_playing(&sink->choice, applied);
    print_level(command, &sink->choice, applied->rate_hz);
    if (!is_off && tare_sink_rules_are_there(sink))
        tare_cli_note(command, "outputs have corrections of their own ('tare device list'); this "
                               "one plays until the output changes");
    if (!applied->is_smart && !applied->is_inside && !applied->is_default && !wish->wants_default &&
        !is_off)
        say_if_bypassed(command, applied);
    return TARE_EXIT_DONE;
}
