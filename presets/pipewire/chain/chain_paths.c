#include "pipewire/chain/chain_paths.h"

#include "base/path.h"
#include "base/text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_BASE = 3000 };

static const struct {
    size_t offset; ///< of the path among the others
    const char* name;
} names[] = {
    {offsetof(TareChainPaths, folder), "pipewire"},
    {offsetof(TareChainPaths, chain), "pipewire/" TARE_CHAIN_FILE_NAME},
    {offsetof(TareChainPaths, trial), "pipewire/" TARE_TRIAL_FILE_NAME},
    {offsetof(TareChainPaths, fragments), "pipewire/pipewire.conf.d"},
    {offsetof(TareChainPaths, start), "pipewire/pipewire.conf.d/tare.conf"},
    {offsetof(TareChainPaths, settings), "tare"},
    {offsetof(TareChainPaths, devices), "tare/devices.json"},
    {offsetof(TareChainPaths, taste), "tare/taste.json"},
};
enum { N_PATHS = sizeof names / sizeof names[0] };

static char** path_of(TareChainPaths* paths, size_t i)
{
    return (char**)(void*)((char*)paths + names[i].offset);
}

static char* base_folder(void)
{
    const char* const config = getenv("XDG_CONFIG_HOME");
    const char* const home = getenv("HOME");
    if (config && config[0] == '/' && strlen(config) < MAX_BASE)
        return tare_text_copy(config, strlen(config));
    if (home && home[0] == '/' && strlen(home) < MAX_BASE)
        return tare_path_join(home, ".config");
    return NULL;
}

bool tare_chain_paths_find(TareChainPaths* paths)
{
    char* const base = base_folder();
    bool ok = base != NULL;
    *paths = (TareChainPaths){0};
    for (size_t i = 0; ok && i < N_PATHS; ++i) {
        *path_of(paths, i) = tare_path_join(base, names[i].name);
        ok = *path_of(paths, i) != NULL;
    }
    free(base);
    if (!ok)
        tare_chain_paths_clear(paths);
    return ok;
}

void tare_chain_paths_clear(TareChainPaths* paths)
{
    for (size_t i = 0; i < N_PATHS; ++i)
        free(*path_of(paths, i));
    *paths = (TareChainPaths){0};
}
