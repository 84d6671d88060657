#include "formats/inside.h"

#include "base/path.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/** Whether a name says at once that it leads out of a folder. */
static bool leads_out(const char* name)
{
    if (name[0] == '/' || strchr(name, ':'))
        return true;
    for (const char* p = name; p; p = strchr(p, '/')) {
        p += *p == '/';
        if (strncmp(p, "..", 2) == 0 && (p[2] == '/' || !p[2]))
            return true;
    }
    return false;
}

/** Whether a path, with all links followed, is below a folder. */
static bool is_below(const char* path, const char* folder, bool* is_there)
{
    char* const real = realpath(path, NULL);
    char* const real_folder = realpath(folder, NULL);
    const size_t n = real_folder ? strlen(real_folder) : 0;
    *is_there = real != NULL;
    const bool is_good = real && real_folder && strncmp(real, real_folder, n) == 0 &&
                         (real[n] == '/' || real_folder[n - 1] == '/');
    free(real_folder);
    free(real);
    return is_good;
}

char* tare_inside_path(const char* root, const char* namer, const char* name, const char** why)
{
    struct stat facts;
    bool is_there = false;
    *why = NULL;
    char* const folder = tare_path_folder(namer);
    char* const path = folder ? tare_path_join(folder, name) : NULL;
    free(folder);
    if (!path)
        return NULL;
    for (char* p = path + strlen(path) - strlen(name); *p; ++p)
        if (*p == '\\')
            *p = '/';
    if (leads_out(path + strlen(path) - strlen(name)))
        *why = "the file lies elsewhere; expected one in the folder of this file";
    else if (!is_below(path, root, &is_there))
        *why = is_there ? "the file lies elsewhere; expected one in the folder of this file"
                        : "there is no such file; expected it in the folder of this file";
    else if (stat(path, &facts) != 0 || !S_ISREG(facts.st_mode))
        *why = "it is no file; expected one in the folder of this file";
    if (!*why)
        return path;
    free(path);
    return NULL;
}
