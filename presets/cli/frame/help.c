#include "base/nearest.h"
#include "cli/frame/candidates.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"
#include "cli/frame/usage.h"
#include "tare/version.h"

#include <stdio.h>
#include <string.h>

const TareCommand* tare_command_find_name(const char* name)
{
    for (const TareCommand* const* command = tare_commands; *command; ++command)
        if (strcmp((*command)->name, name) == 0)
            return *command;
    return NULL;
}

TareExit tare_command_unknown(const char* name)
{
    TareNearest nearest = {.typed = name};
    for (const TareCommand* const* command = tare_commands; *command; ++command)
        if (!(*command)->is_hidden)
            tare_nearest_look(&nearest, (*command)->name);
    const char* const meant = tare_nearest_word(&nearest);
    if (meant)
        tare_cli_error(NULL, "unknown command '%s'; did you mean '%s'?", name, meant);
    else
        tare_cli_error(NULL, "unknown command '%s'; expected one that 'tare help' lists", name);
    return TARE_EXIT_WRONG;
}

static void print_overview(void)
{
    printf("tare takes your headphones out of the sound.\n\nusage: tare COMMAND [options] ...\n\n");
    for (const TareCommand* const* command = tare_commands; *command; ++command)
        if (!(*command)->is_hidden)
            printf("  %-11s%s\n", (*command)->name, (*command)->summary);
    printf("\n'tare COMMAND --help' tells more. A MODEL is what you would type to find it, "
           "\"hd 650\",\nan exact name, or the id of a correction, "
           "sony-mdr-ex1000/audioreview.\n");
}

static TareExit help(const TareCommand* command, TareArguments arguments)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    if (parsed.done)
        return parsed.state;
    if (parsed.operands.n == 0) {
        print_overview();
        return tare_cli_flush(command, TARE_EXIT_DONE);
    }
    const TareCommand* const topic = tare_command_find_name(parsed.operands.texts[0]);
    if (!topic)
        return tare_command_unknown(parsed.operands.texts[0]);
    tare_usage_print(topic);
    return tare_cli_flush(topic, TARE_EXIT_DONE);
}

const TareCommand tare_command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Explains the program or one of its commands",
    .example = "find",
    .operands = {.max = 1, .offers.rest.list = tare_offer_commands},
    .run = help};

static TareExit version(const TareCommand* command, TareArguments arguments)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    if (parsed.done)
        return parsed.state;
    printf("tare %s\n", TARE_VERSION);
    return tare_cli_flush(command, TARE_EXIT_DONE);
}

const TareCommand tare_command_version = {
    .name = "version", .arguments = "", .summary = "Prints the version", .run = version};
