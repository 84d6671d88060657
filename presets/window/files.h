/* Choosing a file to open or to save in: a path is typed, with what there is below it. */

#ifndef TARE_WINDOW_FILES_H
#define TARE_WINDOW_FILES_H

#include "window/edit.h"
#include "window/folder.h"

enum { TARE_FILES_FORMAT_SIZE = 32, TARE_FILES_REMARK_SIZE = 160 };

/** The format that is no file: a preset for LV2 hosts, where these look for it. */
#define TARE_FILES_PRESET "lv2"

typedef enum {
    TARE_FILES_CLOSED,
    TARE_FILES_OPEN,   ///< a file to read is looked for
    TARE_FILES_FORMAT, ///< the format to save in
    TARE_FILES_SAVE    ///< the file to save in
} TareFilesState;

/** Starts as {0}. */
typedef struct TareFiles {
    TareFilesState state;
    TareEdit edit; ///< a path, or how the name of a format begins
    TareFolderList list;
    size_t chosen;          ///< row; behind the last one when there is none
    size_t first;           ///< row that is shown at the top
    bool is_replacing;      ///< it has been said that the file is there already
    TareFolderList formats; ///< to choose from
    char format[TARE_FILES_FORMAT_SIZE];
    char model[TARE_FILES_FORMAT_SIZE * 4]; ///< for the name of the file
    char remark[TARE_FILES_REMARK_SIZE];    ///< on what is saved
} TareFiles;

/** Begins to look for a file to read, where one was looked for before, or at home. */
void tare_files_open(TareFiles* files);

/** Begins to look for the format in which a model's correction is to be saved. */
void tare_files_save(TareFiles* files, const char* model);

/** Gives up. */
void tare_files_close(TareFiles* files);

/** Frees what it holds. */
void tare_files_clear(TareFiles* files);

/** The formats that can be written, as `tare formats` lists them, and the preset. */
void tare_files_set_formats(TareFiles* files, const char* listing);

/** Brings the list to what is typed. */
void tare_files_search(TareFiles* files);

/** Chooses so many rows further, within the list. */
void tare_files_move(TareFiles* files, long by);

/** Completes what is typed as far as all rows begin alike. */
void tare_files_complete(TareFiles* files);

/** Takes the chosen row, else what is typed. True when a file is decided on, whose path is the text
    that is typed then, or a preset; else there is more to choose. */
bool tare_files_take(TareFiles* files);

#endif
