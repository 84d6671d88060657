#include "corrections/catalogue.h"

#include "base/brief.h"
#include "base/file.h"
#include "base/list.h"
#include "base/text.h"
#include "corrections/catalogue_index.h"
#include "corrections/catalogue_names.h"
#include "corrections/catalogue_read.h"
#include "corrections/catalogue_records.h"
#include "corrections/correction.h"
#include "corrections/evidence.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_FILE_BYTES = 1 << 26 };

typedef TareCatalogueFile File;
typedef TareCatalogueRecord Record;

TareCatalogue* tare_catalogue_new(void)
{
    return calloc(1, sizeof(TareCatalogue));
}

void tare_catalogue_free(TareCatalogue* catalogue)
{
    if (!catalogue)
        return;
    for (File* file = catalogue->files; file; file = file->next)
        free(file->text);
    tare_pool_clear(&catalogue->pool);
    tare_catalogue_free(catalogue->texts);
    tare_parts_close(catalogue->index);
    free(catalogue->indexed);
    free(catalogue->records);
    free(catalogue->by_name);
    free(catalogue);
}

size_t tare_catalogue_n_corrections(const TareCatalogue* catalogue)
{
    return catalogue->n;
}

const TareEntry* tare_catalogue_get(const TareCatalogue* catalogue, size_t index)
{
    if (index >= catalogue->n)
        return NULL;
    return catalogue->records ? &catalogue->records[index]->entry
                              : &tare_catalogue_index_get(catalogue, index)->entry;
}

/** Where the record of an id with its hash stands in the table, or would have to. */
static Record** place_in_table(Record** table, size_t n_places, const char* id, uint64_t hash)
{
    size_t place = (size_t)hash & (n_places - 1);
    while (table[place] &&
           (table[place]->hash != hash || !tare_entry_id_is_alike(table[place]->entry.id, id)))
        place = (place + 1) & (n_places - 1);
    return &table[place];
}

const TareEntry* tare_catalogue_find_id(const TareCatalogue* catalogue, const char* id)
{
    if (!catalogue->n)
        return NULL;
    const Record* const record =
        catalogue->records
            ? *place_in_table(catalogue->by_name, catalogue->n_places, id, tare_entry_id_hash(id))
            : tare_catalogue_index_find(catalogue, id);
    return record && !strcmp(record->entry.id, id) ? &record->entry : NULL;
}

/** What a block begins with: that of its file, and the texts that were read already. */
static TareCorrection begin_of(const Record* record)
{
    return (TareCorrection){.entry = record->entry,
                            .set.reference_rate_hz = record->reference_rate_hz};
}

static TareCorrection* stated_of(TareCatalogue* catalogue, const TareEntry* entry,
                                 const TareReporter* reporter);

/** The correction with an id out of its file's text, where it is no longer in its old place. */
static TareCorrection* find_in_text(TareCatalogue* catalogue, const Record* record,
                                    const TareReporter* reporter)
{
    if (!catalogue->texts)
        catalogue->texts = tare_catalogue_new();
    const char* const file = record->file->name;
    if (!catalogue->texts)
        return NULL;
    const TareEntry* entry = tare_catalogue_find_id(catalogue->texts, record->entry.id);
    if (!entry) {
        (void)tare_catalogue_add_file(catalogue->texts, file, TARE_READ_ENTRIES, NULL);
        entry = tare_catalogue_find_id(catalogue->texts, record->entry.id);
    }
    if (!entry)
        tare_report(reporter, TARE_ERROR, file, 0, 0,
                    "has no %s any more; expected the files of a catalogue to stay as they are",
                    record->entry.id);
    return entry ? stated_of(catalogue->texts, entry, reporter) : NULL;
}

static TareCorrection* stated_of(TareCatalogue* catalogue, const TareEntry* entry,
                                 const TareReporter* reporter)
{
    Record* record = (Record*)(void*)entry; /* all entries that we give are within records */
    if (record->correction)
        return record->correction;
    if (!record->block.text && !tare_catalogue_index_load(catalogue, record))
        return find_in_text(catalogue, record, reporter);
    TareCorrection* correction = tare_pool_take(&catalogue->pool, sizeof *correction);
    const TareCorrection begin = begin_of(record);
    TareBrief brief = {.to = reporter};
    const TareReporter few = tare_brief_reporter(&brief);
    if (correction && tare_catalogue_read_block(&record->block, record->file->name, &begin,
                                                &catalogue->pool, correction, &few) == TARE_OK)
        record->correction = correction;
    tare_brief_end(&brief, record->file->name);
    return record->correction;
}

const TareCorrection* tare_catalogue_stated(TareCatalogue* catalogue, const TareEntry* entry,
                                            const TareReporter* reporter)
{
    return stated_of(catalogue, entry, reporter);
}

/** The evidence of a correction that still waits for its bands; NULL when it has them, or nothing
    to make them of. */
static TareEvidence* waiting_evidence(const TareCorrection* correction)
{
    size_t i = 0;
    while (i < correction->n_evidence && !correction->evidence[i].curve)
        ++i;
    const bool waits =
        correction->set.n_bands == 0 && i < correction->n_evidence && !correction->evidence[i].note;
    return waits ? &correction->evidence[i] : NULL;
}

/** Makes the bands; false when memory is short. */
static bool fit_bands(TareCatalogue* catalogue, TareCorrection* correction, TareEvidence* evidence)
{
    TareText note = {0};
    TareBandSet set;
    const bool is_good = catalogue->fit(correction, &set, &note) && !note.failed && note.data;
    const char* const kept =
        is_good ? tare_pool_copy(&catalogue->pool, note.data, note.length) : NULL;
    tare_text_clear(&note);
    if (!kept)
        return false;
    evidence->note = kept;
    correction->set = set;
    return true;
}

void tare_catalogue_set_fit(TareCatalogue* catalogue, TareCatalogueFit* fit)
{
    catalogue->fit = fit;
}

const TareCorrection* tare_catalogue_correction(TareCatalogue* catalogue, const TareEntry* entry,
                                                const TareReporter* reporter)
{
    TareCorrection* const correction = stated_of(catalogue, entry, reporter);
    TareEvidence* const evidence =
        correction && catalogue->fit ? waiting_evidence(correction) : NULL;
    return !evidence || fit_bands(catalogue, correction, evidence) ? correction : NULL;
}

/** Makes the table, or a larger one, with room for one record more than there are. */
static bool grow_table(TareCatalogue* catalogue)
{
    size_t n_places = catalogue->n_places ? 4 * catalogue->n_places : 256;
    while (2 * (catalogue->n + 1) >= n_places)
        n_places *= 4;
    Record** const table = calloc(n_places, sizeof *table);
    if (!table)
        return false;
    for (size_t i = 0; catalogue->records && i < catalogue->n; ++i) {
        Record* const record = catalogue->records[i];
        *place_in_table(table, n_places, record->entry.id, record->hash) = record;
    }
    free(catalogue->by_name);
    catalogue->by_name = table;
    catalogue->n_places = n_places;
    return true;
}

/** Takes the records out of the index, so that others can stand between them. */
static bool leave_index(TareCatalogue* catalogue)
{
    Record** records = NULL;
    bool is_whole = true;
    for (size_t i = 0; i < catalogue->n_indexed; ++i) {
        Record** const grown = tare_list_grow(records, i, sizeof *grown);
        if (!grown) {
            is_whole = false;
            break;
        }
        records = grown;
        records[i] = tare_catalogue_index_get(catalogue, i);
        records[i]->hash = tare_entry_id_hash(records[i]->entry.id);
    }
    catalogue->records = records;
    if (is_whole && grow_table(catalogue))
        return true;
    catalogue->records = NULL;
    free(records);
    return false;
}

static bool make_room(TareCatalogue* catalogue)
{
    if (catalogue->index && !catalogue->records && !leave_index(catalogue))
        return false;
    if (2 * (catalogue->n + 1) >= catalogue->n_places && !grow_table(catalogue))
        return false;
    Record** const grown = tare_list_grow(catalogue->records, catalogue->n, sizeof *grown);
    if (!grown)
        return false;
    catalogue->records = grown;
    return true;
}

static int compare_records(const void* a, const void* b)
{
    return strcmp((*(Record* const*)a)->entry.id, (*(Record* const*)b)->entry.id);
}

/** Brings the records from `first` on, which were read last, into the order of all. Files are
   sorted, so that there is mostly nothing to sort, and two runs to merge at most. */
static bool arrange(TareCatalogue* catalogue, size_t first)
{
    Record** const records = catalogue->records;
    const size_t n = catalogue->n;
    bool is_sorted = true;
    for (size_t i = first + 1; i < n && is_sorted; ++i)
        is_sorted = compare_records(&records[i - 1], &records[i]) < 0;
    if (!is_sorted)
        qsort(records + first, n - first, sizeof *records, compare_records);
    if (!first || first == n || compare_records(&records[first - 1], &records[first]) < 0)
        return true;
    Record** const merged = malloc(n * sizeof *merged);
    if (!merged)
        return false;
    for (size_t i = 0, old = 0, new = first; i < n; ++i)
        merged[i] = new == n || (old < first && compare_records(&records[old], &records[new]) < 0)
                        ? records[old++]
                        : records[new ++];
    memcpy(records, merged, n * sizeof *merged);
    free(merged);
    return true;
}

/** Makes the record of a correction; NULL when memory is short. */
static Record* new_record(TareCatalogue* catalogue, const TareCorrection* correction,
                          const TareBlock* block)
{
    Record* record = tare_pool_take(&catalogue->pool, sizeof *record);
    if (!record)
        return NULL;
    *record = (Record){.entry = correction->entry,
                       .file = catalogue->files,
                       .block = *block,
                       .reference_rate_hz = correction->set.reference_rate_hz};
    if (catalogue->files->is_for_entries)
        return record;
    TareCorrection* copy = tare_pool_take(&catalogue->pool, sizeof *copy);
    if (!copy)
        return NULL;
    *copy = *correction;
    record->correction = copy;
    return record;
}

static TareTaken take(void* data, const TareCorrection* correction, const TareBlock* block,
                      const char** alike)
{
    TareCatalogue* catalogue = data;
    if (!make_room(catalogue))
        return TARE_TAKE_NO_MEMORY;
    const uint64_t hash = tare_entry_id_hash(correction->entry.id);
    Record** const place =
        place_in_table(catalogue->by_name, catalogue->n_places, correction->entry.id, hash);
    if (*place) {
        *alike = (*place)->entry.id;
        return strcmp(*alike, correction->entry.id) == 0 ? TARE_TAKE_TWICE : TARE_TAKE_ALIKE;
    }
    *place = new_record(catalogue, correction, block);
    if (!*place)
        return TARE_TAKE_NO_MEMORY;
    (*place)->hash = hash;
    catalogue->records[catalogue->n++] = *place;
    return TARE_TAKEN;
}

/** Begins a file; its text is the catalogue's afterwards, freed with it, if `text` is not NULL. */
static File* add_file(TareCatalogue* catalogue, const char* name, char* text, TareReadDepth depth)
{
    File* file = tare_pool_take(&catalogue->pool, sizeof *file);
    char* copy = tare_pool_copy(&catalogue->pool, name, strlen(name));
    if (!file || !copy) {
        free(text);
        return NULL;
    }
    *file = (File){.next = catalogue->files,
                   .name = copy,
                   .text = text,
                   .is_for_entries = depth == TARE_READ_ENTRIES};
    catalogue->files = file;
    return file;
}

static TareStatus read_file(TareCatalogue* catalogue, File* file, const char* text, size_t length,
                            const TareReporter* reporter)
{
    file->length = length;
    const TareTaker taker = {take, catalogue};
    const size_t first = catalogue->n;
    TareBrief brief = {.to = reporter};
    const TareReporter few = tare_brief_reporter(&brief);
    const TareStatus status = tare_catalogue_read(text, length, file->name, file->is_for_entries,
                                                  &catalogue->pool, &taker, &few);
    tare_brief_end(&brief, file->name);
    return arrange(catalogue, first) ? status : TARE_NO_MEMORY;
}

TareStatus tare_catalogue_add_text(TareCatalogue* catalogue, const char* name, const char* text,
                                   size_t length, const TareReporter* reporter)
{
    File* file = add_file(catalogue, name, NULL, TARE_READ_ALL);
    return file ? read_file(catalogue, file, text, length, reporter) : TARE_NO_MEMORY;
}

TareStatus tare_catalogue_add_file(TareCatalogue* catalogue, const char* path, TareReadDepth depth,
                                   const TareReporter* reporter)
{
    char* text = NULL;
    size_t length = 0;
    const TareStatus status = tare_file_read(path, MAX_FILE_BYTES, &text, &length, reporter);
    if (status != TARE_OK)
        return status;
    File* file = add_file(catalogue, path, text, depth);
    if (!file)
        return TARE_NO_MEMORY;
    const TareStatus read = read_file(catalogue, file, text, length, reporter);
    if (depth == TARE_READ_ALL) {
        free(file->text);
        file->text = NULL;
    }
    return read;
}

TareStatus tare_catalogue_add_folder(TareCatalogue* catalogue, const char* path,
                                     TareReadDepth depth, const TareReporter* reporter)
{
    TareCatalogueNames names = {0};
    TareStatus status = tare_catalogue_names_list(&names, path, reporter);
    for (size_t i = 0; i < names.n && status != TARE_NO_MEMORY; ++i) {
        const TareStatus added =
            tare_catalogue_add_file(catalogue, names.names[i], depth, reporter);
        status = added == TARE_OK ? status : added;
    }
    tare_catalogue_names_clear(&names);
    return status;
}
