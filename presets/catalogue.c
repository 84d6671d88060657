#include "catalogue.h"

#include "catalogue_fields.h"
#include "catalogue_read.h"
#include "file.h"
#include "pool.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FILE_BYTES = 1 << 26 };

/** A file, as long as blocks of it may still have to be read. */
typedef struct TareCatalogueFile {
    struct TareCatalogueFile* next;
    char* name;
    char* text; ///< owned; NULL when all of it was read at once
    TareReadDepth depth;
} File;

/** What is known of a correction: the entry first, so that one leads to the other. */
typedef struct {
    TareEntry entry;
    const TareCorrection* correction; ///< NULL as long as only the entry was read
    const File* file;
    TareBlock block;
    double reference_rate_hz; ///< that of all blocks of the file
} Record;

struct TareCatalogue {
    Record** records; ///< in the order of ids; the structs are in the pool
    Record** by_name; ///< the same in the order of the names that files get from ids
    size_t n, capacity;
    File* files; ///< the one that was added last comes first
    TarePool pool;
};

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
    return index < catalogue->n ? &catalogue->records[index]->entry : NULL;
}

typedef int Compare(const char* a, const char* b);

/** Compares what stands for ids in the names of files and presets: "/" becomes "-" there. */
static int compare_file_names(const char* a, const char* b)
{
    for (;; ++a, ++b) {
        const unsigned char x = *a == '/' ? '-' : (unsigned char)*a;
        const unsigned char y = *b == '/' ? '-' : (unsigned char)*b;
        if (x != y)
            return x < y ? -1 : 1;
        if (x == '\0')
            return 0;
    }
}

/** Where an id stands in a list of `n`, or would have to. Files are sorted, so that the end is the
    first guess. */
static size_t place_of(Record* const* list, size_t n, const char* id, Compare* compare)
{
    size_t first = 0;
    size_t end = n;
    if (end && compare(list[end - 1]->entry.id, id) < 0)
        return end;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (compare(list[middle]->entry.id, id) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

const TareEntry* tare_catalogue_find_id(const TareCatalogue* catalogue, const char* id)
{
    const size_t place = place_of(catalogue->records, catalogue->n, id, strcmp);
    const TareEntry* const entry = tare_catalogue_get(catalogue, place);
    return entry && !strcmp(entry->id, id) ? entry : NULL;
}

/** What a block begins with: that of its file, and the texts that were read already. */
static TareCorrection begin_of(const Record* record)
{
    const TareEntry* entry = &record->entry;
    TareCorrection begin = {.form = entry->form, .kind = entry->kind};
    begin.set.reference_rate_hz = record->reference_rate_hz;
    const char* const texts[TARE_N_TEXT_FIELDS] = {
        entry->id,  entry->brand,  entry->model,  entry->variant, entry->author,
        entry->rig, entry->target, entry->source, entry->date,    entry->licence};
    for (size_t i = 0; i < TARE_N_TEXT_FIELDS; ++i)
        *tare_text_field(&tare_text_fields[i], &begin) = (char*)texts[i];
    return begin;
}

const TareCorrection* tare_catalogue_correction(TareCatalogue* catalogue, const TareEntry* entry,
                                                const TareReporter* reporter)
{
    Record* record = (Record*)(void*)entry; /* all entries that we give are within records */
    if (record->correction)
        return record->correction;
    TareCorrection* correction = tare_pool_take(&catalogue->pool, sizeof *correction);
    const TareCorrection begin = begin_of(record);
    if (correction && tare_catalogue_read_block(&record->block, record->file->name, &begin,
                                                &catalogue->pool, correction, reporter) == TARE_OK)
        record->correction = correction;
    return record->correction;
}

static bool grow(Record*** list, size_t capacity)
{
    Record** grown = realloc(*list, capacity * sizeof *grown);
    if (grown)
        *list = grown;
    return grown != NULL;
}

static bool make_room(TareCatalogue* catalogue)
{
    if (catalogue->n < catalogue->capacity)
        return true;
    const size_t capacity = catalogue->capacity ? 2 * catalogue->capacity : 64;
    if (!grow(&catalogue->records, capacity) || !grow(&catalogue->by_name, capacity))
        return false;
    catalogue->capacity = capacity;
    return true;
}

static void insert(Record** list, size_t n, size_t place, Record* record)
{
    memmove(list + place + 1, list + place, (n - place) * sizeof *list);
    list[place] = record;
}

/** Makes the record of a correction; NULL when memory is short. */
static Record* new_record(TareCatalogue* catalogue, const TareCorrection* correction,
                          const TareBlock* block)
{
    Record* record = tare_pool_take(&catalogue->pool, sizeof *record);
    if (!record)
        return NULL;
    *record = (Record){.entry = tare_correction_entry(correction),
                       .file = catalogue->files,
                       .block = *block,
                       .reference_rate_hz = correction->set.reference_rate_hz};
    if (catalogue->files->depth == TARE_READ_ENTRIES)
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
    const char* id = correction->id;
    const size_t n = catalogue->n;
    const size_t named = place_of(catalogue->by_name, n, id, compare_file_names);
    if (named < n && compare_file_names(catalogue->by_name[named]->entry.id, id) == 0) {
        *alike = catalogue->by_name[named]->entry.id;
        return strcmp(*alike, id) == 0 ? TARE_TAKE_TWICE : TARE_TAKE_ALIKE;
    }
    Record* record = new_record(catalogue, correction, block);
    if (!record || !make_room(catalogue))
        return TARE_TAKE_NO_MEMORY;
    insert(catalogue->records, n, place_of(catalogue->records, n, id, strcmp), record);
    insert(catalogue->by_name, n, named, record);
    catalogue->n++;
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
    *file = (File){.next = catalogue->files, .name = copy, .text = text, .depth = depth};
    catalogue->files = file;
    return file;
}

static TareStatus read_file(TareCatalogue* catalogue, const File* file, const char* text,
                            size_t length, const TareReporter* reporter)
{
    const TareTaker taker = {take, catalogue};
    return tare_catalogue_read(text, length, file->name, file->depth, &catalogue->pool, &taker,
                               reporter);
}

TareStatus tare_catalogue_add_text(TareCatalogue* catalogue, const char* name, const char* text,
                                   size_t length, const TareReporter* reporter)
{
    const File* file = add_file(catalogue, name, NULL, TARE_READ_ALL);
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

/** Names of files, each owned. */
typedef struct {
    char** names;
    size_t n;
} Names;

static void clear_names(Names* names)
{
    for (size_t i = 0; i < names->n; ++i)
        free(names->names[i]);
    free(names->names);
}

static bool add_name(Names* names, const char* folder, const char* name)
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s", folder, name);
    char** grown = realloc(names->names, (names->n + 1) * sizeof *grown);
    if (grown)
        names->names = grown;
    if (!grown || path.failed) {
        tare_text_clear(&path);
        return false;
    }
    names->names[names->n++] = path.data;
    return true;
}

static bool is_catalogue_file(const char* name)
{
    const size_t length = strlen(name);
    return name[0] != '.' && length > 5 && !strcmp(name + length - 5, ".tare");
}

static int compare_names(const void* a, const void* b)
{
    return strcmp(*(char* const*)a, *(char* const*)b);
}

/** Lists the catalogue's files in a folder, in the order of their names. */
static TareStatus list_folder(Names* names, const char* path, const TareReporter* reporter)
{
    DIR* folder = opendir(path);
    if (!folder) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "cannot be opened: %s; expected a folder that can be read", strerror(errno));
        return TARE_IO_ERROR;
    }
    bool is_complete = true;
    for (struct dirent* entry; is_complete && (entry = readdir(folder));)
        if (is_catalogue_file(entry->d_name))
            is_complete = add_name(names, path, entry->d_name);
    closedir(folder);
    if (names->n)
        qsort(names->names, names->n, sizeof *names->names, compare_names);
    return is_complete ? TARE_OK : TARE_NO_MEMORY;
}

TareStatus tare_catalogue_add_folder(TareCatalogue* catalogue, const char* path,
                                     TareReadDepth depth, const TareReporter* reporter)
{
    Names names = {0};
    TareStatus status = list_folder(&names, path, reporter);
    for (size_t i = 0; i < names.n && status != TARE_NO_MEMORY; ++i) {
        const TareStatus added =
            tare_catalogue_add_file(catalogue, names.names[i], depth, reporter);
        status = added == TARE_OK ? status : added;
    }
    clear_names(&names);
    return status;
}
