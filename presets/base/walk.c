#include "base/walk.h"

#include "base/list.h"
#include "base/path.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_DEPTH = 32 };

typedef struct {
    TareWalk* walk;
    const char* ending;
    const TareReporter* reporter;
    size_t root_length; ///< of the folder's path with its slash
} Search;

static TareStatus append(TareWalk* walk, const char* path, size_t skipped)
{
    TareWalkFile* const files = tare_list_grow(walk->files, walk->n_files, sizeof *files);
    if (!files)
        return TARE_NO_MEMORY;
    walk->files = files;
    TareWalkFile* const file = &files[walk->n_files];
    file->path = tare_text_copy(path, strlen(path));
    file->name = tare_text_copy(path + skipped, strlen(path + skipped));
    if (!file->path || !file->name) {
        free(file->path);
        free(file->name);
        return TARE_NO_MEMORY;
    }
    ++walk->n_files;
    return TARE_OK;
}

static bool has_ending(const char* name, const char* ending)
{
    const size_t length = strlen(name);
    const size_t ending_length = strlen(ending);
    return length > ending_length && strcmp(name + length - ending_length, ending) == 0;
}

static TareStatus visit_folder(const Search* search, const char* folder, unsigned depth);

static TareStatus visit(const Search* search, const char* path, const char* name, unsigned depth)
{
    struct stat status;
    if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return visit_folder(search, path, depth + 1);
    if (!has_ending(name, search->ending) || stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return TARE_OK;
    return append(search->walk, path, search->root_length);
}

static TareStatus visit_entries(const Search* search, DIR* entries, const char* folder,
                                unsigned depth)
{
    TareStatus status = TARE_OK;
    const struct dirent* entry;
    while (status == TARE_OK && (entry = readdir(entries)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        char* const path = tare_path_join(folder, entry->d_name);
        status = path ? visit(search, path, entry->d_name, depth) : TARE_NO_MEMORY;
        free(path);
    }
    return status;
}

static TareStatus visit_folder(const Search* search, const char* folder, unsigned depth)
{
    DIR* const entries = depth < MAX_DEPTH ? opendir(folder) : NULL;
    if (!entries) {
        tare_report(search->reporter, TARE_ERROR, folder, 0, 0,
                    "folder cannot be read: %s; expected one that can be opened",
                    depth < MAX_DEPTH ? strerror(errno) : "it lies too deep");
        return TARE_IO_ERROR;
    }
    const TareStatus status = visit_entries(search, entries, folder, depth);
    closedir(entries);
    return status;
}

static int compare_names(const void* a, const void* b)
{
    return strcmp(((const TareWalkFile*)a)->name, ((const TareWalkFile*)b)->name);
}

static void shorten(TareWalk* walk, size_t n_files)
{
    for (; walk->n_files > n_files; --walk->n_files) {
        free(walk->files[walk->n_files - 1].path);
        free(walk->files[walk->n_files - 1].name);
    }
}

TareStatus tare_walk_folder(TareWalk* walk, const char* folder, const char* ending,
                            const TareReporter* reporter)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        --length;
    char* const root = tare_text_copy(folder, length);
    if (!root)
        return TARE_NO_MEMORY;
    const size_t n_before = walk->n_files;
    const Search search = {walk, ending, reporter, length + 1};
    TareStatus status = visit_folder(&search, root, 0);
    free(root);
    if (status == TARE_OK && walk->n_files == n_before) {
        tare_report(reporter, TARE_ERROR, folder, 0, 0,
                    "folder holds no file *%s; expected at least one", ending);
        status = TARE_BAD_INPUT;
    }
    if (status != TARE_OK)
        shorten(walk, n_before);
    else
        qsort(walk->files + n_before, walk->n_files - n_before, sizeof *walk->files, compare_names);
    return status;
}

TareStatus tare_walk_file(TareWalk* walk, const char* path)
{
    return append(walk, path, 0);
}

void tare_walk_clear(TareWalk* walk)
{
    shorten(walk, 0);
    free(walk->files);
    *walk = (TareWalk){0};
}
