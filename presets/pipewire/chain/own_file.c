#include "pipewire/chain/own_file.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_FILE_BYTES = 1 << 20 };

bool tare_own_file_is_there(const char* path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/** Whether a file holds exactly that text. */
static bool holds(const char* path, const char* text, size_t length)
{
    char* old = NULL;
    size_t old_length = 0;
    const bool is_same = tare_own_file_is_there(path) &&
                         tare_file_read(path, MAX_FILE_BYTES, &old, &old_length, NULL) == TARE_OK &&
                         old_length == length && memcmp(old, text, length) == 0;
    free(old);
    return is_same;
}

typedef struct {
    const char* text;
    size_t length;
} Content;

static bool write_content(FILE* out, void* data)
{
    const Content* const content = data;
    fwrite(content->text, 1, content->length, out);
    return true;
}

TareStatus tare_own_file_replace(const char* path, bool (*write)(FILE* out, void* data), void* data,
                                 const TareReporter* reporter)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    if (!out)
        return TARE_NO_MEMORY;
    const bool is_written = write(out, data);
    const bool is_whole = fclose(out) == 0;
    TareStatus status = !is_written ? TARE_BAD_INPUT : is_whole ? TARE_OK : TARE_NO_MEMORY;
    Content content = {text, length};
    if (status == TARE_OK && !holds(path, text, length))
        status = tare_file_replace(path, write_content, &content, reporter);
    free(text);
    return status;
}

char* tare_own_file_read(const char* path, TareStatus* result, const TareReporter* reporter)
{
    struct stat status;
    char* text = NULL;
    size_t length = 0;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) {
        tare_report(reporter, TARE_ERROR, path, 0, 0, "is no file; expected what tare wrote");
        *result = TARE_BAD_INPUT;
        return NULL;
    }
    *result = tare_file_read(path, MAX_FILE_BYTES, &text, &length, reporter);
    return text;
}

bool tare_own_file_may_write(const char* path, bool (*is_ours)(const char* text))
{
    TareStatus status = TARE_OK;
    if (!tare_own_file_is_there(path))
        return true;
    char* const text = tare_own_file_read(path, &status, NULL);
    const bool may = text && is_ours(text);
    free(text);
    return may;
}
