#include "cli/audio/sound_aim.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "cli/offers/offers.h"
#include "cli/sink/device_change.h"
#include "cli/sink/device_list.h"
#include "cli/sink/device_set.h"
#include "cli/sink/sink_words.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/live/follow.h"
#include "pipewire/live/live.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    const TareCommand* command;
    TareArguments operands; ///< behind the action
    bool json, all;
    TareDeviceWish wish; ///< of `set`
} Call;

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
    TareSession* const session = tare_live_open(&presence);
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
        return tare_device_set(call->command, call->operands, &call->wish);
    if (strcmp(action, "forget") == 0)
        return tare_device_change_forget(call->command, call->operands, call->all);
    const bool is_list = strcmp(action, "list") == 0;
    if (!tare_chain_paths_find(&paths))
        return tare_sink_words_no_home(call->command);
    const TareExit state =
        is_list ? tare_device_list(call->command, &paths, call->json) : watch(call, &paths);
    tare_chain_paths_clear(&paths);
    return state;
}

static TareExit device(const TareCommand* command, TareArguments arguments)
{
    Call call = {.command = command, .wish.sound = tare_sound_unsaid()};
    const TareParsed parsed = tare_options_parse(command, arguments, &call);
    if (parsed.done)
        return parsed.state;
    call.operands = (TareArguments){parsed.operands.n - 1, parsed.operands.texts + 1};
    return run(&call, parsed.operands.texts[0]);
}

static const TareOption options[] = {
    {.name = "flat", TARE_SETS_FLAG(Call, wish.flat), .help = "set: no correction for this device"},
    TARE_PICK_OPTIONS(Call, wish.file),
    TARE_AIM_TARGET_OPTIONS(Call, wish.aim),
    TARE_OPTIONS_OF_PART(tare_sound_taste_options, Call, wish.sound),
    {.name = "all", TARE_SETS_FLAG(Call, all), .help = "forget: every rule"},
    {.name = "json", TARE_SETS_FLAG(Call, json), .help = "list: print JSON"},
    {.name = NULL}};

static const TareAction actions[] = {
    {.name = "list", .arguments = "list [--json]", .options = "json", .is_alone = true},
    {.name = "set",
     .arguments = "set NAME MODEL, set NAME --file FILE, or set NAME --flat",
     .options = "flat file dialect target like filters sure ear strength bass treble tilt",
     .offers = {.first.list = tare_offer_outputs,
                .rest.list = tare_offer_models,
                .is_one_name = true}},
    {.name = "forget",
     .arguments = "forget NAME, or forget --all",
     .options = "all",
     .offers.first.list = tare_offer_rules},
    {.name = "watch", .arguments = "watch", .is_alone = true},
    {.name = NULL}};

static const char note[] =
    "NAME is any name that 'list' shows of an output: its node, its card, where the sound leaves\n"
    "it now (route), its profile, its Bluetooth address; * stands for any characters. A name\n"
    "without * counts before one with, and a longer one before a shorter one. As soon as there is\n"
    "a rule, an output without one plays flat. 'watch' makes it so, over a second to what is\n"
    "louder; PipeWire starts it by itself.\n"
    "What 'tare taste' says counts where 'set' says nothing else.\n" TARE_SOUND_AIM_NOTE;

const TareCommand tare_command_device = {
    .name = "device",
    .arguments = "list | set NAME MODEL | forget NAME | watch",
    .summary = "Gives each output its own correction",
    .example = "set Headphones hd 650",
    .note = note,
    .options = options,
    .operands = {.min = 1, .max = -1, .what = "list, set, forget or watch", .actions = actions},
    .run = device};
