#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/turn_words.h"
#include "cli/sink/use.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_choice.h"

#include <string.h>

/** What a command asks for, by what is heard now. */
typedef TareSinkSwitch Wanted(TareSinkSwitch now);

static TareExit turn_to(const TareCommand* command, TareSink* sink, const void* data)
{
    Wanted* const wanted = *(Wanted* const*)data;
    const TareChoice before = sink->choice;
    if (tare_sink_choice_switch(sink, wanted(tare_sink_choice_switch_of(sink))))
        return tare_turn_apply(command, sink, &before, NULL, NULL);
    return tare_sink_words_no_choice(command);
}

static TareExit turn(const TareCommand* command, Wanted* wanted)
{
    return tare_use_run(command, false, turn_to, &wanted);
}

static TareExit run(const TareCommand* command, TareArguments arguments, Wanted* wanted)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    return parsed.done ? parsed.state : turn(command, wanted);
}

/* tare on, tare off, tare toggle */

static TareSinkSwitch want_on(TareSinkSwitch now)
{
    (void)now;
    return TARE_SINK_CORRECTED;
}

static TareSinkSwitch want_off(TareSinkSwitch now)
{
    (void)now;
    return TARE_SINK_PLAIN;
}

static TareSinkSwitch want_other(TareSinkSwitch now)
{
    return now == TARE_SINK_CORRECTED ? TARE_SINK_PLAIN : TARE_SINK_CORRECTED;
}

static TareExit on(const TareCommand* command, TareArguments arguments)
{
    return run(command, arguments, want_on);
}

static TareExit off(const TareCommand* command, TareArguments arguments)
{
    return run(command, arguments, want_off);
}

static TareExit toggle(const TareCommand* command, TareArguments arguments)
{
    return run(command, arguments, want_other);
}

static const char kinds_note[] =
    "Kinds lv2 and ladspa fade. Of those that need no plugin, builtin jumps, so that a change can\n"
    "click, and param_eq starts anew.";

const TareCommand tare_command_on = {
    .name = "on",
    .arguments = "",
    .summary = "Corrects again what plays through PipeWire",
    .note = "The model and the taste are those from before 'tare off' or 'tare compare'.",
    .run = on};

const TareCommand tare_command_off = {
    .name = "off",
    .arguments = "",
    .summary = "Leaves what plays through PipeWire as it is",
    .note =
        "What gets louder by that does so over a second. 'tare on' brings the correction back;\n"
        "'tare compare' is the same at the level of the corrected sound.",
    .run = off};

const TareCommand tare_command_toggle = {
    .name = "toggle",
    .arguments = "",
    .summary = "Switches between corrected and as it is: 'tare on' or 'tare off'",
    .note = kinds_note,
    .run = toggle};

/* tare compare */

static TareSinkSwitch want_compared(TareSinkSwitch now)
{
    (void)now;
    return TARE_SINK_COMPARED;
}

static TareSinkSwitch want_not_compared(TareSinkSwitch now)
{
    return now == TARE_SINK_COMPARED ? TARE_SINK_CORRECTED : now;
}

static TareSinkSwitch want_other_of_comparison(TareSinkSwitch now)
{
    return now == TARE_SINK_COMPARED ? TARE_SINK_CORRECTED : TARE_SINK_COMPARED;
}

static TareExit compare(const TareCommand* command, TareArguments arguments)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    if (parsed.done)
        return parsed.state;
    if (parsed.operands.n == 0)
        return turn(command, want_other_of_comparison);
    const bool is_on = strcmp(parsed.operands.texts[0], "on") == 0;
    return turn(command, is_on ? want_compared : want_not_compared);
}

static const TareAction states[] = {
    {.name = "on", .arguments = "on"}, {.name = "off", .arguments = "off"}, {.name = NULL}};

const TareCommand tare_command_compare = {
    .name = "compare",
    .arguments = "[on | off]",
    .summary = "Lets hear the original, as loud as the corrected sound",
    .example = "on",
    .note =
        "Without an argument it switches from one to the other: bind it to a key. The loudness\n"
        "is measured while it plays (ITU-R BS.1770); kinds that need no plugin take that of\n"
        "pink noise.",
    .operands = {.max = 1, .what = "on or off", .actions = states},
    .run = compare};
