#include "make/source.h"

#include "text.h"

#include <stdlib.h>
#include <sys/stat.h>

char* tare_source_path(const char* folder, const char* name)
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s", folder, name);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

bool tare_source_has(const char* folder, const char* name)
{
    struct stat status;
    char* const path = tare_source_path(folder, name);
    const bool is_there = path && stat(path, &status) == 0;
    free(path);
    return is_there;
}
