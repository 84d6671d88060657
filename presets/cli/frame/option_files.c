#include "cli/frame/option_files.h"

#include "base/file.h"
#include "cli/frame/cli.h"
#include "cli/frame/option.h"

#include <stddef.h>

/** The value of an option by an index from 0; NULL behind the last, and where it is no file. */
static const char* file_of(const TareOptionWalk* walk, const void* request, unsigned index)
{
    const void* const place = (const char*)request + walk->offset;
    if (!walk->option->offer.files)
        return NULL;
    if (walk->option->kind == TARE_OPTION_TEXTS) {
        const TareOptionTexts* const list = place;
        return index < list->n ? list->texts[index] : NULL;
    }
    return walk->option->kind == TARE_OPTION_TEXT && index == 0 ? *(const char* const*)place : NULL;
}

static bool say_same(const TareCommand* command, const char* path)
{
    tare_cli_error(command, "%s is another file of this call; expected a name of its own", path);
    return false;
}

/** Holds a file to write against the values of all options but that which names it. */
static bool check_options(const TareCommand* command, const TareOption* written, const char* path,
                          const void* request)
{
    TareOptionWalk walk = tare_option_walk(command->options);
    while (tare_option_walk_next(&walk))
        for (unsigned i = 0; walk.option != written && file_of(&walk, request, i); ++i)
            if (tare_file_is_same(path, file_of(&walk, request, i)))
                return say_same(command, path);
    return true;
}

static bool check_operands(const TareCommand* command, const char* path, TareArguments operands)
{
    for (int i = 0; command->operands.offers.rest.files && i < operands.n; ++i)
        if (tare_file_is_same(path, operands.texts[i]))
            return say_same(command, path);
    return true;
}

bool tare_option_files_check(const TareCommand* command, TareArguments operands,
                             const void* request)
{
    TareOptionWalk walk = tare_option_walk(command->options);
    while (tare_option_walk_next(&walk)) {
        const char* const path = walk.option->is_written ? file_of(&walk, request, 0) : NULL;
        if (path && (!check_options(command, walk.option, path, request) ||
                     !check_operands(command, path, operands)))
            return false;
    }
    return true;
}

bool tare_option_files_spare(const TareCommand* command, const char* path, const void* request)
{
    return check_options(command, NULL, path, request);
}
