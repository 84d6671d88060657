#include "cli/frame/help.h"

#include "base/nearest.h"
#include "cli/frame/cli.h"
#include "cli/frame/options.h"
#include "tare/version.h"

#include <stdio.h>
#include <string.h>

enum { HELP_COLUMN = 26 };

const TareOption tare_help_option = {.name = "help", .letter = 'h', .help = "print this help"};

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

static void print_option(const TareOption* option)
{
    char left[64];
    snprintf(left, sizeof left, "  %c%c%s --%s%s%s", option->letter != '\0' ? '-' : ' ',
             option->letter != '\0' ? option->letter : ' ', option->letter != '\0' ? "," : " ",
             option->name, option->value ? " " : "", option->value ? option->value : "");
    if (strlen(left) + 2 > HELP_COLUMN)
        printf("%s\n%*s%s\n", left, HELP_COLUMN, "", option->help);
    else
        printf("%-*s%s\n", HELP_COLUMN, left, option->help);
}

void tare_help_print(const TareCommand* command)
{
    printf("usage: tare %s%s%s%s\n\n%s.\n\n", command->name, command->options ? " [options]" : "",
           command->arguments[0] != '\0' ? " " : "", command->arguments, command->summary);
    TareOptionWalk walk = tare_option_walk(command->options);
    while (tare_option_walk_next(&walk))
        print_option(walk.option);
    print_option(&tare_help_option);
    if (command->note)
        printf("\n%s\n", command->note);
    if (command->example)
        printf("\nexample: tare %s %s\n", command->name, command->example);
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
    tare_help_print(topic);
    return tare_cli_flush(topic, TARE_EXIT_DONE);
}

const TareCommand tare_command_help = {.name = "help",
                                       .arguments = "[COMMAND]",
                                       .summary = "Explains the program or one of its commands",
                                       .example = "find",
                                       .operands = {.max = 1},
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
