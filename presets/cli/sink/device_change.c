#include "cli/sink/device_change.h"

#include "base/utf8.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/use.h"
#include "corrections/correction.h"
#include "pipewire/live/sink.h"
#include "pipewire/live/sink_rules.h"

#include <stdio.h>
#include <string.h>

/** A rule as it is set. */
typedef struct {
    const char* name;
    const char* id; ///< of the correction; NULL for none
} Rule;

static void print_rule(const Rule* rule)
{
    tare_terminal_print(stdout, rule->name);
    fputs(": ", stdout);
    tare_terminal_print(stdout, rule->id ? rule->id : "flat");
    putchar('\n');
}

/** Who follows the rule is settled first, with and without a running PipeWire; a sink that is not
    there yet is made, flat. */
static TareExit set_in(const TareCommand* command, TareSink* sink, const void* data)
{
    const Rule* const rule = data;
    const TareSinkResult result = tare_sink_rules_set(sink, rule->name, rule->id);
    const TareExit state = tare_sink_words_exit(command, sink, NULL, result);
    if (state != TARE_EXIT_DONE)
        return state;
    print_rule(rule);
    return tare_use_follow(command, sink);
}

static TareExit set_rule(const TareCommand* command, const char* name, const char* id)
{
    const Rule rule = {name, id};
    return tare_use_run(command, true, set_in, &rule);
}

TareExit tare_device_change_set(const TareCommand* command, TareArguments operands, bool flat)
{
    const char* const name = operands.n > 0 ? operands.texts[0] : "";
    const TareArguments model = {operands.n - 1, operands.texts + 1};
    if (name[0] == '\0' || (model.n > 0) == flat) {
        tare_cli_error(command, "expected 'set NAME MODEL', or 'set NAME --flat'");
        return TARE_EXIT_WRONG;
    }
    if (!tare_utf8_is_valid(name, strlen(name), NULL)) {
        tare_cli_error(command, "the name is not UTF-8; expected one that 'list' shows");
        return TARE_EXIT_WRONG;
    }
    if (flat)
        return set_rule(command, name, NULL);
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, model, NULL);
    if (state != TARE_EXIT_DONE)
        return state;
    tare_pick_tell_words(command, pick.stock, pick.correction);
    state = set_rule(command, name, pick.correction->entry.id);
    tare_pick_clear(&pick);
    return state;
}

static TareExit forget_in(const TareCommand* command, TareSink* sink, const void* data)
{
    const char* const name = data;
    const TareSinkResult result = tare_sink_rules_forget(sink, name);
    if (result == TARE_SINK_NO_RULE)
        tare_cli_error(command, "there is no rule \"%s\"; 'tare device list' shows them", name);
    return tare_sink_words_exit(command, sink, NULL, result);
}

TareExit tare_device_change_forget(const TareCommand* command, TareArguments operands, bool all)
{
    if (operands.n != (all ? 0 : 1)) {
        tare_cli_error(command, "expected 'forget NAME', or 'forget --all'");
        return TARE_EXIT_WRONG;
    }
    return tare_use_run(command, false, forget_in, all ? NULL : operands.texts[0]);
}
