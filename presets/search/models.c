#include "search/models.h"

#include "base/pool.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "corrections/preference.h"

#include <stdlib.h>
#include <string.h>

struct TareModels {
    const TareCatalogue* catalogue;
    TareModel* models;
    size_t n;
    const TareEntry** corrections; ///< those of all models, one model after the other
    TarePool pool;
};

/** A correction under the folded name of its model. */
typedef struct {
    TareName name;
    const TareEntry* correction;
} Named;

static int compare_named(const void* a, const void* b)
{
    const Named* x = a;
    const Named* y = b;
    const int by_name = x->name.text == y->name.text ? 0 : strcmp(x->name.text, y->name.text);
    if (by_name)
        return by_name;
    return tare_preference_compare(x->correction, y->correction);
}

static void gather(TareModels* models, const Named* named, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        if (!i || strcmp(named[i].name.text, named[i - 1].name.text) != 0)
            models->models[models->n++] =
                (TareModel){.corrections = models->corrections + i, .name = named[i].name};
        models->corrections[i] = named[i].correction;
        models->models[models->n - 1].n_corrections++;
    }
}

/** Whether two names are written alike; in the order of ids most neighbours' are. */
static bool has_same_name(const TareEntry* a, const TareEntry* b)
{
    return !strcmp(a->brand, b->brand) && !strcmp(a->model, b->model) &&
           (a->variant && b->variant ? !strcmp(a->variant, b->variant) : a->variant == b->variant);
}

/** Folds all names, brings them into order and gathers what belongs together. */
static bool fill(TareModels* models, Named* named, const TareCatalogue* catalogue)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    TareText folder = {0};
    bool is_whole = true;
    for (size_t i = 0; i < n && is_whole; ++i) {
        const TareEntry* c = named[i].correction = tare_catalogue_get(catalogue, i);
        if (i && has_same_name(c, named[i - 1].correction))
            named[i].name = named[i - 1].name;
        else
            is_whole = tare_name_set(&named[i].name, &folder, &models->pool, c->brand, c->model,
                                     c->variant);
    }
    tare_text_clear(&folder);
    if (!is_whole)
        return false;
    qsort(named, n, sizeof *named, compare_named);
    gather(models, named, n);
    return true;
}

TareModels* tare_models_new(const TareCatalogue* catalogue)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    TareModels* models = calloc(1, sizeof *models);
    Named* named = calloc(n + 1, sizeof *named);
    if (models) {
        models->catalogue = catalogue;
        models->models = calloc(n + 1, sizeof *models->models);
        models->corrections = calloc(n + 1, sizeof *models->corrections);
    }
    if (!models || !named || !models->models || !models->corrections ||
        !fill(models, named, catalogue)) {
        tare_models_free(models);
        models = NULL;
    }
    free(named);
    return models;
}

void tare_models_free(TareModels* models)
{
    if (!models)
        return;
    free(models->models);
    free(models->corrections);
    tare_pool_clear(&models->pool);
    free(models);
}

size_t tare_models_n(const TareModels* models)
{
    return models->n;
}

const TareModel* tare_models_get(const TareModels* models, size_t index)
{
    return &models->models[index];
}

const TareModel* tare_models_find_id(const TareModels* models, const char* id)
{
    const TareEntry* const wanted = tare_catalogue_find_id(models->catalogue, id);
    for (size_t i = 0; wanted && i < models->n; ++i)
        for (size_t k = 0; k < models->models[i].n_corrections; ++k)
            if (models->models[i].corrections[k] == wanted)
                return &models->models[i];
    return NULL;
}
