#include "search/models_index.h"

#include "base/parts.h"
#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "search/models.h"

#include <string.h>

/* A row: the hashes of all words and of model and variant (8 bytes each), the mark (16), the name's
   place (in model texts) and that of its first correction (in model entries), the lengths of all of
   the name, its brand, and the name without variant (2 bytes each), and 2 more. */
enum { ROW_SIZE = 48, MAX_LENGTH = UINT16_MAX };

TareModelsIndex tare_models_index(const TareParts* parts, size_t n_entries)
{
    TareModelsIndex index = {.parts = parts, .n_entries = n_entries};
    if (parts) {
        index.models = tare_parts_get(parts, TARE_INDEX_MODELS);
        index.texts = tare_parts_get(parts, TARE_INDEX_MODEL_TEXTS);
        index.n = index.models.size / ROW_SIZE;
    }
    return index;
}

TareName tare_models_index_name(const TareModelsIndex* index, size_t number)
{
    const TarePart* const rows = &index->models;
    const size_t row = number * ROW_SIZE;
    const uint32_t text = tare_part_u32(*rows, row + 32);
    const uint64_t lengths = tare_part_u64(*rows, row + 40);
    const uint32_t length = lengths & 0xFFFF, brand = lengths >> 16 & 0xFFFF;
    const uint32_t bare = lengths >> 32 & 0xFFFF;
    if (text >= index->texts.size || index->texts.size - text <= length || bare > length ||
        brand > bare)
        return (TareName){.text = ""};
    return (TareName){.text = tare_part_text(index->texts, text),
                      .length = length,
                      .brand = brand,
                      .bare = bare,
                      .words = tare_part_u64(*rows, row),
                      .model = tare_part_u64(*rows, row + 8),
                      .mark = {{tare_part_u64(*rows, row + 16), tare_part_u64(*rows, row + 24)}}};
}

TareModelsRange tare_models_index_range(const TareModelsIndex* index, size_t number)
{
    const size_t row = number * ROW_SIZE + 36;
    const size_t first = tare_part_u32(index->models, row);
    const size_t end =
        number + 1 < index->n ? tare_part_u32(index->models, row + ROW_SIZE) : index->n_entries;
    return first < end && end <= index->n_entries ? (TareModelsRange){first, end - first}
                                                  : (TareModelsRange){0, 1};
}

size_t tare_models_index_entry(const TareModelsIndex* index, size_t place)
{
    const size_t number =
        tare_part_u32(tare_parts_piece(index->parts, TARE_INDEX_MODEL_ENTRIES, 4 * place, 4), 0);
    return number < index->n_entries ? number : 0;
}

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
