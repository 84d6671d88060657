#include "curves/targets.h"
#include "cli/frame/command.h"

#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/options.h"
#include "cli/frame/terminal.h"

#include <stdio.h>

/** Where the figures come from; NULL when there are none. */
static json_t* source_json(const TareTarget* target)
{
    char source[160];
    snprintf(source, sizeof source, "AutoEq 4.1, targets/%s.csv", target->file ? target->file : "");
    return tare_json_text(target->file ? source : NULL);
}

static json_t* target_item(const void* unused, size_t i)
{
    const TareTarget* const target = tare_target_get(i);
    json_t* const object = json_object();
    (void)unused;
    const bool ok = tare_json_set(object, "name", tare_json_text(target->name)) &&
                    tare_json_set(object, "form", tare_json_text(tare_form_name(target->form))) &&
                    tare_json_set(object, "rig", tare_json_text(tare_rig_name(target->rig))) &&
                    tare_json_set(object, "source", source_json(target)) &&
                    tare_json_set(object, "licence", tare_json_text(tare_target_licence(target))) &&
                    tare_json_set(object, "note", tare_json_text(target->note));
    return tare_json_keep_if(ok, object);
}

static void print_target(const TareTarget* target)
{
    const char* const form = tare_form_name(target->form);
    const char* const rig = tare_rig_name(target->rig);
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print_padded(stdout, target->name, 26);
    printf("%s  %-8s  %-4s  %s", tare_style(stdout, TARE_STYLE_PLAIN), form ? form : "any",
           rig ? rig : "any", target->note);
    if (target->file)
        printf("  %s(AutoEq 4.1, %s; %s)%s", tare_style(stdout, TARE_STYLE_FAINT), target->file,
               tare_target_licence(target), tare_style(stdout, TARE_STYLE_PLAIN));
    putchar('\n');
}

static TareExit targets(const TareCommand* command, TareArguments arguments)
{
    bool json = false;
    const TareParsed parsed = tare_options_parse(command, arguments, &json);
    if (parsed.done)
        return parsed.state;
    size_t n = 0;
    while (tare_target_get(n))
        ++n;
    if (json)
        return tare_json_print(command, tare_json_array(n, target_item, NULL));
    for (size_t i = 0; i < n; ++i)
        print_target(tare_target_get(i));
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

const TareCommand tare_command_targets = {
    .name = "targets",
    .arguments = "",
    .summary = "Lists the targets that 'tare fit' has: form, ear, whose they are",
    .options = tare_options_json,
    .run = targets};
