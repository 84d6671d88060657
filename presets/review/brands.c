#include "review/brands.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/pool.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "review/name_words.h"

#include <stdlib.h>
#include <string.h>

/* So short a name counts in its own case only: "TRI", but not "Tri". */
enum { MAX_SHORT = 3 };

struct TareBrands {
    TarePool pool;      ///< holds the names
    const char** names; ///< in the order of their first letters, case aside
    size_t n;
    size_t first[257]; ///< of the names that begin with a byte; the end behind the last
};

static unsigned char first_byte(const char* name)
{
    return (unsigned char)tare_ascii_lower(name[0]);
}

static int by_name(const void* left, const void* right)
{
    const char* const a = *(const char* const*)left;
    const char* const b = *(const char* const*)right;
    const int order = (first_byte(a) > first_byte(b)) - (first_byte(a) < first_byte(b));
    return order ? order : strcmp(a, b);
}

static bool add(TareBrands* brands, const char* brand)
{
    if (tare_name_word_is(brand, strlen(brand), TARE_NAME_NO_BRAND) ||
        (brands->n && strcmp(brands->names[brands->n - 1], brand) == 0))
        return true;
    const char** const names = tare_list_grow((void*)brands->names, brands->n, sizeof *names);
    if (names)
        brands->names = names;
    const char* const name = tare_pool_copy(&brands->pool, brand, strlen(brand));
    if (!names || !name)
        return false;
    brands->names[brands->n++] = name;
    return true;
}

/** Sorts the names, each of them once, and finds where each first letter begins. */
static void arrange(TareBrands* brands)
{
    if (brands->n)
        qsort((void*)brands->names, brands->n, sizeof *brands->names, by_name);
    size_t n = 0;
    for (size_t i = 0; i < brands->n; ++i) {
        if (n == 0 || strcmp(brands->names[n - 1], brands->names[i]) != 0)
            brands->names[n++] = brands->names[i];
    }
    brands->n = n;
    for (size_t byte = 0, i = 0; byte <= 256; ++byte) {
        while (i < n && first_byte(brands->names[i]) < byte)
            ++i;
        brands->first[byte] = i;
    }
}

TareBrands* tare_brands_new(const TareCatalogue* catalogue)
{
    TareBrands* const brands = calloc(1, sizeof *brands);
    if (!brands)
        return NULL;
    bool is_good = true;
    for (size_t i = 0; is_good && i < tare_catalogue_n_corrections(catalogue); ++i)
        is_good = add(brands, tare_catalogue_get(catalogue, i)->brand);
    if (!is_good) {
        tare_brands_free(brands);
        return NULL;
    }
    arrange(brands);
    return brands;
}

void tare_brands_free(TareBrands* brands)
{
    if (!brands)
        return;
    free((void*)brands->names);
    tare_pool_clear(&brands->pool);
    free(brands);
}

static bool is_gap(char c)
{
    return c == ' ' || c == '-';
}

/** Whether a letter of a text may stand for one of a name; that it begins a word of the name must
   be seen by its case. */
static bool is_letter_of(char letter, char of_name, bool begins_word, bool is_short)
{
    if (is_short || (begins_word && !tare_is_upper(letter)))
        return letter == of_name;
    return tare_ascii_lower(letter) == tare_ascii_lower(of_name);
}

/** Bytes of a text that are a name; 0 when it begins with another. */
static size_t length_of(const char* name, const char* text, size_t length)
{
    const bool is_short = strlen(name) <= MAX_SHORT;
    size_t at = 0;
    for (const char* c = name; *c; ++c) {
        if (is_gap(*c))
            continue;
        const size_t before = at;
        while (at > 0 && at < length && is_gap(text[at]))
            ++at;
        const bool begins_word = at == 0 || at > before;
        if (at == length || !is_letter_of(text[at], *c, begins_word, is_short))
            return 0;
        ++at;
    }
    const bool goes_on = at < length && (tare_is_letter(text[at]) || tare_is_digit(text[at]));
    return goes_on ? 0 : at;
}

size_t tare_brands_length_at(const TareBrands* brands, const char* text, size_t length)
{
    size_t longest = 0;
    if (!brands || length == 0)
        return 0;
    const unsigned char first = first_byte(text);
    for (size_t i = brands->first[first]; i < brands->first[first + 1]; ++i) {
        const size_t n = length_of(brands->names[i], text, length);
        longest = n > longest ? n : longest;
    }
    return longest;
}
