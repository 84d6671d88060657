#include "cli/frame/option_rules.h"

#include "base/nearest.h"
#include "cli/frame/cli.h"
#include "cli/frame/option.h"

#include <string.h>

uint64_t tare_option_bit(const TareOption* table, const TareOption* option)
{
    TareOptionWalk walk = tare_option_walk(table);
    uint64_t bit = 1;
    while (tare_option_walk_next(&walk) && walk.option != option)
        bit <<= 1;
    return bit;
}

/** Whether a name is one of a list with blanks between. */
static bool is_listed(const char* names, const char* name)
{
    const size_t length = strlen(name);
    for (const char* at = names; at && *at != '\0'; at += strspn(at, " ")) {
        const size_t n = strcspn(at, " ");
        if (n == length && memcmp(at, name, n) == 0)
            return true;
        at += n;
    }
    return false;
}

/** An option that was given and whose name is listed; NULL when none is. */
static const TareOption* find_given(const TareOption* table, uint64_t given, const char* names)
{
    TareOptionWalk walk = tare_option_walk(table);
    for (uint64_t bit = 1; tare_option_walk_next(&walk); bit <<= 1)
        if ((given & bit) && is_listed(names, walk.option->name))
            return walk.option;
    return NULL;
}

static bool check_option(const TareCommand* command, const TareOption* option, uint64_t given)
{
    const TareOption* const other = find_given(command->options, given, option->not_with);
    if (other)
        tare_cli_error(command, "--%s means nothing with --%s; expected either", option->name,
                       other->name);
    else if (option->only_with && !find_given(command->options, given, option->only_with))
        tare_cli_error(command, "--%s means nothing alone; expected --%s with it", option->name,
                       option->only_with);
    else
        return true;
    return false;
}

/** The action of a name; NULL when there is none. */
static const TareAction* find_action(const TareCommand* command, const char* name)
{
    const TareAction* action = command->operands.actions;
    while (action && action->name && strcmp(action->name, name) != 0)
        ++action;
    return action && action->name ? action : NULL;
}

bool tare_option_is_taken(const TareCommand* command, TareArguments operands,
                          const TareOption* option)
{
    const TareAction* const action =
        operands.n > 0 ? find_action(command, operands.texts[0]) : NULL;
    return !action || is_listed(action->options, option->name);
}

static void say_unknown_action(const TareCommand* command, const char* name)
{
    TareNearest nearest = {.typed = name};
    for (const TareAction* action = command->operands.actions; action->name; ++action)
        tare_nearest_look(&nearest, action->name);
    const char* const meant = tare_nearest_word(&nearest);
    if (meant)
        tare_cli_error(command, "'%s' is none of %s; did you mean %s?", name,
                       command->operands.what, meant);
    else
        tare_cli_error(command, "'%s' is unknown; expected %s", name, command->operands.what);
}

static bool check_action(const TareCommand* command, TareArguments operands, uint64_t given)
{
    const TareAction* const action = find_action(command, operands.texts[0]);
    if (!action) {
        say_unknown_action(command, operands.texts[0]);
        return false;
    }
    TareOptionWalk walk = tare_option_walk(command->options);
    for (uint64_t bit = 1; tare_option_walk_next(&walk); bit <<= 1) {
        if (!(given & bit) || tare_option_is_taken(command, operands, walk.option))
            continue;
        tare_cli_error(command, "%s takes no --%s; expected tare %s %s", action->name,
                       walk.option->name, command->name, action->arguments);
        return false;
    }
    if (!action->is_alone || operands.n == 1)
        return true;
    tare_cli_error(command, "'%s' is too much; expected tare %s %s", operands.texts[1],
                   command->name, action->arguments);
    return false;
}

bool tare_option_rules_check(const TareCommand* command, TareArguments operands, uint64_t given)
{
    TareOptionWalk walk = tare_option_walk(command->options);
    for (uint64_t bit = 1; tare_option_walk_next(&walk); bit <<= 1)
        if ((given & bit) && !check_option(command, walk.option, given))
            return false;
    return !command->operands.actions || operands.n == 0 || check_action(command, operands, given);
}
