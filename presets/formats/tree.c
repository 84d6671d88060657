#include "formats/tree.h"

#include "base/number.h"
#include "base/pool.h"

#include <string.h>

TareTree* tare_tree_add(TarePool* pool, TareTree* parent, TareTreeKind kind, unsigned line,
                        const char* key)
{
    TareTree* const part = tare_pool_take(pool, sizeof *part);
    if (!part)
        return NULL;
    *part = (TareTree){.kind = kind, .line = line, .key = key, .text = ""};
    if (parent && parent->last)
        parent->last->next = part;
    else if (parent)
        parent->first = part;
    if (parent)
        parent->last = part;
    return part;
}

static bool is_nothing(const TareTree* part)
{
    return part->kind == TARE_TREE_TEXT && !part->is_quoted &&
           (!*part->text || strcmp(part->text, "null") == 0 || strcmp(part->text, "~") == 0);
}

const TareTree* tare_tree_get(const TareTree* map, const char* key)
{
    const TareTree* found = NULL;
    for (const TareTree* part = map && map->kind == TARE_TREE_MAP ? map->first : NULL; part;
         part = part->next)
        if (strcmp(part->key, key) == 0)
            found = part;
    return found && !is_nothing(found) ? found : NULL;
}

const char* tare_tree_text(const TareTree* map, const char* key)
{
    const TareTree* const part = tare_tree_get(map, key);
    return part ? part->text : "";
}

bool tare_tree_is(const TareTree* part, const char* text)
{
    return part && part->kind == TARE_TREE_TEXT && strcmp(part->text, text) == 0;
}

bool tare_tree_is_true(const TareTree* part)
{
    static const char* const words[] = {"true", "True", "TRUE", "yes", "on"};
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (tare_tree_is(part, words[i]))
            return true;
    return false;
}

bool tare_tree_number(const TareTree* part, double* number)
{
    const size_t length = part ? strlen(part->text) : 0;
    size_t used = 0;
    return part && part->kind == TARE_TREE_TEXT && !part->is_quoted &&
           tare_number_parse(part->text, length, number, &used) && used == length;
}
