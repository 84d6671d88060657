#include "cli/bundle.h"

#include "file.h"
#include "text.h"
#include "writers/lv2_preset.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1 << 20 };

static const char values_name[] = "preset.ttl";
static const char manifest_name[] = "manifest.ttl";
static const char name_begin[] = "tare-";
static const char name_end[] = ".lv2";

/* What only the manifest of an installed preset says. */
static const char mark[] = "urn:tare:installed:";

char* tare_bundle_path(const char* folder, const char* id)
{
    TareText path = {0};
    tare_text_format(&path, "%s/", folder);
    const size_t n_folder = path.length;
    tare_text_format(&path, "%s%s%s", name_begin, id, name_end);
    if (path.failed) {
        tare_text_clear(&path);
        return NULL;
    }
    for (char* c = path.data + n_folder; *c != '\0'; ++c)
        if (*c == '/')
            *c = '-';
    return path.data;
}

bool tare_bundle_is_name(const char* name)
{
    const size_t length = strlen(name);
    const size_t n_end = sizeof name_end - 1;
    return length > sizeof name_begin - 1 + n_end &&
           strncmp(name, name_begin, sizeof name_begin - 1) == 0 &&
           strcmp(name + length - n_end, name_end) == 0;
}

/** "PATH/NAME", to be freed. */
static char* inside(const char* path, const char* name)
{
    TareText text = {0};
    tare_text_format(&text, "%s/%s", path, name);
    if (!text.failed)
        return text.data;
    tare_text_clear(&text);
    return NULL;
}

static char* read_inside(const char* path, const char* name)
{
    char* const file = inside(path, name);
    char* text = NULL;
    size_t length = 0;
    if (file)
        (void)tare_file_read(file, MAX_FILE_BYTES, &text, &length, NULL);
    free(file);
    return text;
}

TareBundleOwner tare_bundle_owner(const char* path)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return TARE_BUNDLE_ABSENT;
    char* const manifest = S_ISDIR(status.st_mode) ? read_inside(path, manifest_name) : NULL;
    const bool is_ours = manifest && strstr(manifest, mark) != NULL;
    free(manifest);
    return is_ours ? TARE_BUNDLE_OURS : TARE_BUNDLE_FOREIGN;
}

static bool write_manifest(FILE* out, void* data)
{
    return tare_lv2_preset_write_manifest(out, data, values_name);
}

static bool write_values(FILE* out, void* data)
{
    return tare_lv2_preset_write_values(out, data);
}

/** The text that `write` makes, to be freed. */
static char* text_of(bool (*write)(FILE* out, void* data), void* data)
{
    char* text = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&text, &length);
    if (!out)
        return NULL;
    const bool ok = write(out, data);
    if (fclose(out) == 0 && ok)
        return text;
    free(text);
    return NULL;
}

/** Writes one file of a bundle if it does not yet hold that very text. */
static TareStatus write_file(const char* path, const char* name,
                             bool (*write)(FILE* out, void* data), void* data, bool* changed,
                             const TareReporter* reporter)
{
    char* const wanted = text_of(write, data);
    char* const old = read_inside(path, name);
    char* const file = inside(path, name);
    TareStatus status = TARE_OK;
    if (!wanted || !file) {
        status = TARE_NO_MEMORY;
    } else if (!old || strcmp(old, wanted) != 0) {
        *changed = true;
        status = tare_file_replace(file, write, data, reporter);
    }
    free(wanted);
    free(old);
    free(file);
    return status;
}

static TareStatus write_files(const char* path, const TareCorrection* correction, bool* changed,
                              const TareReporter* reporter)
{
    void* const data = (void*)correction; /* the writers only read it */
    TareStatus status = write_file(path, values_name, write_values, data, changed, reporter);
    if (status == TARE_OK)
        status = write_file(path, manifest_name, write_manifest, data, changed, reporter);
    return status;
}

static TareStatus io_error(const TareReporter* reporter, const char* path, const char* what)
{
    tare_report(reporter, TARE_ERROR, path, 0, 0, "%s: %s; expected a folder that can be changed",
                what, strerror(errno));
    return TARE_IO_ERROR;
}

static void remove_files(const char* path)
{
    static const char* const names[] = {manifest_name, values_name};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
        char* const file = inside(path, names[i]);
        if (file)
            unlink(file);
        free(file);
    }
}

/** Makes the whole folder under another name and then gives it its own. */
static TareStatus write_new(const char* path, const TareCorrection* correction,
                            const TareReporter* reporter)
{
    TareText temporary = {0};
    tare_text_format(&temporary, "%s.%ld.tmp", path, (long)getpid());
    if (temporary.failed) {
        tare_text_clear(&temporary);
        return TARE_NO_MEMORY;
    }
    TareStatus status = TARE_OK;
    bool changed = false;
    if (mkdir(temporary.data, 0777) != 0) {
        status = io_error(reporter, path, "folder cannot be made");
    } else {
        status = write_files(temporary.data, correction, &changed, reporter);
        if (status == TARE_OK && rename(temporary.data, path) != 0)
            status = io_error(reporter, path, "folder cannot be put in place");
        if (status != TARE_OK) {
            remove_files(temporary.data);
            rmdir(temporary.data);
        }
    }
    tare_text_clear(&temporary);
    return status;
}

TareStatus tare_bundle_write(const char* path, const TareCorrection* correction, bool* changed,
                             const TareReporter* reporter)
{
    *changed = false;
    if (tare_bundle_owner(path) == TARE_BUNDLE_OURS)
        return write_files(path, correction, changed, reporter);
    const TareStatus status = write_new(path, correction, reporter);
    *changed = status == TARE_OK;
    return status;
}

TareStatus tare_bundle_remove(const char* path, const TareReporter* reporter)
{
    remove_files(path);
    return rmdir(path) == 0 ? TARE_OK : io_error(reporter, path, "folder cannot be removed");
}
