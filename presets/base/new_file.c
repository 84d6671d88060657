#define _XOPEN_SOURCE 700 /* realpath() */

#include "base/new_file.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static TareStatus fail(const TareReporter* reporter, const char* path, const char* what)
{
    tare_report(reporter, TARE_ERROR, NULL, 0, 0, "%s: %s: %s", path, what, strerror(errno));
    return TARE_IO_ERROR;
}

static bool name_it(TareNewFile* file, const char* path)
{
    file->path = realpath(path, NULL); /* an old file may be reached through a link */
    if (!file->path)
        file->path = tare_text_copy(path, strlen(path));
    TareText temporary = {0};
    tare_text_format(&temporary, "%s.%ld.tmp", file->path ? file->path : "", (long)getpid());
    if (!file->path || temporary.failed) {
        tare_text_clear(&temporary);
        return false;
    }
    file->temporary = temporary.data;
    return true;
}

TareStatus tare_new_file_open(TareNewFile* file, const char* path, const TareReporter* reporter)
{
    *file = (TareNewFile){.descriptor = -1};
    if (!name_it(file, path)) {
        tare_new_file_drop(file);
        return TARE_NO_MEMORY;
    }
    struct stat old;
    const bool is_old = stat(file->path, &old) == 0;
    file->descriptor = open(file->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file->descriptor < 0) {
        const TareStatus status = fail(reporter, path, "cannot be created");
        free(file->temporary); /* not ours, if it is there */
        file->temporary = NULL;
        tare_new_file_drop(file);
        return status;
    }
    file->is_replacing = is_old;
    if (is_old)
        (void)fchmod(file->descriptor, old.st_mode & 07777);
    return TARE_OK;
}

TareStatus tare_new_file_keep(TareNewFile* file, const TareReporter* reporter)
{
    if (file->is_replacing && fsync(file->descriptor) != 0)
        return fail(reporter, file->path, "cannot be written");
    if (rename(file->temporary, file->path) != 0)
        return fail(reporter, file->path, "cannot be put in place");
    free(file->temporary);
    file->temporary = NULL;
    return TARE_OK;
}

void tare_new_file_drop(TareNewFile* file)
{
    if (file->descriptor >= 0)
        close(file->descriptor);
    if (file->temporary)
        unlink(file->temporary);
    free(file->temporary);
    free(file->path);
    *file = (TareNewFile){.descriptor = -1};
}
