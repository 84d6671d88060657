#include "helpers/built_plugin.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PATH = 4096 };

const char* built_plugin_bundle(void)
{
    static _Thread_local char path[MAX_PATH];
    const char* const build = getenv("TARE_BUILD_DIR");
    snprintf(path, sizeof path, "%s/lv2/tare.lv2", build ? build : "build");
    return path;
}

const LV2_Descriptor* built_plugin(uint32_t n_channels)
{
    char path[MAX_PATH + 16];
    snprintf(path, sizeof path, "%s/tare.so", built_plugin_bundle());
    void* const library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void* const symbol = library ? dlsym(library, "lv2_descriptor") : NULL;
    LV2_Descriptor_Function get;
    memcpy(&get, &symbol, sizeof get);
    return symbol ? get(n_channels == 1 ? 1 : 0) : NULL;
}
