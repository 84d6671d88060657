#include "make/known_names.h"

#include "base/ascii.h"
#include "base/path.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/entry.h"
#include "formats/opra_details.h"
#include "make/same.h"
#include "names/fold.h"
#include "review/brands.h"
#include "search/models.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/** An entry under a text by which it is known. */
typedef struct {
    char* key; ///< owned
    const TareEntry* entry;
    size_t place; ///< in the order of names
} Known;

struct TareKnownNames {
    TareCatalogue* catalogue;
    TareModels* models; ///< in the order of folded names
    Known* known[TARE_N_KNOWN_KINDS];
};

/** Appends a name folded and joined. */
static void add_spelling(TareText* key, const TareEntry* entry)
{
    char name[1000];
    TareText words = {0};
    tare_entry_display_name(entry, name, sizeof name);
    tare_fold_words(&words, name);
    key->failed = key->failed || words.failed;
    if (!key->failed)
        tare_fold_join(key, words.data);
    tare_text_clear(&words);
}

/** Appends the key of a product and its variant: brackets around a part of a name do not count. */
static void add_whole(const TareSame* same, TareText* key, const TareEntry* entry)
{
    if (!tare_same_key(same, key, entry->brand, entry->model))
        return;
    TareText variant = {0};
    if (tare_same_variant_key(same, &variant, entry->variant)) {
        const bool parts_numbers = key->length && tare_is_digit(key->data[key->length - 1]) &&
                                   tare_is_digit(variant.data[0]);
        tare_text_append(key, ".", parts_numbers ? 1 : 0);
        tare_text_append(key, variant.data, variant.length);
    }
    key->failed = key->failed || variant.failed;
    tare_text_clear(&variant);
}

char* tare_known_names_key(const TareSame* same, TareKnownKind kind, const TareEntry* entry)
{
    TareText key = {0};
    TareEntry bare = *entry;
    bare.variant = NULL;
    switch (kind) {
    case TARE_KNOWN_MAKER:
        (void)tare_same_maker_key(same, &key, entry->brand);
        break;
    case TARE_KNOWN_PRODUCT:
        (void)tare_same_key(same, &key, entry->brand, entry->model);
        break;
    case TARE_KNOWN_PRODUCT_SPELLING:
        add_spelling(&key, &bare);
        break;
    case TARE_KNOWN_WHOLE:
        add_whole(same, &key, entry);
        break;
    default:
        add_spelling(&key, entry);
    }
    if (key.failed)
        tare_text_clear(&key);
    return key.data;
}

/** By key, then in the order of names. */
static int compare_known(const void* a, const void* b)
{
    const Known* x = a;
    const Known* y = b;
    const int by_key = strcmp(x->key, y->key);
    return by_key ? by_key : (x->place > y->place) - (x->place < y->place);
}

/** Sorts the names by one of the texts. */
static bool sort_names(TareKnownNames* names, TareKnownKind kind, const TareSame* same)
{
    const size_t n = tare_models_n(names->models);
    Known* const known = calloc(n + 1, sizeof *known);
    names->known[kind] = known;
    for (size_t i = 0; known && i < n; ++i) {
        const TareEntry* const entry = tare_models_get(names->models, i)->corrections[0];
        known[i] = (Known){tare_known_names_key(same, kind, entry), entry, i};
        if (!known[i].key)
            return false;
    }
    if (known && n)
        qsort(known, n, sizeof *known, compare_known);
    return known != NULL;
}

static bool add_files(TareCatalogue* catalogue, const char* folder, const char* const* files,
                      size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        char* const path = tare_path_join(folder, files[i]);
        if (!path)
            return false;
        (void)tare_catalogue_add_file(catalogue, path, TARE_READ_ENTRIES, NULL);
        free(path);
    }
    return true;
}

TareKnownNames* tare_known_names_new(const char* folder, const char* const* files, size_t n,
                                     const TareSame* same)
{
    TareKnownNames* const names = calloc(1, sizeof *names);
    if (names)
        names->catalogue = tare_catalogue_new();
    if (names && names->catalogue && add_files(names->catalogue, folder, files, n))
        names->models = tare_models_new(names->catalogue);
    bool is_good = names && names->models;
    for (TareKnownKind kind = 0; is_good && kind < TARE_N_KNOWN_KINDS; ++kind)
        is_good = sort_names(names, kind, same);
    if (is_good)
        return names;
    tare_known_names_free(names);
    return NULL;
}

void tare_known_names_free(TareKnownNames* names)
{
    if (!names)
        return;
    for (TareKnownKind kind = 0; kind < TARE_N_KNOWN_KINDS; ++kind) {
        for (Known* known = names->known[kind]; known && known->key; ++known)
            free(known->key);
        free(names->known[kind]);
    }
    tare_models_free(names->models);
    tare_catalogue_free(names->catalogue);
    free(names);
}

TareBrands* tare_known_names_brands(const TareKnownNames* names)
{
    return tare_brands_new(names->catalogue);
}

const TareModels* tare_known_names_models(const TareKnownNames* names)
{
    return names->models;
}

const TareEntry* tare_known_names_find(const TareKnownNames* names, TareKnownKind kind,
                                       const char* key)
{
    const Known* const known = names->known[kind];
    size_t first = 0, end = tare_models_n(names->models);
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (strcmp(known[middle].key, key) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first < tare_models_n(names->models) && !strcmp(known[first].key, key)
               ? known[first].entry
               : NULL;
}

bool tare_known_names_form(TareForm* form, const TareEntry* entry, const TareSame* same,
                           const TareKnownNames* names)
{
    char* const key = tare_known_names_key(same, TARE_KNOWN_PRODUCT, entry);
    *form = key ? tare_same_form(same, key) : TARE_FORM_UNKNOWN;
    const TareEntry* const earlier = key && names && *form == TARE_FORM_UNKNOWN
                                         ? tare_known_names_find(names, TARE_KNOWN_PRODUCT, key)
                                         : NULL;
    if (earlier)
        *form = earlier->form;
    free(key);
    return key != NULL;
}

/** Length of the longest known brand with which a name begins, else of the first word. */
static size_t length_of_brand(const TareKnownNames* names, const char* name)
{
    size_t longest = strcspn(name, " ");
    for (size_t i = 0; i < tare_models_n(names->models); ++i) {
        const char* const brand = tare_models_get(names->models, i)->corrections[0]->brand;
        const size_t length = strlen(brand);
        if (length > longest && !strncasecmp(name, brand, length) && name[length] == ' ')
            longest = length;
    }
    return longest;
}

static bool copy_known(TareCorrection* c, const TareEntry* entry)
{
    return tare_text_set(&c->entry.brand, entry->brand) &&
           tare_text_set(&c->entry.model, entry->model) &&
           tare_text_set(&c->entry.variant, entry->variant);
}

static bool split_unknown(const TareKnownNames* names, const char* name, TareCorrection* c)
{
    TareOpraDetails details = {0};
    size_t length = 0;
    const size_t brand = length_of_brand(names, name);
    bool is_good = tare_opra_details_read_name(&details, name, &length);
    const size_t rest = brand + strspn(name + brand, " ");
    is_good = is_good && tare_text_set_part(&c->entry.brand, name, brand) &&
              (rest < length ? tare_text_set_part(&c->entry.model, name + rest, length - rest)
                             : tare_text_set_part(&c->entry.model, name, length)) &&
              tare_text_set_part(&c->entry.variant, details.variant.data, details.variant.length);
    tare_opra_details_clear(&details);
    return is_good;
}

bool tare_known_names_split(const TareKnownNames* names, const char* name, TareCorrection* c)
{
    TareText words = {0}, folded = {0};
    tare_fold_words(&words, name);
    if (!words.failed)
        tare_fold_join(&folded, words.data);
    bool is_good = !words.failed && !folded.failed;
    if (is_good) {
        const TareEntry* const known =
            tare_known_names_find(names, TARE_KNOWN_WHOLE_SPELLING, folded.data);
        is_good = known ? copy_known(c, known) : split_unknown(names, name, c);
    }
    tare_text_clear(&words);
    tare_text_clear(&folded);
    return is_good;
}
