#include "cli/sink/device_list.h"

#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "cli/sink/output_json.h"
#include "cli/sink/sink_words.h"
#include "cli/sink/taste_sound.h"
#include "pipewire/live/device_sounds.h"
#include "pipewire/live/live.h"

#include <stdio.h>
#include <stdlib.h>

static json_t* output_item(const TareOutput* output, const TareDeviceSounds* known)
{
    const TareDeviceRule* const rule = tare_output_rule(output, &known->rules);
    json_t* const item = tare_output_json(output);
    const bool ok = tare_json_set(item, "playing", json_boolean(output->is_played_to)) &&
                    tare_json_set(item, "rule", tare_json_text(rule ? rule->pattern : NULL)) &&
                    tare_json_set(item, "correction", tare_json_text(rule ? rule->id : NULL));
    return tare_json_keep_if(ok, item);
}

static json_t* rule_item(const void* known, size_t i)
{
    const TareDeviceRule* const rule = &((const TareDeviceSounds*)known)->rules.rules[i];
    json_t* const item = json_object();
    const bool ok = tare_json_set(item, "device", tare_json_text(rule->pattern)) &&
                    tare_json_set(item, "correction", tare_json_text(rule->id)) &&
                    tare_json_set(item, "file", tare_json_text(rule->file)) &&
                    tare_json_set(item, "taste", tare_taste_json(&rule->taste));
    return tare_json_keep_if(ok, item);
}

static TareExit print_json(const TareCommand* command, const TareDeviceSounds* known,
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
    return tare_json_print(command, tare_json_keep_if(ok, object));
}

static void print_output(const TareOutput* output, const TareDeviceSounds* known)
{
    const TareDeviceRule* const rule = tare_output_rule(output, &known->rules);
    char title[TARE_OUTPUT_TITLE];
    tare_output_title(output, title, sizeof title);
    fputs(output->is_played_to ? "* " : "  ", stdout);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print(stdout, title);
    printf("%s: ", tare_style(stdout, TARE_STYLE_PLAIN));
    tare_terminal_print(stdout, rule                 ? tare_device_sounds_of(known, rule)->name
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

static TareExit print_list(const TareCommand* command, const TareDeviceSounds* known,
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
        if (!tare_taste_is_none(&rule->taste)) {
            char words[TARE_TASTE_WORDS];
            tare_taste_sound_words(&rule->taste, words);
            printf(", taste of its own: %s", words);
        }
        putchar('\n');
    }
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

void tare_device_list_tell_unknown(const TareCommand* command, const char* pattern)
{
    TareLivePresence presence;
    TareSession* const session = tare_live_open(&presence);
    const size_t n = session ? tare_live_outputs(session, NULL, 0) : 0;
    TareOutput* const outputs = calloc(n + 1, sizeof *outputs);
    bool is_known = !session || !outputs;
    if (!is_known)
        (void)tare_live_outputs(session, outputs, n);
    for (size_t i = 0; !is_known && i < n; ++i)
        is_known = tare_output_fits(&outputs[i], pattern);
    if (!is_known)
        tare_cli_note(command,
                      "no output that is there now is called '%s'; the rule waits for one ('tare "
                      "device list' shows them)",
                      pattern);
    free(outputs);
    tare_live_close(session);
}

TareExit tare_device_list(const TareCommand* command, const TareChainPaths* paths, bool json)
{
    const TareReporter reporter = tare_cli_command_reporter(command);
    TareDeviceSounds known;
    TareExit state =
        tare_cli_exit_of(command, tare_device_sounds_read(&known, NULL, paths, &reporter));
    if (state != TARE_EXIT_DONE)
        return state;
    TareLivePresence presence;
    TareSession* const session = tare_live_open(&presence);
    const size_t n = session ? tare_live_outputs(session, NULL, 0) : 0;
    TareOutput* const outputs = calloc(n + 1, sizeof *outputs);
    if (outputs && n > 0)
        (void)tare_live_outputs(session, outputs, n);
    if (!session)
        tare_cli_note(command, "%s", tare_sink_words_presence(presence));
    if (!outputs)
        state = tare_cli_no_memory(command);
    else
        state = json ? print_json(command, &known, outputs, n)
                     : print_list(command, &known, outputs, n);
    tare_live_close(session);
    free(outputs);
    tare_device_sounds_clear(&known);
    return state;
}
