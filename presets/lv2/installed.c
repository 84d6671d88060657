#include "lv2/installed.h"

#include "base/list.h"
#include "base/path.h"
#include "corrections/correction.h"
#include "lv2/bundle.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

TareStatus tare_installed_prepare(const char* folder, const TareReporter* reporter)
{
    if (!tare_path_make_folder(folder)) {
        tare_report(reporter, TARE_ERROR, NULL, 0, 0, "%s: folder cannot be made: %s", folder,
                    strerror(errno));
        return TARE_IO_ERROR;
    }
    tare_bundle_sweep(folder);
    return TARE_OK;
}

static TareStatus put_at(const char* path, const TareCorrection* correction,
                         TareInstalled* installed, const TareReporter* reporter)
{
    bool changed = false;
    *installed = TARE_INSTALLED_FOREIGN;
    if (tare_bundle_owner(path) == TARE_BUNDLE_FOREIGN)
        return TARE_OK;
    const TareStatus status = tare_bundle_write(path, correction, &changed, reporter);
    *installed = changed ? TARE_INSTALLED_NEW : TARE_INSTALLED_BEFORE;
    return status;
}

TareStatus tare_installed_put(const char* folder, const TareCorrection* correction,
                              TareInstalled* installed, char** path, const TareReporter* reporter)
{
    *path = tare_bundle_path(folder, correction->entry.id);
    if (!*path)
        return TARE_NO_MEMORY;
    const TareStatus status = put_at(*path, correction, installed, reporter);
    if (status != TARE_OK) {
        free(*path);
        *path = NULL;
    }
    return status;
}

/** Adds the bundle of a name when it is ours. */
static bool add(TareInstalledPaths* all, const char* folder, const char* name)
{
    char* const path = tare_path_join(folder, name);
    if (!path)
        return false;
    if (tare_bundle_owner(path) != TARE_BUNDLE_OURS) {
        free(path);
        return true;
    }
    char** const grown = tare_list_grow(all->paths, all->n, sizeof *grown);
    if (!grown) {
        free(path);
        return false;
    }
    all->paths = grown;
    all->paths[all->n++] = path;
    return true;
}

bool tare_installed_list(TareInstalledPaths* all, const char* folder)
{
    struct dirent** entries = NULL;
    const int n = scandir(folder, &entries, NULL, alphasort);
    bool is_good = n >= 0 || errno != ENOMEM;
    *all = (TareInstalledPaths){0};
    for (int i = 0; i < n; ++i) {
        if (is_good && tare_bundle_is_name(entries[i]->d_name))
            is_good = add(all, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return is_good;
}

void tare_installed_clear(TareInstalledPaths* all)
{
    while (all->n)
        free(all->paths[--all->n]);
    free(all->paths);
    *all = (TareInstalledPaths){0};
}
