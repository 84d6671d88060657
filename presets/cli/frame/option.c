#include "cli/frame/option.h"

TareOptionWalk tare_option_walk(const TareOption* options)
{
    static const TareOption none = {.name = NULL};
    return (TareOptionWalk){.next = options ? options : &none};
}

static bool is_end(const TareOption* option)
{
    return !option->name && !option->rows;
}

bool tare_option_walk_next(TareOptionWalk* walk)
{
    while (walk->next_in_part || !is_end(walk->next)) {
        const TareOption* const part = walk->next_in_part;
        if (part && !is_end(part)) {
            walk->option = part;
            walk->offset = walk->part_offset + part->offset;
            walk->next_in_part = part + 1;
            return true;
        }
        walk->next_in_part = NULL;
        if (part)
            continue;
        const TareOption* const option = walk->next++;
        walk->next_in_part = option->rows;
        walk->part_offset = option->offset;
        if (!option->rows) {
            walk->option = option;
            walk->offset = option->offset;
            return true;
        }
    }
    return false;
}
