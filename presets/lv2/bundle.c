#include "lv2/bundle.h"

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "lv2/lv2_preset.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
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

/* What only the manifest of an installed preset says: the end of its label's key in its URI, with a
   checksum or without, and what URIs began with in the first bundles. */
static const char* const marks[] = {"--installed>", "--installed---", "<urn:tare:installed:"};

/* Bundles are made and unmade in "tare-NAME.lv2.PID.tmp/bundle": hosts take each folder beside the
   bundles that holds a manifest for one, whatever its name, but do not look deeper. So they see a
   bundle whole or not at all, even when the program is killed on the way. */
static const char staged_name[] = "bundle";
static const char staging_end[] = ".tmp";

typedef struct {
    char *outer, *inner;
} Staging;

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

static char* read_inside(const char* path, const char* name)
{
    char* const file = tare_path_join(path, name);
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
    bool is_ours = false;
    for (size_t i = 0; manifest && i < sizeof marks / sizeof *marks; ++i)
        is_ours = is_ours || strstr(manifest, marks[i]) != NULL;
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

static bool put_text(FILE* out, void* text)
{
    return fputs(text, out) >= 0;
}

/** Writes one file of a bundle if it does not yet hold that very text. */
static TareStatus write_file(const char* path, const char* name,
                             bool (*write)(FILE* out, void* data), void* data, bool* changed,
                             const TareReporter* reporter)
{
    char* const wanted = text_of(write, data);
    char* const old = read_inside(path, name);
    char* const file = tare_path_join(path, name);
    TareStatus status = TARE_OK;
    if (!wanted || !file) {
        status = TARE_NO_MEMORY;
    } else if (!old || strcmp(old, wanted) != 0) {
        *changed = true;
        status = tare_file_replace(file, put_text, wanted, reporter);
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

/** Whether a text is one of our files' names, or what writing it leaves behind when it is killed:
    "preset.ttl.1234-0.tmp". */
static bool is_name_of_ours(const char* name)
{
    static const char* const names[] = {manifest_name, values_name};
    const size_t n_end = sizeof staging_end - 1;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
        const size_t length = strlen(names[i]);
        if (strncmp(name, names[i], length) != 0)
            continue;
        const char* const rest = name + length;
        const size_t n_rest = strlen(rest);
        if (n_rest == 0 ||
            (rest[0] == '.' && n_rest > n_end && strcmp(rest + n_rest - n_end, staging_end) == 0))
            return true;
    }
    return false;
}

static bool is_file_of_ours(const char* path, const char* name)
{
    struct stat status;
    char* const file = is_name_of_ours(name) ? tare_path_join(path, name) : NULL;
    const bool is_ours = file && lstat(file, &status) == 0 && S_ISREG(status.st_mode);
    free(file);
    return is_ours;
}

/** All names in a folder but "." and "..", each and the array to be freed; -1 when it cannot be
    read. */
static int list_names(const char* path, struct dirent*** entries)
{
    const int n = scandir(path, entries, NULL, alphasort);
    int n_kept = 0;
    for (int i = 0; i < n; ++i) {
        const char* const name = (*entries)[i]->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            free((*entries)[i]);
        else
            (*entries)[n_kept++] = (*entries)[i];
    }
    return n < 0 ? n : n_kept;
}

static void remove_files(const char* path)
{
    struct dirent** entries = NULL;
    const int n = list_names(path, &entries);
    for (int i = 0; i < n; ++i) {
        char* const file = is_file_of_ours(path, entries[i]->d_name)
                               ? tare_path_join(path, entries[i]->d_name)
                               : NULL;
        if (file)
            unlink(file);
        free(file);
        free(entries[i]);
    }
    free(entries);
}

static bool staging_name(Staging* staging, const char* outer, const char* end)
{
    TareText text = {0};
    tare_text_format(&text, "%s%s", outer, end);
    if (text.failed)
        tare_text_clear(&text);
    *staging = (Staging){.outer = text.data};
    staging->inner = text.data ? tare_path_join(text.data, staged_name) : NULL;
    return staging->inner != NULL;
}

/** Removes what is left in it. */
static void staging_clear(Staging* staging)
{
    if (staging->inner) {
        remove_files(staging->inner);
        rmdir(staging->inner);
        rmdir(staging->outer);
    }
    free(staging->inner);
    free(staging->outer);
}

/** Makes the outer folder beside the bundle of a path. */
static TareStatus staging_open(Staging* staging, const char* path, const TareReporter* reporter)
{
    char end[48];
    snprintf(end, sizeof end, ".%ld%s", (long)getpid(), staging_end);
    if (!staging_name(staging, path, end))
        return TARE_NO_MEMORY;
    return mkdir(staging->outer, 0777) == 0
               ? TARE_OK
               : io_error(reporter, path, "folder beside it cannot be made");
}

/** Puts what was made in place; where another program has put the same bundle there meanwhile, that
    is written instead. */
static TareStatus put_in_place(const Staging* staging, const char* path,
                               const TareCorrection* correction, bool* changed,
                               const TareReporter* reporter)
{
    *changed = rename(staging->inner, path) == 0;
    if (*changed)
        return TARE_OK;
    const int why = errno;
    if ((why == ENOTEMPTY || why == EEXIST) && tare_bundle_owner(path) == TARE_BUNDLE_OURS)
        return write_files(path, correction, changed, reporter);
    errno = why;
    return io_error(reporter, path, "folder cannot be put in place");
}

/** Makes the whole bundle out of sight and then puts it in place. */
static TareStatus write_new(const char* path, const TareCorrection* correction, bool* changed,
                            const TareReporter* reporter)
{
    Staging staging = {0};
    TareStatus status = staging_open(&staging, path, reporter);
    if (status == TARE_OK && mkdir(staging.inner, 0777) != 0)
        status = io_error(reporter, path, "folder cannot be made");
    if (status == TARE_OK)
        status = write_files(staging.inner, correction, changed, reporter);
    *changed = false;
    if (status == TARE_OK)
        status = put_in_place(&staging, path, correction, changed, reporter);
    staging_clear(&staging);
    return status;
}

TareStatus tare_bundle_write(const char* path, const TareCorrection* correction, bool* changed,
                             const TareReporter* reporter)
{
    *changed = false;
    if (tare_bundle_owner(path) == TARE_BUNDLE_OURS)
        return write_files(path, correction, changed, reporter);
    return write_new(path, correction, changed, reporter);
}

/** Whether everything in a folder is ours; reports what is not. */
static TareStatus check_contents(const char* path, const TareReporter* reporter)
{
    struct dirent** entries = NULL;
    const int n = list_names(path, &entries);
    TareStatus status = n < 0 ? io_error(reporter, path, "folder cannot be read") : TARE_OK;
    for (int i = 0; i < n; ++i) {
        if (status == TARE_OK && !is_file_of_ours(path, entries[i]->d_name)) {
            tare_report(reporter, TARE_ERROR, path, 0, 0,
                        "holds %s, which tare did not write, and is left as it is; expected "
                        "nothing but %s and %s in it",
                        entries[i]->d_name, manifest_name, values_name);
            status = TARE_BAD_INPUT;
        }
        free(entries[i]);
    }
    free(entries);
    return status;
}

TareStatus tare_bundle_remove(const char* path, const TareReporter* reporter)
{
    TareStatus status = check_contents(path, reporter);
    if (status != TARE_OK)
        return status;
    Staging staging = {0};
    status = staging_open(&staging, path, reporter);
    if (status == TARE_OK && rename(path, staging.inner) != 0)
        status = io_error(reporter, path, "folder cannot be removed");
    staging_clear(&staging);
    return status;
}

/** The process that an outer folder's name says; 0 when it is none of these names. */
static long staging_process(const char* name)
{
    const char* end = strstr(name, name_end);
    for (const char* next = end; next; next = strstr(next + 1, name_end))
        end = next;
    if (!end || strncmp(name, name_begin, sizeof name_begin - 1) != 0)
        return 0;
    const char* const digits = end + sizeof name_end - 1;
    char* rest = NULL;
    const long process = *digits == '.' ? strtol(digits + 1, &rest, 10) : 0;
    return process > 0 && strcmp(rest, staging_end) == 0 ? process : 0;
}

static bool is_running(long process)
{
    return process != (long)getpid() && (kill((pid_t)process, 0) == 0 || errno != ESRCH);
}

void tare_bundle_sweep(const char* folder)
{
    struct dirent** entries = NULL;
    const int n = list_names(folder, &entries);
    for (int i = 0; i < n; ++i) {
        const long process = staging_process(entries[i]->d_name);
        char* const outer =
            process > 0 && !is_running(process) ? tare_path_join(folder, entries[i]->d_name) : NULL;
        Staging staging = {0};
        if (outer)
            (void)staging_name(&staging, outer, "");
        staging_clear(&staging);
        free(outer);
        free(entries[i]);
    }
    free(entries);
}
