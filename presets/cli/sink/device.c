#include "base/interrupt.h"
#include "base/program.h"
#include "base/utf8.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"
#include "cli/offers/offers.h"
#include "pipewire/live/detached.h"
#include "pipewire/live/devices_known.h"
#include "pipewire/live/live.h"
#include "pipewire/live/use_files.h"
#include "pipewire/live/watch_lock.h"
#include "search/stock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const TareCommand* command;
    TareArguments operands; ///< behind the action
    bool json, flat, all;
} Call;

/* tare device list */

static json_t* output_item(const TareOutput* output, const TareDevicesKnown* known)
{
    const TareDeviceRule* const rule = tare_output_rule(output, &known->rules);
    json_t* const item = tare_json_output(output);
    const bool ok = tare_json_set(item, "playing", json_boolean(output->is_played_to)) &&
                    tare_json_set(item, "rule", tare_json_text(rule ? rule->pattern : NULL)) &&
                    tare_json_set(item, "correction", tare_json_text(rule ? rule->id : NULL));
    return tare_json_keep_if(ok, item);
}

static json_t* rule_item(const void* known, size_t i)
{
    const TareDeviceRule* const rule = &((const TareDevicesKnown*)known)->rules.rules[i];
    json_t* const item = json_object();
    const bool ok = tare_json_set(item, "device", tare_json_text(rule->pattern)) &&
                    tare_json_set(item, "correction", tare_json_text(rule->id));
    return tare_json_keep_if(ok, item);
}

static TareExit print_json(const Call* call, const TareDevicesKnown* known,
                           const TareOutput* outputs, size_t n)
{
    json_t* const object = json_object();
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < n; ++i)
        ok = json_array_append_new(array, output_item(&outputs[i], known)) == 0;
    ok = ok && tare_json_set(object, "outputs", json_incref(array)) &&
         tare_json_set(object, "rules", tare_json_array(known->rules.n, rule_item, known));
    json_decref(array);
    return tare_json_print(call->command, tare_json_keep_if(ok, object));
}

static void print_output(const TareOutput* output, const TareDevicesKnown* known)
{
    const TareDeviceRule* const rule = tare_output_rule(output, &known->rules);
    char title[TARE_OUTPUT_TITLE];
    tare_output_title(output, title, sizeof title);
    fputs(output->is_played_to ? "* " : "  ", stdout);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, title);
    printf("%s: ", tare_style(stdout, TARE_STYLE_PLAIN));
    tare_terminal_print(stdout, rule                 ? tare_devices_sound(known, rule)->name
                                : known->rules.n > 0 ? "flat, unknown"
                                                     : "no rule");
    putchar('\n');
    for (unsigned i = 0; i < TARE_N_OUTPUT_NAMES; ++i)
        if (output->names[i][0] != '\0') {
            printf("    %s%-20s%s", tare_style(stdout, TARE_STYLE_FAINT),
                   tare_output_name_label((TareOutputName)i), tare_style(stdout, TARE_STYLE_PLAIN));
            tare_terminal_print(stdout, output->names[i]);
            putchar('\n');
        }
}

static TareExit print_list(const Call* call, const TareDevicesKnown* known,
                           const TareOutput* outputs, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        print_output(&outputs[i], known);
    for (size_t i = 0; i < known->rules.n; ++i) {
        const TareDeviceRule* const rule = &known->rules.rules[i];
        fputs(i == 0 && n > 0 ? "\n" : "", stdout);
        fputs("rule \"", stdout);
        tare_terminal_print(stdout, rule->pattern);
        fputs("\": ", stdout);
        tare_terminal_print(stdout, known->sounds[i].name);
        if (rule->id) {
            fputs(" (", stdout);
            tare_terminal_print(stdout, rule->id);
            putchar(')');
        }
        putchar('\n');
    }
    return tare_cli_flush(call->command, TARE_EXIT_DONE);
}

static TareExit list(const Call* call, const TareChainPaths* paths)
{
    TareDevicesKnown known;
    TareExit state = tare_devices_know(&known, NULL, call->command, paths->devices);
    if (state != TARE_EXIT_DONE)
        return state;
    const char* why = NULL;
    TareSession* const session = tare_live_open(&why);
    const size_t n = session ? tare_live_outputs(session, NULL, 0) : 0;
    TareOutput* const outputs = calloc(n + 1, sizeof *outputs);
    if (outputs && n > 0)
        (void)tare_live_outputs(session, outputs, n);
    if (!session)
        tare_cli_note(call->command, "%s", why);
    if (!outputs)
        state = tare_cli_no_memory(call->command);
    else
        state = call->json ? print_json(call, &known, outputs, n)
                           : print_list(call, &known, outputs, n);
    tare_live_close(session);
    free(outputs);
    tare_devices_forget(&known);
    return state;
}

/* tare device set, tare device forget */

/** Makes sure that somebody follows the devices now. */
static TareExit start_watcher(const TareUse* use)
{
    char program[TARE_PROGRAM_PATH];
    tare_program_path(program);
    char device[] = "device";
    char watch[] = "watch";
    char* const arguments[] = {program, device, watch, NULL};
    if (tare_watch_lock_holder() > 0 || tare_detached_start(arguments, NULL) > 0)
        return TARE_EXIT_DONE;
    tare_cli_error(use->command, "%s cannot be started: %s", program, strerror(errno));
    return TARE_EXIT_UNUSED;
}

/** Writes the rules, in a folder that may not be there yet. */
static TareExit write_rules(const TareUse* use, const TareDeviceRules* rules)
{
    if (!tare_use_make_folder(use->command, use->paths.settings))
        return TARE_EXIT_UNUSED;
    const TareStatus status =
        tare_device_rules_write(rules, use->paths.devices, tare_cli_reporter());
    if (status == TARE_NO_MEMORY)
        return tare_cli_no_memory(use->command);
    return status == TARE_OK ? TARE_EXIT_DONE : TARE_EXIT_UNUSED;
}

static void tell_rule(const Call* call, const char* id)
{
    tare_terminal_print(stdout, call->operands.texts[0]);
    fputs(": ", stdout);
    tare_terminal_print(stdout, id ? id : "flat");
    putchar('\n');
}

/** Says why nobody follows the rules now, if so. */
static void tell_if_not_running(const Call* call)
{
    const char* why = NULL;
    TareSession* const session = tare_live_open(&why);
    if (!session)
        tare_cli_note(call->command, "%s", why);
    tare_live_close(session);
}

typedef bool Change(TareDeviceRules* rules, const Call* call, const char* id);

/** Reads, changes and writes the rules; how many there are then goes to `n`. */
static TareExit change_file(const TareUse* use, const Call* call, Change* change, const char* id,
                            size_t* n)
{
    TareDeviceRules rules;
    TareExit state = tare_cli_exit_of(
        call->command, tare_device_rules_read(&rules, use->paths.devices, tare_cli_reporter()));
    if (state == TARE_EXIT_DONE)
        state = change(&rules, call, id) ? write_rules(use, &rules) : TARE_EXIT_UNUSED;
    *n = rules.n;
    tare_device_rules_clear(&rules);
    return state;
}

/** Sets a rule. Who follows it is settled first, with and without a running PipeWire; a sink that
   is not there yet is made, flat. */
static TareExit set_under_lock(TareUse* use, const Call* call, Change* change, const char* id)
{
    static const TareUseWish no_wish = {0};
    size_t n = 0;
    TareExit state = tare_use_write_start(use, TARE_WATCHER_THIS);
    if (state == TARE_EXIT_DONE)
        state = change_file(use, call, change, id, &n);
    if (state != TARE_EXIT_DONE)
        return state;
    tell_rule(call, id);
    tare_start_file_clear(&use->start); /* it has just been written anew */
    if (!tare_start_file_read(&use->start, use->paths.start))
        return tare_cli_no_memory(call->command);
    if (use->has_choice)
        tell_if_not_running(call);
    else
        state = tare_use_apply(use, &no_wish);
    return tare_cli_worse(state, start_watcher(use));
}

static TareExit forget_under_lock(TareUse* use, const Call* call, Change* change)
{
    size_t n = 0;
    const TareExit state = change_file(use, call, change, NULL, &n);
    return state == TARE_EXIT_DONE && n == 0 && use->has_choice
               ? tare_use_write_start(use, TARE_WATCHER_NONE)
               : state;
}

/** One change of the rules, under the lock. */
static TareExit change_rules(const Call* call, Change* change, const char* id, bool is_set)
{
    TareUse use;
    TareExit state = tare_use_begin(&use, call->command, is_set ? TARE_USE_MAKE : TARE_USE_CHANGE);
    if (state == TARE_EXIT_DONE)
        state =
            is_set ? set_under_lock(&use, call, change, id) : forget_under_lock(&use, call, change);
    tare_use_end(&use);
    state = tare_cli_flush(call->command, state);
    tare_interrupt_obey();
    return state;
}

static bool set_rule(TareDeviceRules* rules, const Call* call, const char* id)
{
    if (tare_device_rules_set(rules, call->operands.texts[0], id))
        return true;
    tare_cli_no_memory(call->command);
    return false;
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
        return change_rules(call, set_rule, NULL, true);
    TarePick pick;
    TareExit state = tare_pick_words(&pick, call->command, model, NULL);
    if (state != TARE_EXIT_DONE)
        return state;
    state = change_rules(call, set_rule, pick.correction->entry.id, true);
    tare_pick_clear(&pick);
    return state;
}

static bool forget_rule(TareDeviceRules* rules, const Call* call, const char* id)
{
    (void)id;
    if (call->all) {
        tare_device_rules_clear(rules);
        return true;
    }
    if (tare_device_rules_forget(rules, call->operands.texts[0]))
        return true;
    tare_cli_error(call->command, "there is no rule \"%s\"; 'tare device list' shows them",
                   call->operands.texts[0]);
    return false;
}

static TareExit forget(const Call* call)
{
    if (call->operands.n != (call->all ? 0 : 1)) {
        tare_cli_error(call->command, "expected 'forget NAME', or 'forget --all'");
        return TARE_EXIT_WRONG;
    }
    return change_rules(call, forget_rule, NULL, false);
}

/* tare device watch */

static TareExit watch(const Call* call, const TareChainPaths* paths)
{
    const char* why = NULL;
    TareSession* const session = tare_live_open(&why);
    if (!session) {
        tare_cli_error(call->command, "%s", why);
        return TARE_EXIT_UNUSED;
    }
    const TareExit state = tare_live_follow(session, call->command, paths);
    tare_live_close(session);
    return state;
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
    const TareExit state = is_list ? list(call, &paths) : watch(call, &paths);
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

static const TareAction actions[] = {
    {.name = "list"},
    {"set",
     {.first.list = tare_offer_outputs, .rest.list = tare_offer_models, .is_one_name = true}},
    {"forget", {.first.list = tare_offer_rules}},
    {.name = "watch"},
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
    .operands = {.min = 1, .max = -1, .what = "list, set, forget or watch", .actions = actions},
    .run = device};
