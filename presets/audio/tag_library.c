#include "audio/tag_library.h"

#include "audio/tag_module.h"
#include "audio/tag_traces.h"
#include "base/program.h"
#include "tare/version.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/** The module below a folder; NULL when it is not there, or another version's. What is loaded once
    stays, and is found again. */
static const TareTagModule* module_in(const char* folder)
{
    char path[TARE_PROGRAM_PATH + sizeof TARE_TAG_MODULE_FILE];
    snprintf(path, sizeof path, "%s/%s", folder, TARE_TAG_MODULE_FILE);
    void* const library = *folder ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    const TareTagModule* const module = library ? dlsym(library, TARE_TAG_MODULE_NAME) : NULL;
    return module && strcmp(module->version, TARE_VERSION) == 0 ? module : NULL;
}

/** That beside a program which was not installed, or the installed one. */
static const TareTagModule* find_module(void)
{
    char folder[TARE_PROGRAM_PATH];
    tare_program_folder(folder);
    const TareTagModule* const module = module_in(folder);
    return module ? module : module_in(TARE_MODULE_DIR);
}

bool tare_tag_library_is_there(void)
{
    return find_module();
}

TareStatus tare_tag_library_look(const char* path, TareTagPlace place, TareTagsMet* met)
{
    return tare_tag_library_carry(path, place, NULL, TARE_TAGS_NOWHERE, met);
}

TareStatus tare_tag_library_carry(const char* from, TareTagPlace from_place, const char* to,
                                  TareTagPlace to_place, TareTagsMet* met)
{
    const TareTagModule* const module = find_module();
    return module ? module->carry(from, from_place, to, to_place, met)
                  : tare_tag_traces_look(from, from_place, met);
}
