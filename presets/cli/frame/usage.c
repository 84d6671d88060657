#include "cli/frame/usage.h"

#include "cli/frame/command.h"
#include "cli/frame/option.h"

#include <stdio.h>
#include <string.h>

enum { HELP_COLUMN = 26 };

const TareOption tare_usage_help = {.name = "help", .letter = 'h', .help = "print this help"};

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

void tare_usage_print(const TareCommand* command)
{
    printf("usage: tare %s%s%s%s\n\n%s.\n\n", command->name, command->options ? " [options]" : "",
           command->arguments[0] != '\0' ? " " : "", command->arguments, command->summary);
    TareOptionWalk walk = tare_option_walk(command->options);
    while (tare_option_walk_next(&walk))
        print_option(walk.option);
    print_option(&tare_usage_help);
    if (command->note)
        printf("\n%s\n", command->note);
    if (command->example)
        printf("\nexample: tare %s %s\n", command->name, command->example);
}
