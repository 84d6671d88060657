#include "make/known_names.h"

#include "base/path.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/entry.h"
#include "formats/opra_details.h"
#include "make/source.h"
#include "names/fold.h"
#include "review/brands.h"
#include "search/models.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct TareKnownNames {
    TareCatalogue* catalogue;
    TareModels* models; ///< in the order of folded names
};

TareKnownNames* tare_known_names_new(const char* folder)
{
    TareKnownNames* const names = calloc(1, sizeof *names);
    char* const path = tare_path_join(folder, "opra.tare");
    if (names)
        names->catalogue = tare_catalogue_new();
    if (names && names->catalogue && path) {
        if (tare_source_has(folder, "opra.tare"))
            (void)tare_catalogue_add_file(names->catalogue, path, TARE_READ_ENTRIES, NULL);
        names->models = tare_models_new(names->catalogue);
    }
    free(path);
    if (names && names->models)
        return names;
    tare_known_names_free(names);
    return NULL;
}

void tare_known_names_free(TareKnownNames* names)
{
    if (!names)
        return;
    tare_models_free(names->models);
    tare_catalogue_free(names->catalogue);
    free(names);
}

TareBrands* tare_known_names_brands(const TareKnownNames* names)
{
    return tare_brands_new(names->catalogue);
}

/** A known headphone by its folded name; NULL when there is none. */
static const TareEntry* find_headphone(const TareKnownNames* names, const char* folded)
{
    size_t first = 0, end = tare_models_n(names->models);
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        const TareModel* const model = tare_models_get(names->models, middle);
        const int order = strcmp(model->name.text, folded);
        if (order == 0)
            return model->corrections[0];
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
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
        const TareEntry* const known = find_headphone(names, folded.data);
        is_good = known ? copy_known(c, known) : split_unknown(names, name, c);
    }
    tare_text_clear(&words);
    tare_text_clear(&folded);
    return is_good;
}
