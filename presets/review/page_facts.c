#include "review/page_facts.h"

#include "base/ascii.h"
#include "review/front_keys.h"

#include <stddef.h>
#include <string.h>

/* Names of pages, and the keys of a front matter that mean the same. */
static const struct {
    const char *name, *key;
    size_t max_length; ///< of the value, the rest is left out; 0 for any
} names[] = {
    {"author", "author", 0},
    {"dc.creator", "authors", 0},
    {"canonical", "canonical_url", 0},
    {"og:url", "url", 0},
    {"license", "license", 0},
    {"dcterms.license", "licence", 0},
    {"article:published_time", "date", 10}, /* the day, without the time */
    {"date", "published", 10},
};

static bool is_name(const char* text, const char* name)
{
    while (*name && tare_ascii_lower(*text) == *name) {
        ++text;
        ++name;
    }
    return !*name && !*text;
}

bool tare_page_keep_fact(TareFrontKeys* keys, const char* name, const char* value)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        if (!is_name(name, names[i].name))
            continue;
        const size_t length = strlen(value), max = names[i].max_length;
        return !tare_front_keys_next(keys, names[i].key, strlen(names[i].key)) ||
               tare_front_keys_keep(keys, value, max && length > max ? max : length, 1);
    }
    return true;
}

bool tare_page_keep_comment(TareFrontKeys* keys, const char* comment)
{
    static const char mark[] = "saved from url=(", key[] = "source_url";
    const char* const found = strstr(comment, mark);
    const char* const address = found ? strchr(found, ')') : NULL;
    if (!address)
        return true;
    return !tare_front_keys_next(keys, key, sizeof key - 1) ||
           tare_front_keys_keep(keys, address + 1, strcspn(address + 1, " \t\r\n"), 1);
}
