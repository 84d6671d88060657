/* What is in a folder, by the beginning of a path. */

#ifndef TARE_WINDOW_FOLDER_H
#define TARE_WINDOW_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

/** Of a list to choose from: a file, a folder, or what else has a name. */
typedef struct TareFolderRow {
    char *name, *note; ///< owned
    bool is_folder;
} TareFolderRow;

/** Starts as {0}. */
typedef struct TareFolderList {
    TareFolderRow* rows;
    size_t n;
} TareFolderList;

/** Lists what lies in the folder of a path and begins as its last part does, in any case: folders
    first, by name. Names with a point before them only when one was typed. */
void tare_folder_list(TareFolderList* list, const char* path);

/** Appends a row; false when memory is short. */
bool tare_folder_add(TareFolderList* list, const char* name, const char* note, bool is_folder);

void tare_folder_clear(TareFolderList* list);

#endif
