/* Whether a file is still what it was when it was read. */

#ifndef TARE_FILE_MARK_H
#define TARE_FILE_MARK_H

#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

/** What tells a file from what it was before, or will be. */
typedef struct TareFileMark {
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec changed;
} TareFileMark;

/** That of the file at a path now; the mark of none where there is none. */
TareFileMark tare_file_mark(const char* path);

bool tare_file_mark_is_same(const TareFileMark* a, const TareFileMark* b);

#endif
