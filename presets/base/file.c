#define _XOPEN_SOURCE 700 /* realpath() */

#include "base/file.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static TareStatus io_error(const TareReporter* reporter, const char* path, const char* what,
                           const char* expected)
{
    tare_report(reporter, TARE_ERROR, path, 0, 0, "%s: %s; expected %s", what, strerror(errno),
                expected);
    return TARE_IO_ERROR;
}

/** Reads up to the end or one byte more than allowed. */
static bool read_all(FILE* in, size_t max_bytes, TareText* text)
{
    char block[16384];
    size_t n;
    while (text->length <= max_bytes && (n = fread(block, 1, sizeof block, in)) > 0)
        tare_text_append(text, block, n);
    return !ferror(in);
}

TareStatus tare_file_read(const char* path, size_t max_bytes, char** text, size_t* length,
                          const TareReporter* reporter)
{
    *text = NULL;
    *length = 0;
    FILE* in = fopen(path, "rb");
    if (!in)
        return io_error(reporter, path, "cannot be opened", "a file that can be read");
    TareText content = {0};
    tare_text_append(&content, "", 0);
    TareStatus status = TARE_OK;
    if (!read_all(in, max_bytes, &content))
        status = io_error(reporter, path, "cannot be read", "a file that can be read");
    else if (content.failed)
        status = TARE_NO_MEMORY;
    else if (content.length > max_bytes) {
        tare_report(reporter, TARE_ERROR, path, 0, 0,
                    "file is too long; expected at most %zu bytes", max_bytes);
        status = TARE_BAD_INPUT;
    }
    fclose(in);
    if (status != TARE_OK) {
        tare_text_clear(&content);
        return status;
    }
    *text = content.data;
    *length = content.length;
    return TARE_OK;
}

TareStatus tare_file_read_by(TareFileReader* read, void* data, const char* path, size_t max_bytes,
                             const TareReporter* reporter)
{
    char* text = NULL;
    size_t length = 0;
    TareStatus status = tare_file_read(path, max_bytes, &text, &length, reporter);
    if (status == TARE_OK)
        status = read(data, path, text, length, reporter);
    free(text);
    return status;
}

bool tare_file_is_same(const char* path, const char* other)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && S_ISREG(a.st_mode) &&
           a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/** Opens a new file beside `path`; its name goes to `name`, to be freed by the caller. */
static FILE* open_beside(const char* path, mode_t mode, char** name)
{
    for (unsigned i = 0; i < 100; ++i) {
        TareText text = {0};
        tare_text_format(&text, "%s.%ld-%u.tmp", path, (long)getpid(), i);
        if (text.failed) {
            tare_text_clear(&text);
            errno = ENOMEM;
            return NULL;
        }
        const int fd = open(text.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        FILE* out = fd < 0 ? NULL : fdopen(fd, "wb");
        if (out) {
            *name = text.data;
            return out;
        }
        const int error = errno;
        if (fd >= 0) {
            close(fd);
            unlink(text.data);
        }
        tare_text_clear(&text);
        errno = error;
        if (error != EEXIST)
            return NULL;
    }
    return NULL;
}

/** Lets the caller write, brings it to the disk and closes the stream. */
static TareStatus write_and_close(FILE* out, const char* path, bool (*write)(FILE* out, void* data),
                                  void* data, bool is_regular, const TareReporter* reporter)
{
    errno = 0;
    const bool is_written = write(out, data);
    bool is_stored = fflush(out) == 0 && !ferror(out);
    if (is_stored && is_regular)
        is_stored = fsync(fileno(out)) == 0;
    const int error = errno;
    if (fclose(out) != 0)
        is_stored = false;
    else
        errno = error;
    if (!is_stored)
        return io_error(reporter, path, "cannot be written", "room and permission to write");
    return is_written ? TARE_OK : TARE_BAD_INPUT;
}

static TareStatus write_beside(const char* path, const struct stat* old,
                               bool (*write)(FILE* out, void* data), void* data,
                               const TareReporter* reporter)
{
    char* name = NULL;
    FILE* out = open_beside(path, 0666, &name);
    if (!out)
        return io_error(reporter, path, "cannot be created", "a folder that can be written to");
    if (old)
        (void)fchmod(fileno(out), old->st_mode & 07777);
    TareStatus status = write_and_close(out, path, write, data, true, reporter);
    if (status == TARE_OK && rename(name, path) != 0)
        status = io_error(reporter, path, "cannot be replaced", "a file that can be replaced");
    if (status != TARE_OK)
        unlink(name);
    free(name);
    return status;
}

TareStatus tare_file_replace(const char* path, bool (*write)(FILE* out, void* data), void* data,
                             const TareReporter* reporter)
{
    struct stat old;
    if (stat(path, &old) != 0)
        return write_beside(path, NULL, write, data, reporter);
    if (S_ISDIR(old.st_mode)) {
        errno = EISDIR;
        return io_error(reporter, path, "cannot be written", "the name of a file");
    }
    if (!S_ISREG(old.st_mode)) {
        FILE* out = fopen(path, "wb");
        return out ? write_and_close(out, path, write, data, false, reporter)
                   : io_error(reporter, path, "cannot be opened", "a file that can be written");
    }
    char* real = realpath(path, NULL);
    if (!real)
        return io_error(reporter, path, "cannot be found", "a file that can be replaced");
    const TareStatus status = write_beside(real, &old, write, data, reporter);
    free(real);
    return status;
}
