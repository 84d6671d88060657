#include "formats/file_name.h"

#include "base/ascii.h"
#include "base/path.h"
#include "base/plain.h"
#include "base/text.h"
#include "corrections/entry.h"
#include "names/product_name.h"

#include <stdlib.h>
#include <string.h>

/** What programs put behind the name of the headphone, in small letters. */
static const char* const suffixes[] = {"parametriceq", "graphiceq", "fixedbandeq", "filters",
                                       "filter",       "eq",        "minimum",     "peq"};

static bool is_same_word(const char* a, const char* small, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        if (tare_ascii_lower(a[i]) != small[i])
            return false;
    return true;
}

/** How long a name is without the last word, where that is one of those; else as long as it is. */
static size_t without_suffix(const char* name, size_t length)
{
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; ++i) {
        const size_t n = strlen(suffixes[i]);
        if (length > n + 1 && strchr(" _-", name[length - n - 1]) &&
            is_same_word(name + length - n, suffixes[i], n))
            return length - n - 1;
    }
    return length;
}

/** The name in a path without ending and suffix, only of characters that may stand in a text. */
static void copy_name(TareText* copy, const char* path)
{
    const char* const name = tare_path_name(path);
    const char* const dot = strrchr(name, '.');
    size_t left = without_suffix(name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
    for (const char* p = name; left;) {
        size_t n = 0;
        const TarePlain plain = tare_plain_at(p, left, &n);
        if (plain == TARE_PLAIN_KEEP)
            tare_text_append(copy, p, n);
        else if (plain != TARE_PLAIN_DROP)
            tare_text_append(copy, " ", 1);
        p += n;
        left -= n;
    }
    while (copy->length && copy->data[copy->length - 1] == ' ')
        copy->data[--copy->length] = '\0';
}

static bool set_id(TareEntry* entry, const char* author)
{
    char name[256];
    TareText id = {0};
    tare_entry_display_name(entry, name, sizeof name);
    char* const slug = tare_product_name_slug(name);
    if (slug)
        tare_text_format(&id, "%s/%s", *slug ? slug : "unnamed", author);
    const bool is_good = slug && !id.failed && tare_text_set(&entry->id, id.data);
    tare_text_clear(&id);
    free(slug);
    return is_good;
}

bool tare_file_name_fill(TareEntry* entry, const char* path, const char* author)
{
    TareText name = {0};
    bool is_good = true;
    if (!entry->brand || !entry->model) {
        copy_name(&name, path);
        const char* const first = name.data ? name.data + strspn(name.data, " ") : "";
        is_good = !name.failed &&
                  tare_product_name_split(*first ? first : "?", "", &entry->brand, &entry->model);
    }
    tare_text_clear(&name);
    return is_good && (entry->id || set_id(entry, author));
}
