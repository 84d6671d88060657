#include "cli/sink/device_change.h"

#include "base/utf8.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/terminal.h"
#include "cli/sink/device_list.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/taste_sound.h"
#include "cli/sink/use.h"
#include "controls.h"
#include "corrections/correction.h"
#include "pipewire/chain/port_values.h"
#include "pipewire/live/sink_rules.h"
#include "pipewire/session/device_rules.h"

#include <stdio.h>
#include <string.h>

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

/** The rule for a correction, which keeps its texts; one out of a file is in no catalogue, so that
    the rule holds its numbers. */
static TareExit set_correction(const TareCommand* command, const TareDeviceRule* asked,
                               const TareCorrection* correction, const char* file)
{
    char name[256];
    TareControls controls;
    TareDeviceRule rule = *asked;
    rule.id = (char*)correction->entry.id; /* for as long as the rule is copied */
    if (file) {
        const TareSound unsaid = tare_sound_default();
        tare_entry_display_name(&correction->entry, name, sizeof name);
        controls = tare_sound_controls(&unsaid, &correction->set);
        tare_port_values_round(&controls);
        rule.name = name;
        rule.file = (char*)(tare_utf8_is_valid(file, strlen(file), NULL) ? file : "?");
        rule.controls = &controls;
    }
    return tare_use_run(command, true, set_in, &rule);
}

static bool check_call(const TareCommand* command, const char* name, int n_words,
                       const TareDeviceWish* wish)
{
    const int n_given = (n_words > 0) + (wish->file.path != NULL) + wish->flat;
    const bool is_dialect_alone = wish->file.dialect && !wish->file.path;
    if (name[0] == '\0' || n_given != 1 || is_dialect_alone) {
        tare_cli_error(command, "expected 'set NAME MODEL', 'set NAME --file FILE', or 'set NAME "
                                "--flat'");
        return false;
    }
    if (!tare_utf8_is_valid(name, strlen(name), NULL)) {
        tare_cli_error(command, "the name is not UTF-8; expected one that 'list' shows");
        return false;
    }
    return true;
}

TareExit tare_device_change_set(const TareCommand* command, TareArguments operands,
                                const TareDeviceWish* wish)
{
    const char* const name = operands.n > 0 ? operands.texts[0] : "";
    const TareArguments model = {operands.n - 1, operands.texts + 1};
    if (!check_call(command, name, model.n, wish))
        return TARE_EXIT_WRONG;
    TareDeviceRule rule = tare_device_rule(name, NULL);
    rule.taste = tare_taste_sound_said(&wish->sound);
    if (wish->flat)
        return tare_use_run(command, true, set_in, &rule);
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, model, &wish->file);
    if (state != TARE_EXIT_DONE)
        return state;
    if (!wish->file.path)
        tare_pick_tell_words(command, pick.stock, pick.correction);
    state = set_correction(command, &rule, pick.correction, wish->file.path);
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
