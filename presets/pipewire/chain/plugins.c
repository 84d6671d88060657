#include "pipewire/chain/plugins.h"

#include "base/program.h"
#include "base/text.h"
#include "pipewire/chain/start_file.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char lv2_folders[] = "~/.lv2:/usr/local/lib/lv2:/usr/lib/lv2";
static const char ladspa_folders[] =
    TARE_LADSPA_DIR ":~/.ladspa:/usr/local/lib/ladspa:/usr/lib/ladspa";

/** FOLDER/NAME when it is there, to be freed; a "~" at the beginning is HOME. */
static char* file_in(TareSpan folder, const char* name)
{
    const char* const home = getenv("HOME");
    const bool is_home = folder.first < folder.end && *folder.first == '~';
    TareText path = {0};
    tare_text_format(&path, "%s%.*s/%s", is_home && home ? home : "",
                     (int)(folder.end - folder.first) - is_home, folder.first + is_home, name);
    if (!path.failed && path.data[0] == '/' && access(path.data, R_OK) == 0)
        return path.data;
    tare_text_clear(&path);
    return NULL;
}

/** The first folder of a list "A:B" with a file of that name gives the path. */
static char* file_in_any(const char* folders, const char* name)
{
    while (*folders) {
        const size_t length = strcspn(folders, ":");
        char* const path = file_in((TareSpan){folders, folders + length}, name);
        if (path)
            return path;
        folders += length + (folders[length] == ':');
    }
    return NULL;
}

/** Whether a library can be loaded and has a function; if not, why goes to `problem`. */
static bool loads(const char* path, const char* function, char** problem)
{
    void* const library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const bool ok = library && dlsym(library, function);
    if (!ok && !*problem) {
        const char* const why = dlerror();
        *problem = why ? tare_text_copy(why, strlen(why)) : NULL;
    }
    if (library)
        dlclose(library);
    return ok;
}

/** The library of the build tree out of which this program runs. */
static char* built_ladspa(void)
{
    char folder[TARE_PROGRAM_PATH];
    tare_program_folder(folder);
    return file_in((TareSpan){folder, folder + strlen(folder)}, "ladspa/tare.so");
}

static char* find_ladspa(void)
{
    const char* const wanted = getenv("LADSPA_PATH");
    char* path = built_ladspa();
    if (!path && wanted && wanted[0] != '\0')
        path = file_in_any(wanted, "tare.so");
    return path ? path : file_in_any(ladspa_folders, "tare.so");
}

/** Looks in a list of folders; `lv2_path` is that list, or NULL when PipeWire looks there anyway.
 */
static bool find_lv2(TarePlugins* plugins, const char* folders, const char* lv2_path)
{
    char* const found = file_in_any(folders, "tare.lv2/tare.so");
    plugins->has_lv2 = found && loads(found, "lv2_descriptor", &plugins->problem);
    free(found);
    if (plugins->has_lv2 && lv2_path) {
        plugins->lv2_path = tare_text_copy(lv2_path, strlen(lv2_path));
        plugins->has_lv2 = plugins->lv2_path != NULL;
    }
    return plugins->has_lv2;
}

void tare_plugins_find(TarePlugins* plugins, const char* lv2_path)
{
    const char* const wanted = getenv("LV2_PATH");
    *plugins = (TarePlugins){.ladspa = find_ladspa()};
    if (plugins->ladspa && !loads(plugins->ladspa, "ladspa_descriptor", &plugins->problem)) {
        free(plugins->ladspa);
        plugins->ladspa = NULL;
    }
    const bool has_wanted = wanted && wanted[0] != '\0';
    /* a list with blanks PipeWire cannot be told for the next login */
    if (has_wanted && tare_start_file_can_path(wanted))
        (void)find_lv2(plugins, wanted, wanted);
    else if (!has_wanted)
        (void)find_lv2(plugins, lv2_folders, NULL);
    if (!plugins->has_lv2 && lv2_path)
        (void)find_lv2(plugins, lv2_path, lv2_path);
}

void tare_plugins_clear(TarePlugins* plugins)
{
    free(plugins->ladspa);
    free(plugins->lv2_path);
    free(plugins->problem);
    *plugins = (TarePlugins){0};
}

bool tare_plugins_have(const TarePlugins* plugins, TareChainKind kind)
{
    if (kind == TARE_CHAIN_LV2)
        return plugins->has_lv2;
    return kind != TARE_CHAIN_LADSPA || plugins->ladspa != NULL;
}
