#include "search/models_index_write.h"

#include "base/text.h"
#include "corrections/catalogue.h"
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

bool tare_models_index_write(const TareModels* models, const TareCatalogue* catalogue,
                             TareText* parts)
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
