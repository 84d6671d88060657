#include "base/module.h"

#include "base/program.h"

#include <dlfcn.h>
#include <stdio.h>

static const void* module_in(const char* folder, const char* file, const char* name)
{
    char path[TARE_PROGRAM_PATH + 64];
    const int length = snprintf(path, sizeof path, "%s/%s", folder, file);
    void* const library =
        *folder && length < (int)sizeof path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    return library ? dlsym(library, name) : NULL;
}

const void* tare_module_find(const char* file, const char* name)
{
    char folder[TARE_PROGRAM_PATH];
    tare_program_folder(folder);
    const void* const module = module_in(folder, file, name);
    return module ? module : module_in(TARE_MODULE_DIR, file, name);
}
