#include "cli/frame/options.h"

#include "base/nearest.h"
#include "base/number.h"
#include "cli/frame/cli.h"
#include "cli/frame/command.h"
#include "cli/frame/option_files.h"
#include "cli/frame/option_reader.h"
#include "cli/frame/option_rules.h"
#include "cli/frame/usage.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const TareOption tare_options_json[] = {
    {.name = "json", .kind = TARE_OPTION_FLAG, .offset = 0, .help = "print JSON"}, {.name = NULL}};

static void say_unknown(const TareCommand* command, const char* typed)
{
    char name[32] = "";
    if (strncmp(typed, "--", 2) == 0)
        snprintf(name, sizeof name, "%.*s", (int)strcspn(typed + 2, "="), typed + 2);
    TareNearest nearest = {.typed = name};
    TareOptionWalk walk = tare_option_walk(command->options);
    while (tare_option_walk_next(&walk))
        tare_nearest_look(&nearest, walk.option->name);
    const char* const meant = name[0] != '\0' ? tare_nearest_word(&nearest) : NULL;
    if (meant)
        tare_cli_error(command, "unknown option %s; did you mean --%s?", typed, meant);
    else
        tare_cli_error(command, "unknown option %s; 'tare %s --help' lists the options", typed,
                       command->name);
}

static bool take_number(const TareCommand* command, const TareOption* option, const char* text,
                        double* number)
{
    double value = 0.0;
    size_t used = 0;
    const size_t length = strlen(text);
    const bool is_number = tare_number_parse(text, length, &value, &used) && used == length;
    if (is_number && value >= option->min && value <= option->max &&
        (!option->is_whole || floor(value) == value)) {
        *number = value;
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

static bool add_text(const TareCommand* command, const TareOption* option, const char* text,
                     TareOptionTexts* list)
{
    if (list->n < TARE_OPTION_MAX_TEXTS) {
        list->texts[list->n++] = text;
        return true;
    }
    tare_cli_error(command, "--%s stands too often; expected it at most %d times", option->name,
                   TARE_OPTION_MAX_TEXTS);
    return false;
}

static bool take_option(const TareCommand* command, const TareOptionReader* reader, void* request)
{
    void* const place = (char*)request + reader->offset;
    switch (reader->option->kind) {
    case TARE_OPTION_NUMBER:
        return take_number(command, reader->option, reader->text, place);
    case TARE_OPTION_TEXT:
        *(const char**)place = reader->text;
        return true;
    case TARE_OPTION_TEXTS:
        return add_text(command, reader->option, reader->text, place);
    case TARE_OPTION_FLAG:
        *(bool*)place = true;
        return true;
    }
    return false;
}

static bool check_operands(const TareCommand* command, TareArguments given)
{
    const TareOperands* const operands = &command->operands;
    if (given.n < operands->min) {
        tare_cli_error(command, "%s is missing; expected tare %s %s", operands->what, command->name,
                       command->arguments);
        return false;
    }
    if (operands->max >= 0 && given.n > operands->max) {
        tare_cli_error(command, "'%s' is too much; expected tare %s%s%s",
                       given.texts[operands->max], command->name,
                       command->arguments[0] != '\0' ? " " : "", command->arguments);
        return false;
    }
    return true;
}

/** Takes what was read last; false when it is no part of a good call, which is said. */
static bool take(const TareCommand* command, TareReadKind kind, const TareOptionReader* reader,
                 void* request)
{
    const TareOption* const option = reader->option;
    if (kind == TARE_READ_OPTION)
        return take_option(command, reader, request);
    if (kind == TARE_READ_UNKNOWN)
        say_unknown(command, reader->text);
    else if (kind == TARE_READ_FLAG_VALUE)
        tare_cli_error(command, "--%s takes no value; expected it alone", option->name);
    else
        tare_cli_error(command, "--%s has no value; expected --%s %s", option->name, option->name,
                       option->value);
    return false;
}

TareParsed tare_options_parse(const TareCommand* command, TareArguments arguments, void* request)
{
    TareParsed parsed = {false, TARE_EXIT_DONE, {0, arguments.texts}};
    TareOptionReader reader = tare_option_reader(command->options, arguments);
    TareReadKind kind = TARE_READ_END;
    uint64_t given = 0;
    while ((kind = tare_option_reader_next(&reader)) != TARE_READ_END) {
        if (kind == TARE_READ_HELP) {
            tare_usage_print(command);
            return (TareParsed){true, tare_cli_flush(command, TARE_EXIT_DONE), {0, NULL}};
        }
        if (kind == TARE_READ_OPERAND)
            parsed.operands.texts[parsed.operands.n++] = reader.text;
        else if (!take(command, kind, &reader, request))
            return (TareParsed){true, TARE_EXIT_WRONG, {0, NULL}};
        else
            given |= tare_option_bit(command->options, reader.option);
    }
    if (!check_operands(command, parsed.operands) ||
        !tare_option_rules_check(command, parsed.operands, given) ||
        !tare_option_files_check(command, parsed.operands, request))
        return (TareParsed){true, TARE_EXIT_WRONG, {0, NULL}};
    return parsed;
}
