#include "search/own_store.h"

#include "base/file.h"
#include "base/list.h"
#include "base/path.h"
#include "base/text.h"
#include "corrections/catalogue_write.h"
#include "corrections/correction.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char mark[] = "# Written by tare import.\n";
static const char prefix[] = "imported-", ending[] = ".tare";

enum { MAX_BYTES = 1 << 20 };

char* tare_own_store_folder(bool* is_short_of_memory)
{
    const char* const data = getenv("XDG_DATA_HOME");
    const char* const home = getenv("HOME");
    TareText path = {0};
    if (data && data[0] == '/')
        tare_text_format(&path, "%s/tare", data);
    else if (home && home[0] == '/')
        tare_text_format(&path, "%s/.local/share/tare", home);
    *is_short_of_memory = path.failed;
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

/** The path of the file for an id, to be freed; NULL when memory is short. */
static char* path_of(const char* folder, const char* id)
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s%s%s", folder, prefix, id, ending);
    if (path.failed) {
        tare_text_clear(&path);
        return NULL;
    }
    for (char* p = path.data + path.length - strlen(id) - strlen(ending); *p; ++p)
        *p = *p == '/' ? '-' : *p;
    return path.data;
}

/** The id in a file that was written here, to be freed; NULL when it was not, or memory is short.
 */
static char* id_in(const char* path)
{
    char* text = NULL;
    char* id = NULL;
    size_t length = 0;
    if (access(path, F_OK) == 0 &&
        tare_file_read(path, MAX_BYTES, &text, &length, NULL) == TARE_OK &&
        strncmp(text, mark, strlen(mark)) == 0 && strncmp(text + strlen(mark), "id ", 3) == 0) {
        const char* const first = text + strlen(mark) + 3;
        id = tare_text_copy(first, strcspn(first, "\n"));
    }
    free(text);
    return id;
}

bool tare_own_store_has(const char* folder, const char* id)
{
    char* const path = path_of(folder, id);
    char* const found = path ? id_in(path) : NULL;
    const bool has = found && strcmp(found, id) == 0;
    free(found);
    free(path);
    return has;
}

typedef struct {
    const TareCorrection* correction;
    const TareReporter* reporter;
} Job;

static bool write_correction(FILE* out, void* data)
{
    const Job* const job = data;
    fputs(mark, out);
    const bool is_written = tare_catalogue_write_block(out, job->correction, NULL, NULL);
    if (!is_written && !ferror(out))
        tare_report(job->reporter, TARE_ERROR, NULL, 0, 0,
                    "%s cannot be kept; expected names in UTF-8 and values in range",
                    job->correction->entry.id);
    return is_written;
}

TareStatus tare_own_store_put(const char* folder, const TareCorrection* correction,
                              const TareReporter* reporter)
{
    Job job = {correction, reporter};
    const char* const id = correction->entry.id;
    char* const path = path_of(folder, id);
    if (!path)
        return TARE_NO_MEMORY;
    TareStatus status = TARE_OK;
    if (!tare_path_make_folders(path)) {
        tare_report(reporter, TARE_ERROR, folder, 0, 0,
                    "folder cannot be made: %s; expected one that can be written to",
                    strerror(errno));
        status = TARE_IO_ERROR;
    } else if (access(path, F_OK) == 0 && !tare_own_store_has(folder, id)) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "is another's file; expected none of that name, or one by 'tare import'");
        status = TARE_BAD_INPUT;
    } else {
        status = tare_file_replace(path, write_correction, &job, reporter);
    }
    free(path);
    return status;
}

TareStatus tare_own_store_remove(const char* folder, const char* id, const TareReporter* reporter)
{
    char* const path = path_of(folder, id);
    TareStatus status = path ? TARE_OK : TARE_NO_MEMORY;
    if (path && !tare_own_store_has(folder, id)) {
        status = TARE_NOT_FOUND;
    } else if (path && unlink(path) != 0) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "cannot be removed: %s; expected a folder that can be written to",
                    strerror(errno));
        status = TARE_IO_ERROR;
    }
    free(path);
    return status;
}

static bool is_ours(const char* name)
{
    const size_t n = strlen(name);
    return strncmp(name, prefix, strlen(prefix)) == 0 && n > strlen(ending) &&
           strcmp(name + n - strlen(ending), ending) == 0;
}

static int compare(const void* a, const void* b)
{
    return strcmp(*(char* const*)a, *(char* const*)b);
}

/** Appends an id, which it takes over; false when memory is short. */
static bool append(char*** ids, size_t* n, char* id)
{
    char** const grown = tare_list_grow(*ids, *n, sizeof *grown);
    if (!grown) {
        free(id);
        return false;
    }
    grown[(*n)++] = id;
    *ids = grown;
    return true;
}

bool tare_own_store_list(const char* folder, char*** ids, size_t* n)
{
    DIR* const entries = opendir(folder);
    const struct dirent* entry;
    bool is_good = true;
    *ids = NULL;
    *n = 0;
    while (entries && is_good && (entry = readdir(entries)) != NULL) {
        char* const path = is_ours(entry->d_name) ? tare_path_join(folder, entry->d_name) : NULL;
        char* const id = path ? id_in(path) : NULL;
        is_good = !id || append(ids, n, id);
        free(path);
    }
    if (entries)
        closedir(entries);
    if (*n)
        qsort(*ids, *n, sizeof **ids, compare);
    return is_good;
}
