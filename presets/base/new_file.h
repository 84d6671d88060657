/* A file that is not there before it is complete, for libraries that write to a descriptor. */

#ifndef TARE_NEW_FILE_H
#define TARE_NEW_FILE_H

#include "base/report.h"

#include <stdbool.h>

typedef struct TareNewFile {
    char* path;        ///< what it will be called
    char* temporary;   ///< what it is called until then, in the same folder
    int descriptor;    ///< to write to; -1 for none
    bool is_replacing; ///< there is a file of that name
} TareNewFile;

/** Creates it under its temporary name; the caller drops it. TARE_IO_ERROR, reported without a
    file, when that fails; TARE_NO_MEMORY. Then there is nothing to drop. */
TareStatus tare_new_file_open(TareNewFile* file, const char* path, const TareReporter* reporter);

/** Gives it its name, in place of any file that had it: then it is brought to the disk before, so
    that at no moment neither is there. TARE_IO_ERROR,
    reported likewise, when that fails. */
TareStatus tare_new_file_keep(TareNewFile* file, const TareReporter* reporter);

/** Removes it. After tare_new_file_keep() only the descriptor is closed. */
void tare_new_file_drop(TareNewFile* file);

#endif
