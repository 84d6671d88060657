#include "bench/peers/peer.h"

#include <lilv/lilv.h>
#include <lv2/atom/atom.h>
#include <lv2/buf-size/buf-size.h>
#include <lv2/options/options.h>
#include <lv2/parameters/parameters.h>
#include <lv2/urid/urid.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { max_uris = 1024, max_ports = 1024, max_channels = 8, atom_bytes = 1 << 16 };

typedef struct {
    uint32_t n_copies;
    LilvInstance* instances[2];
    uint32_t n_in, n_out;
    uint32_t in[max_channels], out[max_channels];
    float controls[max_ports];
} Plugin;

static LV2_URID map_uri(LV2_URID_Map_Handle handle, const char* uri)
{
    static char* uris[max_uris];
    static uint32_t n_uris;
    (void)handle;
    for (uint32_t i = 0; i < n_uris; ++i)
        if (!strcmp(uris[i], uri))
            return i + 1;
    char* copy = n_uris < max_uris ? malloc(strlen(uri) + 1) : NULL;
    if (!copy)
        return 0;
    uris[n_uris] = strcpy(copy, uri);
    return ++n_uris;
}

static const LV2_Feature* const* features(void)
{
    static LV2_URID_Map map = {NULL, map_uri};
    static const int32_t min_block = 1, max_block = PEER_MAX_BLOCK;
    static const float rate_hz = PEER_RATE_HZ;
    static LV2_Options_Option options[4];
    static LV2_Feature map_feature = {LV2_URID__map, &map};
    static LV2_Feature options_feature = {LV2_OPTIONS__options, options};
    static LV2_Feature bounded_feature = {LV2_BUF_SIZE__boundedBlockLength, NULL};
    static const LV2_Feature* const all[] = {&map_feature, &options_feature, &bounded_feature,
                                             NULL};
    const LV2_URID int_type = map_uri(NULL, LV2_ATOM__Int);
    options[0] = (LV2_Options_Option){.key = map_uri(NULL, LV2_BUF_SIZE__minBlockLength),
                                      .size = 4,
                                      .type = int_type,
                                      .value = &min_block};
    options[1] = (LV2_Options_Option){.key = map_uri(NULL, LV2_BUF_SIZE__maxBlockLength),
                                      .size = 4,
                                      .type = int_type,
                                      .value = &max_block};
    options[2] = (LV2_Options_Option){.key = map_uri(NULL, LV2_PARAMETERS__sampleRate),
                                      .size = 4,
                                      .type = map_uri(NULL, LV2_ATOM__Float),
                                      .value = &rate_hz};
    return all;
}

/** Worlds live as long as the process, for their plugins do. */
static LilvWorld* world_of(const char* bundle)
{
    static LilvWorld* everything;
    if (!bundle && everything)
        return everything;
    LilvWorld* world = lilv_world_new();
    if (bundle) {
        char path[4096];
        snprintf(path, sizeof path, "%s/", bundle);
        LilvNode* node = lilv_new_file_uri(world, NULL, path);
        lilv_world_load_bundle(world, node);
        lilv_node_free(node);
    } else {
        everything = world;
        lilv_world_load_all(world);
    }
    return world;
}

static bool is_a(LilvWorld* world, const LilvPlugin* plugin, uint32_t port, const char* uri)
{
    LilvNode* node = lilv_new_uri(world, uri);
    const bool is = lilv_port_is_a(plugin, lilv_plugin_get_port_by_index(plugin, port), node);
    lilv_node_free(node);
    return is;
}

static bool set_controls(Plugin* to, const LilvPlugin* plugin, const PeerSetting* settings,
                         uint32_t n_settings)
{
    const uint32_t n_ports = lilv_plugin_get_num_ports(plugin);
    lilv_plugin_get_port_ranges_float(plugin, NULL, NULL, to->controls);
    for (uint32_t i = 0; i < n_ports; ++i)
        to->controls[i] = isnan(to->controls[i]) ? 0.0f : to->controls[i];
    uint32_t n_found = 0;
    for (uint32_t i = 0; i < n_ports; ++i) {
        const LilvPort* port = lilv_plugin_get_port_by_index(plugin, i);
        const char* symbol = lilv_node_as_string(lilv_port_get_symbol(plugin, port));
        for (uint32_t k = 0; k < n_settings; ++k)
            if (!strcmp(symbol, settings[k].port)) {
                to->controls[i] = settings[k].value;
                ++n_found;
            }
    }
    return n_found == n_settings;
}

/** Connects everything but sound to memory of its own. */
static void connect_port(Plugin* to, LilvWorld* world, const LilvPlugin* plugin, uint32_t copy,
                         uint32_t port)
{
    LilvInstance* instance = to->instances[copy];
    if (is_a(world, plugin, port, LV2_CORE__ControlPort)) {
        lilv_instance_connect_port(instance, port, &to->controls[port]);
    } else if (is_a(world, plugin, port, LV2_ATOM__AtomPort)) {
        LV2_Atom_Sequence* atom = calloc(1, atom_bytes);
        atom->atom.type = map_uri(NULL, LV2_ATOM__Sequence);
        atom->atom.size = sizeof atom->body;
        lilv_instance_connect_port(instance, port, atom);
    } else if (copy == 0 && is_a(world, plugin, port, LV2_CORE__AudioPort)) {
        if (is_a(world, plugin, port, LV2_CORE__InputPort) && to->n_in < max_channels)
            to->in[to->n_in++] = port;
        else if (to->n_out < max_channels)
            to->out[to->n_out++] = port;
    }
}

static void run(Peer* peer, float* const in[2], float* const out[2], uint32_t n_frames)
{
    static float unheard[max_channels][PEER_MAX_BLOCK];
    Plugin* plugin = peer->data;
    for (uint32_t copy = 0; copy < plugin->n_copies; ++copy) {
        LilvInstance* instance = plugin->instances[copy];
        for (uint32_t c = 0; c < plugin->n_in; ++c)
            lilv_instance_connect_port(instance, plugin->in[c], c < 2 ? in[copy + c] : unheard[c]);
        for (uint32_t c = 0; c < plugin->n_out; ++c)
            lilv_instance_connect_port(instance, plugin->out[c],
                                       c < 2 ? out[copy + c] : unheard[c]);
        lilv_instance_run(instance, n_frames);
    }
}

bool peer_open_lv2(Peer* peer, const char* bundle, const char* uri, const PeerSetting* settings,
                   uint32_t n_settings)
{
    LilvWorld* world = world_of(bundle);
    LilvNode* node = lilv_new_uri(world, uri);
    const LilvPlugin* found = lilv_plugins_get_by_uri(lilv_world_get_all_plugins(world), node);
    lilv_node_free(node);
    Plugin* plugin = calloc(1, sizeof *plugin);
    if (!found || !plugin || lilv_plugin_get_num_ports(found) > max_ports ||
        !set_controls(plugin, found, settings, n_settings)) {
        free(plugin);
        return false;
    }
    plugin->n_copies = 1;
    for (uint32_t copy = 0; copy < plugin->n_copies; ++copy) {
        plugin->instances[copy] = lilv_plugin_instantiate(found, PEER_RATE_HZ, features());
        if (!plugin->instances[copy]) {
            free(plugin);
            return false;
        }
        for (uint32_t i = 0; i < lilv_plugin_get_num_ports(found); ++i)
            connect_port(plugin, world, found, copy, i);
        plugin->n_copies = plugin->n_in == 1 ? 2 : 1;
        lilv_instance_activate(plugin->instances[copy]);
    }
    *peer = (Peer){.run = run, .data = plugin};
    return true;
}
