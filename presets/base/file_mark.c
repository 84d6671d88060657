#include "base/file_mark.h"

#include <sys/stat.h>

TareFileMark tare_file_mark(const char* path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (TareFileMark){0};
    return (TareFileMark){status.st_dev, status.st_ino, status.st_size, status.st_mtim};
}

bool tare_file_mark_is_same(const TareFileMark* a, const TareFileMark* b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}
