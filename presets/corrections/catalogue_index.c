#include "corrections/catalogue_index.h"

#include "base/file.h"
#include "base/path.h"
#include "corrections/aim.h"
#include "corrections/catalogue_names.h"
#include "corrections/catalogue_records.h"
#include "corrections/text_field.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1 << 26, N_TEXTS = TARE_N_ENTRY_FIELDS };

typedef TareCatalogueFile File;
typedef TareCatalogueRecord Record;

/** A text of those of the index; NULL when it is none. */
static const char* text_at(const TareParts* index, uint32_t offset)
{
    return offset ? tare_parts_text(index, TARE_INDEX_TEXTS, offset) : NULL;
}

/** Whether a file is as it was when the index was made. That is read off its time where possible:
    going through all of it at each start would cost more than the rest. */
static bool is_unchanged(const TareParts* index, TarePart row, const char* path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) ||
        (uint64_t)status.st_size != tare_part_u64(row, 8))
        return false;
    if (!tare_parts_is_older(index, &status.st_mtim))
        return true;
    char* text = NULL;
    size_t length = 0;
    const bool is_same = tare_file_read(path, MAX_FILE_BYTES, &text, &length, NULL) == TARE_OK &&
                         tare_parts_hash(0, text, length) == tare_part_u64(row, 16);
    free(text);
    return is_same;
}

/** Whether a folder has the files that the index was made of, and no other. */
static bool is_of_folder(const TareParts* index, const TareCatalogueNames* names)
{
    const TarePart files = tare_parts_get(index, TARE_INDEX_FILES);
    const size_t n_entries = tare_parts_size(index, TARE_INDEX_ENTRIES) / TARE_INDEX_ENTRY_SIZE;
    if (!n_entries || !names->n || names->n != files.size / TARE_INDEX_FILE_SIZE)
        return false;
    for (size_t i = 0; i < names->n; ++i) {
        const TarePart row = {files.bytes + i * TARE_INDEX_FILE_SIZE, TARE_INDEX_FILE_SIZE};
        const char* const name = text_at(index, tare_part_u32(row, 0));
        if (!name || strcmp(name, tare_path_name(names->names[i])) != 0 ||
            !is_unchanged(index, row, names->names[i]))
            return false;
    }
    return true;
}

/** Gets the catalogue ready to take records from its index when they are asked for. */
static bool begin(TareCatalogue* catalogue, const TareCatalogueNames* names)
{
    const size_t n = tare_parts_size(catalogue->index, TARE_INDEX_ENTRIES) / TARE_INDEX_ENTRY_SIZE;
    catalogue->indexed_files = tare_pool_take(&catalogue->pool, names->n * sizeof(File));
    catalogue->indexed = calloc(n + 1, sizeof *catalogue->indexed);
    if (!catalogue->indexed_files || !catalogue->indexed)
        return false;
    for (size_t i = 0; i < names->n; ++i) {
        const char* const name =
            tare_pool_copy(&catalogue->pool, names->names[i], strlen(names->names[i]));
        if (!name)
            return false;
        catalogue->indexed_files[i] = (File){.name = name, .is_for_entries = true};
    }
    catalogue->n_indexed_files = names->n;
    catalogue->n = catalogue->n_indexed = n;
    return true;
}

TareStatus tare_catalogue_add_index(TareCatalogue* catalogue, const char* path, const char* folder)
{
    TareCatalogueNames names = {0};
    TareStatus status = tare_parts_open(&catalogue->index, path, TARE_INDEX_VERSION);
    if (status == TARE_OK)
        status = tare_catalogue_names_list(&names, folder, NULL);
    if (status == TARE_OK && !is_of_folder(catalogue->index, &names))
        status = TARE_BAD_INPUT;
    if (status == TARE_OK && !begin(catalogue, &names))
        status = TARE_NO_MEMORY;
    tare_catalogue_names_clear(&names);
    if (status == TARE_OK)
        return status;
    tare_parts_close(catalogue->index);
    free(catalogue->indexed);
    catalogue->index = NULL;
    catalogue->indexed = NULL;
    catalogue->n = catalogue->n_indexed = 0;
    return status;
}

const TareParts* tare_catalogue_index(const TareCatalogue* catalogue)
{
    return catalogue->records ? NULL : catalogue->index;
}

/** A row of the table of entries. */
static TarePart row_of(const TareParts* index, size_t number)
{
    return tare_parts_piece(index, TARE_INDEX_ENTRIES, number * TARE_INDEX_ENTRY_SIZE,
                            TARE_INDEX_ENTRY_SIZE);
}

/** A text that every entry has. */
static const char* needed(const char* text)
{
    return text ? text : "";
}

static void fill(const TareCatalogue* catalogue, size_t number, Record* record)
{
    const TarePart row = row_of(catalogue->index, number);
    TareEntry* const entry = &record->entry;
    for (size_t i = 0; i < N_TEXTS; ++i)
        *tare_text_field(&tare_entry_fields[i], entry) =
            text_at(catalogue->index, tare_part_u32(row, 4 * i));
    entry->id = needed(entry->id);
    entry->brand = needed(entry->brand);
    entry->model = needed(entry->model);
    const uint32_t facts = tare_part_u32(row, 40);
    const uint32_t form = facts & 0xFF, kind = facts >> 8 & 0xFF, file = facts >> 16;
    entry->form = form < TARE_N_FORMS ? (TareForm)form : TARE_FORM_UNKNOWN;
    entry->kind = kind < TARE_N_KINDS ? (TareKind)kind : TARE_KIND_PRESET;
    const uint32_t more = tare_part_u32(row, 64);
    entry->aim = more & 0xFF ? tare_aim_get((more & 0xFF) - 1) : NULL;
    entry->is_makeshift = more >> 8 & 1;
    record->file = &catalogue->indexed_files[file < catalogue->n_indexed_files ? file : 0];
    record->offset = tare_part_u32(row, 44);
    record->block.length = tare_part_u32(row, 48);
    record->block.line = tare_part_u32(row, 52);
    const uint64_t rate = tare_part_u64(row, 56);
    memcpy(&record->reference_rate_hz, &rate, sizeof rate);
}

Record* tare_catalogue_index_get(const TareCatalogue* catalogue, size_t number)
{
    Record* const record = &catalogue->indexed[number];
    if (!record->entry.id)
        fill(catalogue, number, record);
    return record;
}

Record* tare_catalogue_index_find(const TareCatalogue* catalogue, const char* id)
{
    const TareParts* const index = catalogue->index;
    const size_t n_places = tare_parts_size(index, TARE_INDEX_PLACES) / 4;
    for (size_t i = 0, place = (size_t)tare_entry_id_hash(id); i < n_places; ++i, ++place) {
        const size_t at = 4 * (place & (n_places - 1));
        const size_t number = tare_part_u32(tare_parts_piece(index, TARE_INDEX_PLACES, at, 4), 0);
        if (!number || number > catalogue->n_indexed)
            return NULL;
        const TarePart row = row_of(index, number - 1);
        if (!strcmp(needed(text_at(index, tare_part_u32(row, 0))), id))
            return tare_catalogue_index_get(catalogue, number - 1);
    }
    return NULL;
}

/** Whether a block begins with the line of an id. */
static bool begins_with(const TareBlock* block, const char* id)
{
    const size_t length = strlen(id);
    const char* const text = block->text;
    return block->length > length + 3 && !strncmp(text, "id ", 3) &&
           !strncmp(text + 3, id, length) && strchr(" \r\n", text[3 + length]);
}

bool tare_catalogue_index_load(TareCatalogue* catalogue, Record* record)
{
    const int file = open(record->file->name, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file < 0)
        return false;
    const size_t length = record->block.length;
    const bool is_there = fstat(file, &status) == 0 && length <= (uint64_t)status.st_size;
    char* const text = is_there ? tare_pool_take(&catalogue->pool, length + 1) : NULL;
    const bool is_read =
        text && pread(file, text, length, (off_t)record->offset) == (ssize_t)length;
    close(file);
    const TareBlock block = {text, length, record->block.line};
    if (!is_read || !record->block.line || !begins_with(&block, record->entry.id))
        return false;
    record->block = block;
    return true;
}
