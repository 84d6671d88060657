#include "window/folder.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/path.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Who has more in a folder types a letter. */
enum { MAX_ROWS = 2000 };

static bool begins_with(const char* name, const char* typed)
{
    for (; *typed != '\0'; ++name, ++typed)
        if (tare_ascii_lower(*name) != tare_ascii_lower(*typed))
            return false;
    return true;
}

static bool is_folder(const char* folder, const char* name)
{
    struct stat facts;
    char* const path = tare_path_join(folder, name);
    const bool is = path && stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
    free(path);
    return is;
}

static int compare_rows(const void* a, const void* b)
{
    const TareFolderRow *const x = a, *const y = b;
    return x->is_folder != y->is_folder ? (int)y->is_folder - (int)x->is_folder
                                        : strcmp(x->name, y->name);
}

bool tare_folder_add(TareFolderList* list, const char* name, const char* note, bool is_folder)
{
    TareFolderRow* const grown = tare_list_grow(list->rows, list->n, sizeof *grown);
    if (!grown)
        return false;
    list->rows = grown;
    const TareFolderRow row = {strdup(name), strdup(note), is_folder};
    if (!row.name || !row.note) {
        free(row.name);
        free(row.note);
        return false;
    }
    list->rows[list->n++] = row;
    return true;
}

void tare_folder_list(TareFolderList* list, const char* path)
{
    char* const folder = tare_path_folder(path);
    DIR* const stream = folder ? opendir(folder) : NULL;
    const char* const typed = tare_path_name(path);
    const struct dirent* found = NULL;
    tare_folder_clear(list);
    while (stream && list->n < MAX_ROWS && (found = readdir(stream))) {
        const char* const name = found->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
            (name[0] == '.' && typed[0] != '.') || !begins_with(name, typed))
            continue;
        if (!tare_folder_add(list, name, "", is_folder(folder, name)))
            break;
    }
    if (stream)
        closedir(stream);
    if (list->n > 0)
        qsort(list->rows, list->n, sizeof *list->rows, compare_rows);
    free(folder);
}

void tare_folder_clear(TareFolderList* list)
{
    for (size_t i = 0; i < list->n; ++i) {
        free(list->rows[i].name);
        free(list->rows[i].note);
    }
    free(list->rows);
    *list = (TareFolderList){0};
}
