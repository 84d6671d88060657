#include "cli/frame/options.h"

#include "base/nearest.h"
#include "base/number.h"
#include "cli/frame/cli.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HELP_COLUMN = 26 };

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

static void print_help(const TareCommand* command, const TareOption* options)
{
    static const TareOption help = {.name = "help", .letter = 'h', .help = "print this help"};
    printf("usage: tare %s%s%s%s\n\n%s.\n\n", command->name, options[0].name ? " [options]" : "",
           command->arguments[0] != '\0' ? " " : "", command->arguments, command->summary);
    for (const TareOption* option = options; option->name; ++option)
        print_option(option);
    print_option(&help);
    if (command->note)
        printf("\n%s\n", command->note);
    if (command->example)
        printf("\nexample: tare %s %s\n", command->name, command->example);
}

/** The option of a name of this length, "help" excluded. */
static const TareOption* find_long(const TareOption* options, const char* name, size_t length)
{
    for (const TareOption* option = options; option->name; ++option)
        if (strlen(option->name) == length && strncmp(option->name, name, length) == 0)
            return option;
    return NULL;
}

static const TareOption* find_letter(const TareOption* options, char letter)
{
    for (const TareOption* option = options; option->name; ++option)
        if (option->letter != '\0' && option->letter == letter)
            return option;
    return NULL;
}

static bool say_unknown(const TareCommand* command, const TareOption* options, const char* typed)
{
    char name[32] = "";
    if (strncmp(typed, "--", 2) == 0)
        snprintf(name, sizeof name, "%.*s", (int)strcspn(typed + 2, "="), typed + 2);
    TareNearest nearest = {.typed = name};
    for (const TareOption* option = options; option->name; ++option)
        tare_nearest_look(&nearest, option->name);
    const char* const meant = name[0] != '\0' ? tare_nearest_word(&nearest) : NULL;
    if (meant)
        tare_cli_error(command, "unknown option %s; did you mean --%s?", typed, meant);
    else
        tare_cli_error(command, "unknown option %s; 'tare %s --help' lists the options", typed,
                       command->name);
    return false;
}

static bool take_number(const TareCommand* command, const TareOption* option, const char* text)
{
    double value = 0.0;
    size_t used = 0;
    const size_t length = strlen(text);
    const bool is_number = tare_number_parse(text, length, &value, &used) && used == length;
    if (is_number && value >= option->min && value <= option->max &&
        (!option->is_whole || floor(value) == value)) {
        *option->number = value;
        return true;
    }
    char min[32];
    char max[32];
    tare_number_format(min, sizeof min, option->min);
    tare_number_format(max, sizeof max, option->max);
    tare_cli_error(command, "--%s %s cannot be used; expected a %snumber from %s to %s",
                   option->name, text, option->is_whole ? "whole " : "", min, max);
    return false;
}

/** `attached` is the value behind "=" or behind the letter; NULL when there is none. */
static bool take_option(const TareCommand* command, const TareOption* option, const char* attached,
                        TareArguments arguments, int* position)
{
    if (option->flag) {
        if (attached) {
            tare_cli_error(command, "--%s takes no value; expected it alone", option->name);
            return false;
        }
        *option->flag = true;
        return true;
    }
    const char* text = attached;
    if (!text) {
        if (*position + 1 >= arguments.n) {
            tare_cli_error(command, "--%s has no value; expected --%s %s", option->name,
                           option->name, option->value);
            return false;
        }
        text = arguments.texts[++*position];
    }
    if (option->number)
        return take_number(command, option, text);
    *option->text = text;
    return true;
}

static bool take_long(const TareCommand* command, const TareOption* options,
                      TareArguments arguments, int* position)
{
    const char* const typed = arguments.texts[*position];
    const char* const name = typed + 2;
    const size_t length = strcspn(name, "=");
    const TareOption* const option = find_long(options, name, length);
    if (!option)
        return say_unknown(command, options, typed);
    return take_option(command, option, name[length] == '=' ? name + length + 1 : NULL, arguments,
                       position);
}

static bool take_letters(const TareCommand* command, const TareOption* options,
                         TareArguments arguments, int* position)
{
    const char* const typed = arguments.texts[*position];
    for (const char* letter = typed + 1; *letter != '\0'; ++letter) {
        const TareOption* const option = find_letter(options, *letter);
        if (!option)
            return say_unknown(command, options, typed);
        if (!option->flag)
            return take_option(command, option, letter[1] != '\0' ? letter + 1 : NULL, arguments,
                               position);
        *option->flag = true;
    }
    return true;
}

static bool check_operands(const TareCommand* command, TareOperands operands, TareArguments given)
{
    if (given.n < operands.min) {
        tare_cli_error(command, "%s is missing; expected tare %s %s", operands.what, command->name,
                       command->arguments);
        return false;
    }
    if (operands.max >= 0 && given.n > operands.max) {
        tare_cli_error(command, "'%s' is too much; expected tare %s %s", given.texts[operands.max],
                       command->name, command->arguments);
        return false;
    }
    return true;
}

static bool is_help(const char* text)
{
    return strcmp(text, "--help") == 0 || strcmp(text, "-h") == 0;
}

TareParsed tare_options_parse(const TareCommand* command, const TareOption* options,
                              TareOperands operands, TareArguments arguments)
{
    TareParsed parsed = {false, TARE_EXIT_DONE, {0, arguments.texts}};
    bool options_end = false;
    for (int i = 0; i < arguments.n; ++i) {
        char* const text = arguments.texts[i];
        bool ok = true;
        if (options_end || text[0] != '-' || text[1] == '\0') {
            parsed.operands.texts[parsed.operands.n++] = text;
        } else if (is_help(text)) {
            print_help(command, options);
            return (TareParsed){true, tare_cli_flush(command, TARE_EXIT_DONE), {0, NULL}};
        } else if (strcmp(text, "--") == 0) {
            options_end = true;
        } else if (text[1] == '-') {
            ok = take_long(command, options, arguments, &i);
        } else {
            ok = take_letters(command, options, arguments, &i);
        }
        if (!ok)
            return (TareParsed){true, TARE_EXIT_WRONG, {0, NULL}};
    }
    if (!check_operands(command, operands, parsed.operands))
        return (TareParsed){true, TARE_EXIT_WRONG, {0, NULL}};
    return parsed;
}

TareParsed tare_options_parse_json(const TareCommand* command, TareArguments arguments, bool* json)
{
    bool is_given = false;
    const TareOption options[] = {{.name = "json", .flag = &is_given, .help = "print JSON"},
                                  {.name = NULL}};
    const TareParsed parsed =
        tare_options_parse(command, options, (TareOperands){0, 0, NULL}, arguments);
    *json = is_given;
    return parsed;
}
