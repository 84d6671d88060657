/* The files that a person means who names folders. */

#ifndef TARE_WALK_H
#define TARE_WALK_H

#include "base/report.h"

#include <stddef.h>

typedef struct TareWalkFile {
    char* path; ///< to open it
    char* name; ///< the path below the folder that was named: "sony/sony-mdr-ex1000.md"
} TareWalkFile;

typedef struct TareWalk {
    TareWalkFile* files;
    size_t n_files;
} TareWalk;

/** Appends all files below a folder whose names end in `ending`, sorted by name; hidden ones and
    linked folders are left out. A folder that cannot be read, or holds no such file, is reported;
    then nothing is appended. */
TareStatus tare_walk_folder(TareWalk* walk, const char* folder, const char* ending,
                            const TareReporter* reporter);

/** Appends one file; its name is its path. */
TareStatus tare_walk_file(TareWalk* walk, const char* path);

void tare_walk_clear(TareWalk* walk);

#endif
