#include "corrections/catalogue_names.h"

#include "base/list.h"
#include "base/path.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

void tare_catalogue_names_clear(TareCatalogueNames* names)
{
    for (size_t i = 0; i < names->n; ++i)
        free(names->names[i]);
    free(names->names);
}

static bool add_name(TareCatalogueNames* names, const char* folder, const char* name)
{
    char* const path = tare_path_join(folder, name);
    char** const grown = tare_list_grow(names->names, names->n, sizeof *grown);
    if (grown)
        names->names = grown;
    if (!grown || !path) {
        free(path);
        return false;
    }
    grown[names->n++] = path;
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

TareStatus tare_catalogue_names_list(TareCatalogueNames* names, const char* path,
                                     const TareReporter* reporter)
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
