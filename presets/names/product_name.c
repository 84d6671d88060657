#include "names/product_name.h"

#include "base/text.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Letters of Latin-1 from U+00C0 on, by the ASCII letters nearest to them. */
static const char* const latin[] = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",
};

static bool is_plain(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/** Appends a word part, with a '-' before it when a gap was left. */
static void put(TareText* slug, const char* part, bool* has_gap)
{
    if (*has_gap && slug->length)
        tare_text_append(slug, "-", 1);
    *has_gap = false;
    tare_text_append(slug, part, strlen(part));
}

static void put_character(TareText* slug, uint32_t character, bool* has_gap)
{
    char part[16] = {0};
    if (is_plain(character)) {
        part[0] = (char)(character >= 'A' && character <= 'Z' ? character | 0x20 : character);
        put(slug, part, has_gap);
    } else if (character == '+') {
        *has_gap = true;
        put(slug, "plus", has_gap);
        *has_gap = true;
    } else if (character >= 0xc0 && character <= 0xff) {
        put(slug, latin[character - 0xc0], has_gap);
    } else if (character > 0xff && !(character >= 0x2000 && character <= 0x206f)) {
        TareText number = {0};
        tare_text_format(&number, "u%x", (unsigned)character);
        slug->failed = slug->failed || number.failed;
        if (!number.failed)
            put(slug, number.data, has_gap);
        tare_text_clear(&number);
    } else if (character != '\'') {
        *has_gap = true;
    }
}

char* tare_product_name_slug(const char* name)
{
    TareText slug = {0};
    tare_text_append(&slug, "", 0);
    bool has_gap = false;
    const size_t length = strlen(name);
    for (size_t at = 0; at < length && !slug.failed;) {
        uint32_t character = 0;
        size_t n = tare_utf8_decode(name + at, length - at, &character);
        if (n == 0) {
            n = 1;
            character = ' ';
        }
        put_character(&slug, character, &has_gap);
        at += n;
    }
    if (slug.failed)
        tare_text_clear(&slug);
    return slug.data;
}

/** Whether the first `length` bytes of a name have a certain slug. */
static bool has_slug(const char* name, size_t length, const char* wanted, bool* failed)
{
    char* const part = tare_text_copy(name, length);
    char* const slug = part ? tare_product_name_slug(part) : NULL;
    *failed = *failed || !slug;
    const bool is_same = slug && strcmp(slug, wanted) == 0;
    free(slug);
    free(part);
    return is_same;
}

/** How many bytes at the beginning of a name, whole words, have a certain slug; 0 if none have. */
static size_t length_of_brand(const char* name, const char* slug, bool* failed)
{
    size_t length = 0;
    while (name[length] && !*failed) {
        length += strspn(name + length, " ");
        length += strcspn(name + length, " ");
        if (has_slug(name, length, slug, failed))
            return length;
    }
    return 0;
}

bool tare_product_name_split(const char* target_name, const char* company_id, const char** brand,
                             const char** model)
{
    bool failed = false;
    target_name += strspn(target_name, " ");
    char* const company = tare_product_name_slug(company_id ? company_id : "");
    if (!company)
        return false;
    size_t length = *company ? length_of_brand(target_name, company, &failed) : 0;
    if (length == 0)
        length = strcspn(target_name, " ");
    const char* rest = target_name + length;
    rest += strspn(rest, " ");
    const size_t again = *company ? length_of_brand(rest, company, &failed) : 0;
    if (again && rest[again]) {
        rest += again;
        rest += strspn(rest, " ");
    }
    if (!*rest) /* a brand without a model, or a model without a brand */
        rest = target_name;
    free(company);
    return !failed && tare_text_set_part(brand, target_name, length) && tare_text_set(model, rest);
}
