#include "cli/sink/device_change.h"

#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "cli/sink/device_list.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/taste_sound.h"
#include "cli/sink/use.h"
#include "pipewire/live/sink_rules.h"
#include "pipewire/session/device_rules.h"

#include <stdio.h>

static void print_rule(const TareDeviceRule* rule)
{
    const TareTaste usual = tare_taste_sound_usual();
    TareTaste taste = usual;
    char words[TARE_TASTE_WORDS];
    tare_terminal_print(stdout, rule->pattern);
    fputs(": ", stdout);
    tare_terminal_print(stdout, rule->id ? rule->id : "flat");
    tare_taste_put(&taste, &rule->taste);
    tare_taste_sound_words(&taste, words);
    if (!tare_taste_equal(&taste, &usual))
        printf(", %s", words);
    putchar('\n');
}

/** Who follows the rule is settled first, with and without a running PipeWire; a sink that is not
    there yet is made, flat. */
static TareExit set_in(const TareCommand* command, TareSink* sink, const void* data)
{
    const TareDeviceRule* const rule = data;
    const TareSinkResult result = tare_sink_rules_set(sink, rule);
    const TareExit state = tare_sink_words_exit(command, sink, NULL, result);
    if (state != TARE_EXIT_DONE)
        return state;
    print_rule(rule);
    tare_device_list_tell_unknown(command, rule->pattern);
    return tare_use_follow(command, sink);
}

TareExit tare_device_change_set(const TareCommand* command, const TareDeviceRule* rule)
{
    return tare_use_run(command, true, set_in, rule);
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
