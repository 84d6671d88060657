#include "models.h"

#include "fold.h"
#include "pool.h"
#include "preference.h"

#include <stdlib.h>
#include <string.h>

struct TareModels {
    TareModel* models;
    size_t n;
    const TareEntry** corrections; ///< those of all models, one model after the other
    TarePool pool;
};

/** A correction under the folded name of its model. */
typedef struct {
    const char* name;
    const TareEntry* correction;
} Named;

static int compare_named(const void* a, const void* b)
{
    const Named* x = a;
    const Named* y = b;
    const int by_name = strcmp(x->name, y->name);
    if (by_name)
        return by_name;
    return tare_preference_compare(x->correction, y->correction);
}

typedef struct {
    TareText words, folded;
    TarePool* pool;
} Folder;

static char* keep(Folder* folder)
{
    const bool is_whole = !folder->words.failed && !folder->folded.failed;
    char* kept =
        is_whole ? tare_pool_copy(folder->pool, folder->folded.data, folder->folded.length) : NULL;
    folder->folded.length = 0;
    return kept;
}

/** The words of a name into folder->words; `brand` may be left out. */
static bool fold_name(Folder* folder, const TareEntry* c, bool with_brand)
{
    const char* const parts[] = {with_brand ? c->brand : NULL, c->model, c->variant};
    folder->words.length = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) {
        if (!parts[i])
            continue;
        if (folder->words.length)
            tare_text_append(&folder->words, " ", 1);
        tare_fold_words(&folder->words, parts[i]);
    }
    return !folder->words.failed;
}

static char* joined(Folder* folder)
{
    tare_fold_join(&folder->folded, folder->words.data);
    return keep(folder);
}

static char* sorted(Folder* folder)
{
    tare_fold_sort(&folder->folded, folder->words.data);
    return keep(folder);
}

/** Begins a model with its first correction. */
static bool begin_model(TareModels* models, Folder* folder, const Named* named, size_t index)
{
    TareModel* model = &models->models[models->n++];
    *model = (TareModel){.corrections = models->corrections + index, .name = named->name};
    if (!fold_name(folder, named->correction, true))
        return false;
    model->sorted = sorted(folder);
    if (!fold_name(folder, named->correction, false))
        return false;
    model->model = joined(folder);
    model->sorted_model = sorted(folder);
    return model->sorted && model->model && model->sorted_model;
}

static bool gather(TareModels* models, Folder* folder, const Named* named, size_t n)
{
    for (size_t i = 0; i < n; ++i) {
        const bool is_new = !i || strcmp(named[i].name, named[i - 1].name) != 0;
        if (is_new && !begin_model(models, folder, named + i, i))
            return false;
        models->corrections[i] = named[i].correction;
        models->models[models->n - 1].n_corrections++;
    }
    return true;
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
    Folder folder = {.pool = &models->pool};
    bool is_whole = true;
    for (size_t i = 0; i < n && is_whole; ++i) {
        named[i].correction = tare_catalogue_get(catalogue, i);
        const TareEntry* before = i ? named[i - 1].correction : NULL;
        if (before && has_same_name(named[i].correction, before))
            named[i].name = named[i - 1].name;
        else if (fold_name(&folder, named[i].correction, true))
            named[i].name = joined(&folder);
        is_whole = named[i].name != NULL;
    }
    if (is_whole) {
        qsort(named, n, sizeof *named, compare_named);
        is_whole = gather(models, &folder, named, n);
    }
    tare_text_clear(&folder.words);
    tare_text_clear(&folder.folded);
    return is_whole;
}

TareModels* tare_models_new(const TareCatalogue* catalogue)
{
    const size_t n = tare_catalogue_n_corrections(catalogue);
    TareModels* models = calloc(1, sizeof *models);
    Named* named = calloc(n + 1, sizeof *named);
    if (models) {
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

const TareModel* tare_models_with(const TareModels* models, const char* id)
{
    for (size_t i = 0; i < models->n; ++i)
        for (size_t k = 0; k < models->models[i].n_corrections; ++k)
            if (!strcmp(models->models[i].corrections[k]->id, id))
                return &models->models[i];
    return NULL;
}
