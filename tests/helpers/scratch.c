#include "helpers/scratch.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

static char folder[200];

bool scratch_make(void)
{
    const char* const tmp = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/tare-test-XXXXXX", tmp ? tmp : "/tmp");
    return mkdtemp(folder) != NULL;
}

const char* scratch_folder(void)
{
    return folder;
}

const char* scratch_path(const char* name)
{
    static char paths[4][512];
    static unsigned n;
    char* const path = paths[n++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

const char* scratch_write(const char* name, const char* text)
{
    const char* const path = scratch_path(name);
    FILE* const file = fopen(path, "w");
    const bool is_written = file && fputs(text, file) >= 0;
    return file && fclose(file) == 0 && is_written ? path : NULL;
}

static int remove_one(const char* path, const struct stat* about, int type, struct FTW* place)
{
    (void)about;
    (void)type;
    (void)place;
    return remove(path);
}

bool scratch_remove(void)
{
    return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS) == 0;
}
