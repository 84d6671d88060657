#include "catalogue.h"

#include "catalogue_read.h"
#include "file.h"
#include "pool.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FILE_BYTES = 1 << 26 };

struct TareCatalogue {
    TareCorrection** corrections; ///< in the order of ids; the structs are in the pool
    TareCorrection** by_name;     ///< the same in the order of the names that files get from ids
    size_t n, capacity;
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
    tare_pool_clear(&catalogue->pool);
    free(catalogue->corrections);
    free(catalogue->by_name);
    free(catalogue);
}

size_t tare_catalogue_n_corrections(const TareCatalogue* catalogue)
{
    return catalogue->n;
}

const TareCorrection* tare_catalogue_get(const TareCatalogue* catalogue, size_t index)
{
    return index < catalogue->n ? catalogue->corrections[index] : NULL;
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
static size_t place_of(TareCorrection* const* list, size_t n, const char* id, Compare* compare)
{
    size_t first = 0;
    size_t end = n;
    if (end && compare(list[end - 1]->id, id) < 0)
        return end;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (compare(list[middle]->id, id) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

const TareCorrection* tare_catalogue_find_id(const TareCatalogue* catalogue, const char* id)
{
    const size_t place = place_of(catalogue->corrections, catalogue->n, id, strcmp);
    const bool is_there = place < catalogue->n && !strcmp(catalogue->corrections[place]->id, id);
    return is_there ? catalogue->corrections[place] : NULL;
}

static bool grow(TareCorrection*** list, size_t capacity)
{
    TareCorrection** grown = realloc(*list, capacity * sizeof *grown);
    if (grown)
        *list = grown;
    return grown != NULL;
}

static bool make_room(TareCatalogue* catalogue)
{
    if (catalogue->n < catalogue->capacity)
        return true;
    const size_t capacity = catalogue->capacity ? 2 * catalogue->capacity : 64;
    if (!grow(&catalogue->corrections, capacity) || !grow(&catalogue->by_name, capacity))
        return false;
    catalogue->capacity = capacity;
    return true;
}

static void insert(TareCorrection** list, size_t n, size_t place, TareCorrection* correction)
{
    memmove(list + place + 1, list + place, (n - place) * sizeof *list);
    list[place] = correction;
}

static TareTaken take(void* data, const TareCorrection* correction, const char** alike)
{
    TareCatalogue* catalogue = data;
    const char* id = correction->id;
    const size_t n = catalogue->n;
    const size_t named = place_of(catalogue->by_name, n, id, compare_file_names);
    if (named < n && compare_file_names(catalogue->by_name[named]->id, id) == 0) {
        *alike = catalogue->by_name[named]->id;
        return strcmp(*alike, id) == 0 ? TARE_TAKE_TWICE : TARE_TAKE_ALIKE;
    }
    TareCorrection* copy = tare_pool_take(&catalogue->pool, sizeof *copy);
    if (!copy || !make_room(catalogue))
        return TARE_TAKE_NO_MEMORY;
    *copy = *correction;
    insert(catalogue->corrections, n, place_of(catalogue->corrections, n, id, strcmp), copy);
    insert(catalogue->by_name, n, named, copy);
    catalogue->n++;
    return TARE_TAKEN;
}

TareStatus tare_catalogue_add_text(TareCatalogue* catalogue, const char* name, const char* text,
                                   size_t length, const TareReporter* reporter)
{
    char* copy = tare_pool_copy(&catalogue->pool, text, length);
    const TareTaker taker = {take, catalogue};
    return copy ? tare_catalogue_read(copy, length, name, &catalogue->pool, &taker, reporter)
                : TARE_NO_MEMORY;
}

TareStatus tare_catalogue_add_file(TareCatalogue* catalogue, const char* path,
                                   const TareReporter* reporter)
{
    char* text = NULL;
    size_t length = 0;
    TareStatus status = tare_file_read(path, MAX_FILE_BYTES, &text, &length, reporter);
    if (status == TARE_OK)
        status = tare_catalogue_add_text(catalogue, path, text, length, reporter);
    free(text);
    return status;
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
                                     const TareReporter* reporter)
{
    Names names = {0};
    TareStatus status = list_folder(&names, path, reporter);
    for (size_t i = 0; i < names.n && status != TARE_NO_MEMORY; ++i) {
        const TareStatus added = tare_catalogue_add_file(catalogue, names.names[i], reporter);
        status = added == TARE_OK ? status : added;
    }
    clear_names(&names);
    return status;
}
