#include "base/path.h"

#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char* tare_path_join(const char* folder, const char* name)
{
    TareText path = {0};
    tare_text_format(&path, "%s/%s", folder, name);
    if (path.failed)
        tare_text_clear(&path);
    return path.data;
}

char* tare_path_resolve(const char* folder, const char* name)
{
    return name[0] == '/' ? tare_text_copy(name, strlen(name)) : tare_path_join(folder, name);
}

char* tare_path_folder(const char* path)
{
    const size_t length = (size_t)(tare_path_name(path) - path);
    return length > 1 ? tare_text_copy(path, length - 1) : tare_text_copy(length ? "/" : ".", 1);
}

const char* tare_path_name(const char* path)
{
    const char* const slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_folder(const char* path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool tare_path_make_folder(const char* path)
{
    /* one that another program makes at the same time is as good */
    if (is_folder(path) || mkdir(path, 0777) == 0)
        return true;
    const int why = errno;
    const bool is_there = why == EEXIST && is_folder(path);
    errno = why == EEXIST ? ENOTDIR : why;
    return is_there;
}

bool tare_path_make_folders(const char* path)
{
    char* const part = tare_text_copy(path, strlen(path));
    bool is_good = part != NULL;
    if (!part)
        errno = ENOMEM;
    for (char* slash = part; is_good && (slash = strchr(slash + 1, '/'));) {
        *slash = '\0';
        is_good = tare_path_make_folder(part);
        *slash = '/';
    }
    const int why = errno;
    free(part);
    errno = why;
    return is_good;
}
