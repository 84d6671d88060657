#include "base/interrupt.h"
#include "base/utf8.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "cli/sink/device_list.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/use.h"
#include "pipewire/live/follow.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_rules.h"
#include "pipewire/live/watcher.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    const TareCommand* command;
    TareArguments operands; ///< behind the action
    bool json, flat, all;
} Call;

/* tare device set */

static void print_rule(const Call* call, const char* id)
{
    tare_terminal_print(stdout, call->operands.texts[0]);
    fputs(": ", stdout);
    tare_terminal_print(stdout, id ? id : "flat");
    putchar('\n');
}

/** Says why nobody follows the rules now, if so. */
static void say_if_not_running(const Call* call)
{
    TareLivePresence presence;
    tare_live_close(tare_live_open(&presence));
    if (presence != TARE_LIVE_THERE)
        tare_cli_note(call->command, "%s", tare_sink_words_presence(presence));
}

/** Sets a rule. Who follows it is settled first, with and without a running PipeWire; a sink that
    is not there yet is made, flat. */
static TareExit set_in(TareSink* sink, const Call* call, const char* id)
{
    static const TareSinkWish no_wish = {0};
    const TareSinkResult result = tare_sink_rules_set(sink, call->operands.texts[0], id);
    TareExit state = tare_sink_words_exit(call->command, sink, &no_wish, result);
    if (state != TARE_EXIT_DONE)
        return state;
    print_rule(call, id);
    if (sink->has_choice)
        say_if_not_running(call);
    else
        state = tare_use_apply(call->command, sink, &no_wish);
    const TareStatus started = tare_watcher_start(sink->reporter);
    return started == TARE_OK ? state : tare_cli_worse(state, TARE_EXIT_UNUSED);
}

static TareExit set_rule(const Call* call, const char* id)
{
    const TareReporter reporter = tare_cli_command_reporter(call->command);
    TareSink sink;
    tare_interrupt_catch();
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_MAKE, &reporter);
    TareExit state = tare_sink_words_exit(call->command, &sink, NULL, result);
    if (state == TARE_EXIT_DONE)
        state = set_in(&sink, call, id);
    tare_sink_close(&sink);
    state = tare_cli_flush(call->command, state);
    tare_interrupt_obey();
    return state;
}

static TareExit set(const Call* call)
{
    const TareArguments model = {call->operands.n - 1, call->operands.texts + 1};
    if (call->operands.n < 1 || call->operands.texts[0][0] == '\0' || (model.n > 0) == call->flat) {
        tare_cli_error(call->command, "expected 'set NAME MODEL', or 'set NAME --flat'");
        return TARE_EXIT_WRONG;
    }
    if (!tare_utf8_is_valid(call->operands.texts[0], strlen(call->operands.texts[0]), NULL)) {
        tare_cli_error(call->command, "the name is not UTF-8; expected one that 'list' shows");
        return TARE_EXIT_WRONG;
    }
    if (call->flat)
        return set_rule(call, NULL);
    TarePick pick;
    TareExit state = tare_pick_words(&pick, call->command, model, NULL);
    if (state != TARE_EXIT_DONE)
        return state;
    state = set_rule(call, pick.correction->entry.id);
    tare_pick_clear(&pick);
    return state;
}

/* tare device forget */

static TareExit forget_in(TareSink* sink, const Call* call)
{
    const char* const name = call->all ? NULL : call->operands.texts[0];
    const TareSinkResult result = tare_sink_rules_forget(sink, name);
    if (result == TARE_SINK_NO_RULE)
        tare_cli_error(call->command, "there is no rule \"%s\"; 'tare device list' shows them",
                       name);
    return tare_sink_words_exit(call->command, sink, NULL, result);
}

static TareExit forget(const Call* call)
{
    if (call->operands.n != (call->all ? 0 : 1)) {
        tare_cli_error(call->command, "expected 'forget NAME', or 'forget --all'");
        return TARE_EXIT_WRONG;
    }
    const TareReporter reporter = tare_cli_command_reporter(call->command);
    TareSink sink;
    tare_interrupt_catch();
    const TareSinkResult result = tare_sink_open(&sink, TARE_SINK_CHANGE, &reporter);
    TareExit state = tare_sink_words_exit(call->command, &sink, NULL, result);
    if (state == TARE_EXIT_DONE)
        state = forget_in(&sink, call);
    tare_sink_close(&sink);
    state = tare_cli_flush(call->command, state);
    tare_interrupt_obey();
    return state;
}

/* tare device watch */

static void print_given(void* data, const TareOutput* output, const char* name)
{
    char title[TARE_OUTPUT_TITLE];
    (void)data;
    tare_output_title(output, title, sizeof title);
    tare_terminal_print(stdout, title);
    fputs(": ", stdout);
    tare_terminal_print(stdout, name ? name : "flat");
    putchar('\n');
    fflush(stdout);
}

static TareExit watch(const Call* call, const TareChainPaths* paths)
{
    static const TareFollowListener listener = {print_given, NULL};
    const TareReporter reporter = tare_cli_command_reporter(call->command);
    TareLivePresence presence;
    struct TareSession* const session = tare_live_open(&presence);
    if (!session) {
        tare_cli_error(call->command, "%s", tare_sink_words_presence(presence));
        return TARE_EXIT_UNUSED;
    }
    const TareStatus status = tare_follow(session, paths, &listener, &reporter);
    tare_live_close(session);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

static TareExit run(const Call* call, const char* action)
{
    TareChainPaths paths;
    if (strcmp(action, "set") == 0)
        return set(call);
    if (strcmp(action, "forget") == 0)
        return forget(call);
    const bool is_list = strcmp(action, "list") == 0;
    if ((!is_list && strcmp(action, "watch") != 0) || call->operands.n > 0) {
        tare_cli_error(call->command, "expected list, set, forget or watch");
        return TARE_EXIT_WRONG;
    }
    if (!tare_chain_paths_find(&paths)) {
        tare_cli_error(call->command, "neither XDG_CONFIG_HOME nor HOME is set; expected one");
        return TARE_EXIT_WRONG;
    }
    const TareExit state =
        is_list ? tare_device_list(call->command, paths.devices, call->json) : watch(call, &paths);
    tare_chain_paths_clear(&paths);
    return state;
}

static TareExit device(const TareCommand* command, TareArguments arguments)
{
    Call call = {.command = command};
    const TareParsed parsed = tare_options_parse(command, arguments, &call);
    if (parsed.done)
        return parsed.state;
    call.operands = (TareArguments){parsed.operands.n - 1, parsed.operands.texts + 1};
    return run(&call, parsed.operands.texts[0]);
}

static const TareOption options[] = {
    {.name = "flat", TARE_SETS_FLAG(Call, flat), .help = "set: no correction for this device"},
    {.name = "all", TARE_SETS_FLAG(Call, all), .help = "forget: every rule"},
    {.name = "json", TARE_SETS_FLAG(Call, json), .help = "list: print JSON"},
    {.name = NULL}};

static const char note[] =
    "NAME is any name that 'list' shows of an output: its node, its card, where the sound leaves\n"
    "it now (route), its profile, its Bluetooth address; * stands for any characters. A name\n"
    "without * counts before one with, and a longer one before a shorter one. As soon as there is\n"
    "a rule, an output without one plays flat. 'watch' makes it so; PipeWire starts it by itself.";

const TareCommand tare_command_device = {
    .name = "device",
    .arguments = "list | set NAME MODEL | forget NAME | watch",
    .summary = "Gives each output its own correction",
    .example = "set Headphones hd 650",
    .note = note,
    .options = options,
    .operands = {.min = 1, .max = -1, .what = "list, set, forget or watch"},
    .run = device};
