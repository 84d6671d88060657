/* A graph of PipeWire's filter-graph plugin (1.2 and later), without its daemon. The headers are
   rarely installed, so bench_speed.py compiles this where it finds them, and speed.c loads it. */

#include "bench/peers/peer.h"

#if defined(__has_include)
#if __has_include(<spa/filter-graph/filter-graph.h>)
#define HAVE_FILTER_GRAPH
#endif
#endif

#if defined(HAVE_FILTER_GRAPH)

#include <dlfcn.h>
#include <spa/filter-graph/filter-graph.h>
#include <spa/param/audio/raw.h>
#include <spa/support/cpu.h>
#include <spa/support/log.h>
#include <spa/support/plugin-loader.h>
#include <spa/support/plugin.h>
#include <spa/utils/names.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char* folder;
static struct spa_support support[3];
static uint32_t n_support;

static struct spa_handle* open_factory(const char* library, const char* name,
                                       const struct spa_dict* info)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.so", folder, library);
    void* object = dlopen(path, RTLD_NOW);
    if (!object)
        return NULL;
    spa_handle_factory_enum_func_t enumerate;
    *(void**)&enumerate = dlsym(object, SPA_HANDLE_FACTORY_ENUM_FUNC_NAME);
    const struct spa_handle_factory* factory;
    for (uint32_t i = 0; enumerate && enumerate(&factory, &i) > 0;) {
        if (strcmp(factory->name, name))
            continue;
        struct spa_handle* handle = calloc(1, spa_handle_factory_get_size(factory, info));
        if (handle && spa_handle_factory_init(factory, handle, info, support, n_support) >= 0)
            return handle;
    }
    return NULL;
}

static void* open_interface(const char* library, const char* factory, const char* type,
                            const struct spa_dict* info)
{
    struct spa_handle* handle = open_factory(library, factory, info);
    void* interface = NULL;
    return handle && spa_handle_get_interface(handle, type, &interface) >= 0 ? interface : NULL;
}

static struct spa_handle* load_more(void* object, const char* name, const struct spa_dict* info)
{
    (void)object;
    return open_factory(spa_dict_lookup(info, SPA_KEY_LIBRARY_NAME), name, info);
}

static int unload_nothing(void* object, struct spa_handle* handle)
{
    (void)object;
    (void)handle;
    return 0;
}

static void offer(const char* type, void* interface)
{
    if (interface && n_support < sizeof support / sizeof *support)
        support[n_support++] = SPA_SUPPORT_INIT(type, interface);
}

static void offer_everything(void)
{
    static const struct spa_plugin_loader_methods methods = {SPA_VERSION_PLUGIN_LOADER_METHODS,
                                                             load_more, unload_nothing};
    static struct spa_plugin_loader loader;
    if (n_support)
        return;
    struct spa_log* log = open_interface("support/libspa-support", SPA_NAME_SUPPORT_LOG,
                                         SPA_TYPE_INTERFACE_Log, NULL);
    if (log)
        log->level = SPA_LOG_LEVEL_ERROR;
    offer(SPA_TYPE_INTERFACE_Log, log);
    offer(SPA_TYPE_INTERFACE_CPU, open_interface("support/libspa-support", SPA_NAME_SUPPORT_CPU,
                                                 SPA_TYPE_INTERFACE_CPU, NULL));
    loader.iface = SPA_INTERFACE_INIT(SPA_TYPE_INTERFACE_PluginLoader, SPA_VERSION_PLUGIN_LOADER,
                                      &methods, NULL);
    offer(SPA_TYPE_INTERFACE_PluginLoader, &loader);
}

static void run(Peer* peer, float* const in[2], float* const out[2], uint32_t n_frames)
{
    spa_filter_graph_process((struct spa_filter_graph*)peer->data, (const void**)in, (void**)out,
                             n_frames);
}

bool peer_open_pipewire(Peer* peer, const char* spa_dir, const char* graph);

bool peer_open_pipewire(Peer* peer, const char* spa_dir, const char* graph)
{
    folder = spa_dir;
    offer_everything();
    const struct spa_dict_item items[] = {
        SPA_DICT_ITEM_INIT("clock.quantum-limit", "8192"),
        SPA_DICT_ITEM_INIT("filter-graph.n_inputs", "2"),
        SPA_DICT_ITEM_INIT("filter-graph.n_outputs", "2"),
        SPA_DICT_ITEM_INIT("filter.graph", graph),
    };
    const struct spa_dict info = SPA_DICT_INIT_ARRAY(items);
    struct spa_filter_graph* opened = open_interface(
        "filter-graph/libspa-filter-graph", "filter.graph", SPA_TYPE_INTERFACE_FilterGraph, &info);
    char rate[16];
    snprintf(rate, sizeof rate, "%d", PEER_RATE_HZ);
    const struct spa_dict_item rate_item[] = {SPA_DICT_ITEM_INIT(SPA_KEY_AUDIO_RATE, rate)};
    const struct spa_dict properties = SPA_DICT_INIT_ARRAY(rate_item);
    if (!opened || spa_filter_graph_activate(opened, &properties) < 0)
        return false;
    *peer = (Peer){.run = run, .data = opened};
    return true;
}

#endif
