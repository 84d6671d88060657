#include "search/models_index_write.h"

#include "base/file.h"
#include "base/parts_write.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/catalogue_index_write.h"
#include "corrections/entry.h"
#include "search/models.h"
#include "search/models_index.h"

enum { MAX_LENGTH = UINT16_MAX };

static bool write_model(const TareModel* model, size_t first, TareText* texts, TareText* rows)
{
    const TareName* const name = &model->name;
    if (name->length > MAX_LENGTH)
        return false;
    tare_parts_add_number(rows, name->words, 8);
    tare_parts_add_number(rows, name->model, 8);
    for (size_t i = 0; i < 2; ++i)
        tare_parts_add_number(rows, name->mark.bits[i], 8);
    tare_parts_add_number(rows, texts->length, 4);
    tare_parts_add_number(rows, first, 4);
    tare_parts_add_number(rows, name->length, 2);
    tare_parts_add_number(rows, name->brand, 2);
    tare_parts_add_number(rows, name->bare, 4);
    tare_text_append(texts, name->text, name->length + 1);
    return true;
}

/** The number of an entry in the order of ids. */
static size_t number_of(const TareCatalogue* catalogue, const TareEntry* entry)
{
    size_t first = 0, end = tare_catalogue_n_corrections(catalogue);
    while (first + 1 < end) {
        const size_t middle = first + (end - first) / 2;
        if (strcmp(tare_catalogue_get(catalogue, middle)->id, entry->id) <= 0)
            first = middle;
        else
            end = middle;
    }
    return first;
}

static bool write_models(const TareModels* models, const TareCatalogue* catalogue, TareText* parts)
{
    TareText* const entries = &parts[TARE_INDEX_MODEL_ENTRIES];
    TareText* const texts = &parts[TARE_INDEX_MODEL_TEXTS];
    TareText* const rows = &parts[TARE_INDEX_MODELS];
    size_t n_entries = 0;
    for (size_t i = 0; i < tare_models_n(models); ++i) {
        const TareModel* const model = tare_models_get(models, i);
        if (!write_model(model, n_entries, texts, rows))
            return false;
        n_entries += model->n_corrections;
        for (size_t k = 0; k < model->n_corrections; ++k)
            tare_parts_add_number(entries, number_of(catalogue, model->corrections[k]), 4);
    }
    return !entries->failed && !texts->failed && !rows->failed;
}

static bool write_file(FILE* out, void* parts)
{
    return tare_parts_write(out, TARE_INDEX_VERSION, parts, TARE_INDEX_N_ALL);
}

TareStatus tare_models_index_write(TareCatalogue* catalogue, const char* path,
                                   const TareReporter* reporter)
{
    TareText parts[TARE_INDEX_N_ALL] = {{0}};
    TareModels* const models = tare_models_new(catalogue);
    TareStatus status = TARE_NO_MEMORY;
    if (models && tare_catalogue_index_write(catalogue, parts) &&
        write_models(models, catalogue, parts))
        status = tare_file_replace(path, write_file, parts, reporter);
    for (size_t i = 0; i < TARE_INDEX_N_ALL; ++i)
        tare_text_clear(&parts[i]);
    tare_models_free(models);
    return status;
}
