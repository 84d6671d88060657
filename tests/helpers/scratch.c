#define _XOPEN_SOURCE 700 /* nftw(), mkdtemp() */

#include "helpers/scratch.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { N_PATHS = 8, MAX_PATH = 1024, MAX_OPEN = 16 };

static char folder[200];
static size_t n_counted;

bool scratch_make(void)
{
    const char* const tmp = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/tare scratch XXXXXX", tmp ? tmp : "/tmp");
    return mkdtemp(folder) != NULL;
}

static int remove_one(const char* path, const struct stat* status, int kind, struct FTW* where)
{
    (void)status, (void)kind, (void)where;
    return remove(path);
}

static int count_one(const char* path, const struct stat* status, int kind, struct FTW* where)
{
    (void)path, (void)status, (void)kind;
    n_counted += where->level > 0;
    return 0;
}

bool scratch_remove(void)
{
    return nftw(folder, remove_one, MAX_OPEN, FTW_DEPTH | FTW_PHYS) == 0;
}

size_t scratch_count(void)
{
    n_counted = 0;
    nftw(folder, count_one, MAX_OPEN, FTW_PHYS);
    return n_counted;
}

const char* scratch_path(const char* name)
{
    static char paths[N_PATHS][MAX_PATH];
    static unsigned which;
    char* const path = paths[which++ % N_PATHS];
    snprintf(path, MAX_PATH, "%s%s%s", folder, *name ? "/" : "", name);
    return path;
}

const char* scratch_write(const char* name, const char* text)
{
    const char* const path = scratch_path(name);
    FILE* const out = fopen(path, "wb");
    const bool is_written = out && fputs(text, out) >= 0;
    return out && fclose(out) == 0 && is_written ? path : NULL;
}

const char* scratch_read(const char* name)
{
    static char text[4096];
    FILE* const in = fopen(scratch_path(name), "rb");
    const size_t length = in ? fread(text, 1, sizeof text - 1, in) : 0;
    text[length] = '\0';
    if (in)
        fclose(in);
    return text;
}

bool scratch_folder(const char* name)
{
    return mkdir(scratch_path(name), 0777) == 0;
}
