#include "search/models_index.h"

TareModelsIndex tare_models_index(const TareParts* parts, size_t n_entries)
{
    TareModelsIndex index = {.parts = parts, .n_entries = n_entries};
    if (parts) {
        index.models = tare_parts_get(parts, TARE_INDEX_MODELS);
        index.texts = tare_parts_get(parts, TARE_INDEX_MODEL_TEXTS);
        index.n = index.models.size / TARE_INDEX_MODEL_SIZE;
    }
    return index;
}

TareName tare_models_index_name(const TareModelsIndex* index, size_t number)
{
    const TarePart* const rows = &index->models;
    const size_t row = number * TARE_INDEX_MODEL_SIZE;
    const uint32_t text = tare_part_u32(*rows, row + 32);
    const uint64_t lengths = tare_part_u64(*rows, row + 40);
    const uint32_t length = lengths & 0xFFFF, brand = lengths >> 16 & 0xFFFF;
    const uint32_t bare = lengths >> 32 & 0xFFFF;
    const TarePart* const texts = &index->texts;
    const bool is_there =
        text < texts->size && length < texts->size - text && texts->bytes[texts->size - 1] == '\0';
    if (!is_there || bare > length || brand > bare)
        return (TareName){.text = ""};
    return (TareName){.text = tare_part_text(*texts, text),
                      .length = length,
                      .brand = brand,
                      .bare = bare,
                      .words = tare_part_u64(*rows, row),
                      .model = tare_part_u64(*rows, row + 8),
                      .mark = {{tare_part_u64(*rows, row + 16), tare_part_u64(*rows, row + 24)}}};
}

TareModelsRange tare_models_index_range(const TareModelsIndex* index, size_t number)
{
    const size_t row = number * TARE_INDEX_MODEL_SIZE + 36;
    const size_t first = tare_part_u32(index->models, row);
    const size_t end = number + 1 < index->n
                           ? tare_part_u32(index->models, row + TARE_INDEX_MODEL_SIZE)
                           : index->n_entries;
    return first < end && end <= index->n_entries ? (TareModelsRange){first, end - first}
                                                  : (TareModelsRange){0, 1};
}

size_t tare_models_index_entry(const TareModelsIndex* index, size_t place)
{
    const size_t number =
        tare_part_u32(tare_parts_piece(index->parts, TARE_INDEX_MODEL_ENTRIES, 4 * place, 4), 0);
    return number < index->n_entries ? number : 0;
}
