#include "search/models.h"

#include "base/pool.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index.h"
#include "corrections/entry.h"
#include "corrections/preference.h"
#include "search/models_index.h"

#include <stdlib.h>
#include <string.h>

struct TareModels {
    const TareCatalogue* catalogue;
    TareModel* models;
    size_t n;
    const TareEntry** corrections; ///< those of all models, one model after the other
    TareModelsIndex index; ///< where a model is taken from when it is asked for, if there is one
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

/** Makes room for as many models and corrections. */
static bool make_room(TareModels* models, size_t n_models, size_t n_corrections)
{
    models->models = calloc(n_models + 1, sizeof *models->models);
    models->corrections = calloc(n_corrections + 1, sizeof *models->corrections);
    return models->models && models->corrections;
}

static bool gather_all(TareModels* models, const TareCatalogue* catalogue)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    Named* const named = calloc(n + 1, sizeof *named);
    const bool is_good = named && make_room(models, n, n) && fill(models, named, catalogue);
    free(named);
    return is_good;
}

TareModels* tare_models_new(const TareCatalogue* catalogue)
{
    TareModels* const models = calloc(1, sizeof *models);
    if (!models)
        return NULL;
    models->catalogue = catalogue;
    const size_t n = tare_catalogue_n_corrections(catalogue);
    models->index = tare_models_index(tare_catalogue_index(catalogue), n);
    models->n = models->index.n;
    if (models->index.parts ? make_room(models, models->n, n) : gather_all(models, catalogue))
        return models;
    tare_models_free(models);
    return NULL;
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

/** Takes a model out of the index. */
static void take(const TareModels* models, size_t index, TareModel* model)
{
    const TareModelsRange range = tare_models_index_range(&models->index, index);
    const TareEntry** const corrections = models->corrections + range.first;
    for (size_t i = 0; i < range.n; ++i)
        corrections[i] = tare_catalogue_get(
            models->catalogue, tare_models_index_entry(&models->index, range.first + i));
    *model = (TareModel){corrections, range.n, tare_models_index_name(&models->index, index)};
}

const TareModel* tare_models_get(const TareModels* models, size_t index)
{
    TareModel* const model = &models->models[index];
    if (!model->n_corrections)
        take(models, index, model);
    return model;
}

TareName tare_models_name(const TareModels* models, size_t index)
{
    return models->index.parts ? tare_models_index_name(&models->index, index)
                               : models->models[index].name;
}

const TareModel* tare_models_find_name(const TareModels* models, const char* text)
{
    size_t first = 0, end = models->n;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        const int order = strcmp(tare_models_name(models, middle).text, text);
        if (order == 0)
            return tare_models_get(models, middle);
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

const TareModel* tare_models_find_id(const TareModels* models, const char* id)
{
    const TareEntry* const wanted = tare_catalogue_find_id(models->catalogue, id);
    TareText folder = {0};
    TarePool pool = {NULL};
    TareName name;
    const TareModel* const model = wanted && tare_name_set(&name, &folder, &pool, wanted->brand,
                                                           wanted->model, wanted->variant)
                                       ? tare_models_find_name(models, name.text)
                                       : NULL;
    tare_text_clear(&folder);
    tare_pool_clear(&pool);
    return model;
}
