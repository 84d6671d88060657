/* Which products have names that look alike. */

#include "base/list.h"
#include "base/text.h"
#include "corrections/correction.h"
#include "make/batch.h"
#include "make/known_names.h"
#include "make/same.h"
#include "names/product_words.h"
#include "search/models.h"

#include <stdlib.h>
#include <string.h>

/* Words without which names look alike, a blank around each: makers tell products apart by some of
   them. */
static const char small_words[] =
    " headphone headphones earphone earphones headset wireless bluetooth bt wired true truly tws "
    "noise cancelling canceling nc anc audio acoustics iem iems ciem uiem the by x and with "
    "edition version v ver gen mk pro max lite limited ltd se earbuds gaming universal custom hp + "
    "original in ear on over around series s i ";

/** A product as it is compared. */
typedef struct {
    char *loose, *key, *name; ///< owned: the words that count, by rules and table, as displayed
    bool is_known;            ///< it is of an earlier source
} Product;

typedef struct {
    Product* products;
    size_t n;
} Products;

static void clear(Products* all)
{
    for (size_t i = 0; i < all->n; ++i) {
        free(all->products[i].loose);
        free(all->products[i].key);
        free(all->products[i].name);
    }
    free(all->products);
}

/** Whether a word is one of the small ones. */
static bool is_small(const char* word, size_t length)
{
    for (const char* p = small_words; *p; p += strcspn(p, " ")) {
        p += strspn(p, " ");
        if (strcspn(p, " ") == length && length && !memcmp(p, word, length))
            return true;
    }
    return false;
}

/** Appends the words of a whole name that are small, or those that are not. */
static void add_words(TareText* text, const char* name, bool small)
{
    TareText words = {0};
    tare_product_words_set(&words, name);
    text->failed = text->failed || words.failed;
    for (const char* p = words.failed ? "" : words.data; *p; p += strspn(p, " ")) {
        const size_t length = strcspn(p, " ");
        if (is_small(p, length) == small) {
            tare_text_append(text, p, length);
            tare_text_append(text, " ", small ? 1 : 0);
        }
        p += length;
    }
    tare_text_append(text, "", 0);
    tare_text_clear(&words);
}

static bool add(Products* all, const TareSame* same, const TareEntry* entry, bool is_known)
{
    char name[1000];
    TareEntry bare = *entry;
    TareText loose = {0};
    Product* const grown = tare_list_grow(all->products, all->n, sizeof *grown);
    if (!grown)
        return false;
    all->products = grown;
    bare.variant = NULL;
    tare_entry_display_name(&bare, name, sizeof name);
    add_words(&loose, name, false);
    if (loose.failed)
        tare_text_clear(&loose);
    Product* const product = &grown[all->n++];
    *product = (Product){.loose = loose.data,
                         .key = tare_known_names_key(same, TARE_KNOWN_PRODUCT, &bare),
                         .name = tare_text_copy(name, strlen(name)),
                         .is_known = is_known};
    return product->loose && product->key && product->name;
}

static bool add_all(Products* all, const TareBatch* batch, const TareSame* same,
                    const TareKnownNames* known)
{
    const TareModels* const models = known ? tare_known_names_models(known) : NULL;
    for (size_t i = 0; i < batch->n; ++i)
        if (!add(all, same, &batch->corrections[i].entry, false))
            return false;
    for (size_t i = 0; models && i < tare_models_n(models); ++i)
        if (!add(all, same, tare_models_get(models, i)->corrections[0], true))
            return false;
    return true;
}

/** By what counts, then by name, known ones first. */
static int compare(const void* a, const void* b)
{
    const Product* x = a;
    const Product* y = b;
    const int by_loose = strcmp(x->loose, y->loose);
    const int by_name = by_loose ? by_loose : strcmp(x->name, y->name);
    return by_name ? by_name : (int)y->is_known - (int)x->is_known;
}

/** Why two are not one. */
static bool add_reason(TareText* reason, const TareSame* same, const Product* a, const Product* b)
{
    const char* const told = tare_same_apart(same, a->key, b->key);
    if (told) {
        tare_text_append(reason, told, strlen(told));
        return !reason->failed;
    }
    TareText a_words = {0}, b_words = {0};
    add_words(&a_words, a->name, true);
    add_words(&b_words, b->name, true);
    reason->failed = a_words.failed || b_words.failed;
    if (!reason->failed)
        tare_text_format(reason, "\"%.*s\" and \"%.*s\"",
                         (int)(a_words.length - (a_words.length > 0)), a_words.data,
                         (int)(b_words.length - (b_words.length > 0)), b_words.data);
    tare_text_clear(&a_words);
    tare_text_clear(&b_words);
    return !reason->failed;
}

static bool note(TareBatch* batch, const TareSame* same, const Product* a, const Product* b)
{
    TareText reason = {0};
    const bool is_good = add_reason(&reason, same, a, b) &&
                         tare_batch_note(batch, TARE_CHANGE_ALIKE, a->name, b->name, reason.data);
    tare_text_clear(&reason);
    return is_good;
}

/** Notes each product that is alike to the one before it, unless both are known from before. */
static bool note_all(TareBatch* batch, const TareSame* same, const Products* all)
{
    const Product* last = NULL;
    for (size_t i = 0; i < all->n; ++i) {
        const Product* const product = &all->products[i];
        const bool is_other =
            last && !strcmp(last->loose, product->loose) && strcmp(last->name, product->name) != 0;
        if (is_other && !(last->is_known && product->is_known) && !note(batch, same, last, product))
            return false;
        if (!last || strcmp(last->name, product->name) != 0)
            last = product;
    }
    return true;
}

bool tare_batch_note_alike(TareBatch* batch, const TareSame* same, const TareKnownNames* known)
{
    Products all = {0};
    bool is_good = add_all(&all, batch, same, known);
    if (is_good && all.n)
        qsort(all.products, all.n, sizeof *all.products, compare);
    is_good = is_good && note_all(batch, same, &all);
    clear(&all);
    return is_good;
}
