#include "helpers/lv2_host.h"

#include <lv2/atom/atom.h>
#include <lv2/presets/presets.h>
#include <lv2/urid/urid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { max_uris = 64 };

struct Lv2Host {
    LilvWorld* world;
    const LilvPlugin* plugin;
    LilvInstance* instance;
    uint32_t n_ports;
    float* controls;
    char* uris[max_uris];
    uint32_t n_uris;
    LV2_URID float_type;
    unsigned n_set, n_unknown;
};

static LV2_URID map_uri(LV2_URID_Map_Handle handle, const char* uri)
{
    Lv2Host* host = handle;
    for (uint32_t i = 0; i < host->n_uris; ++i)
        if (!strcmp(host->uris[i], uri))
            return i + 1;
    if (host->n_uris == max_uris)
        return 0;
    host->uris[host->n_uris] = malloc(strlen(uri) + 1);
    if (!host->uris[host->n_uris])
        return 0;
    strcpy(host->uris[host->n_uris], uri);
    return ++host->n_uris;
}

void lv2_host_add_bundle(Lv2Host* host, const char* bundle)
{
    char* path = malloc(strlen(bundle) + 2);
    if (!path)
        return;
    sprintf(path, "%s/", bundle);
    LilvNode* node = lilv_new_file_uri(host->world, NULL, path);
    lilv_world_load_bundle(host->world, node);
    lilv_node_free(node);
    free(path);
}

Lv2Host* lv2_host_new(const char* bundle, const char* plugin_uri)
{
    Lv2Host* host = calloc(1, sizeof *host);
    if (!host)
        return NULL;
    host->world = lilv_world_new();
    lv2_host_add_bundle(host, bundle);
    LilvNode* uri = lilv_new_uri(host->world, plugin_uri);
    host->plugin = lilv_plugins_get_by_uri(lilv_world_get_all_plugins(host->world), uri);
    lilv_node_free(uri);
    if (host->plugin) {
        host->n_ports = lilv_plugin_get_num_ports(host->plugin);
        host->controls = calloc(host->n_ports, sizeof *host->controls);
    }
    if (!host->controls) {
        lv2_host_free(host);
        return NULL;
    }
    host->float_type = map_uri(host, LV2_ATOM__Float);
    lv2_host_reset_controls(host);
    return host;
}

void lv2_host_free(Lv2Host* host)
{
    if (!host)
        return;
    lilv_instance_free(host->instance);
    for (uint32_t i = 0; i < host->n_uris; ++i)
        free(host->uris[i]);
    free(host->controls);
    lilv_world_free(host->world);
    free(host);
}

bool lv2_host_start(Lv2Host* host, double sample_rate_hz)
{
    lilv_instance_free(host->instance);
    host->instance = lilv_plugin_instantiate(host->plugin, sample_rate_hz, NULL);
    if (!host->instance)
        return false;
    for (uint32_t i = 0; i < host->n_ports; ++i)
        lilv_instance_connect_port(host->instance, i, &host->controls[i]);
    lilv_instance_activate(host->instance);
    return true;
}

void lv2_host_restart(Lv2Host* host)
{
    lilv_instance_deactivate(host->instance);
    lilv_instance_activate(host->instance);
}

LilvWorld* lv2_host_world(Lv2Host* host)
{
    return host->world;
}

const LilvPlugin* lv2_host_plugin(Lv2Host* host)
{
    return host->plugin;
}

LilvNodes* lv2_host_presets(Lv2Host* host)
{
    LilvNode* preset = lilv_new_uri(host->world, LV2_PRESETS__Preset);
    LilvNodes* presets = lilv_plugin_get_related(host->plugin, preset);
    lilv_node_free(preset);
    return presets;
}

static void set_value(const char* symbol, void* data, const void* value, uint32_t size,
                      uint32_t type)
{
    Lv2Host* host = data;
    float* control = lv2_host_control(host, symbol);
    if (!control || type != host->float_type || size != sizeof *control) {
        ++host->n_unknown;
        return;
    }
    memcpy(control, value, sizeof *control);
    ++host->n_set;
}

unsigned lv2_host_load_preset(Lv2Host* host, const char* preset_uri)
{
    LV2_URID_Map map = {host, map_uri};
    LilvNode* node = lilv_new_uri(host->world, preset_uri);
    lilv_world_load_resource(host->world, node); /* without it nothing is restored */
    LilvState* state = lilv_state_new_from_world(host->world, &map, node);
    host->n_set = host->n_unknown = 0;
    if (state)
        lilv_state_emit_port_values(state, set_value, host);
    lilv_state_free(state);
    lilv_node_free(node);
    return host->n_unknown ? 0 : host->n_set;
}

float* lv2_host_control(Lv2Host* host, const char* symbol)
{
    for (uint32_t i = 0; i < host->n_ports; ++i) {
        const LilvPort* port = lilv_plugin_get_port_by_index(host->plugin, i);
        if (!strcmp(lilv_node_as_string(lilv_port_get_symbol(host->plugin, port)), symbol))
            return &host->controls[i];
    }
    return NULL;
}

void lv2_host_reset_controls(Lv2Host* host)
{
    lilv_plugin_get_port_ranges_float(host->plugin, NULL, NULL, host->controls);
    for (uint32_t i = 0; i < host->n_ports; ++i)
        if (host->controls[i] != host->controls[i])
            host->controls[i] = 0.0f;
}

/** Ports of sound are told by what they carry, not by their place. */
void lv2_host_run(Lv2Host* host, float* const* in, float* const* out, uint32_t n_frames)
{
    LilvNode* audio = lilv_new_uri(host->world, LILV_URI_AUDIO_PORT);
    LilvNode* input = lilv_new_uri(host->world, LILV_URI_INPUT_PORT);
    uint32_t n_in = 0, n_out = 0;
    for (uint32_t i = 0; i < host->n_ports; ++i) {
        const LilvPort* port = lilv_plugin_get_port_by_index(host->plugin, i);
        if (!lilv_port_is_a(host->plugin, port, audio))
            continue;
        const bool is_input = lilv_port_is_a(host->plugin, port, input);
        lilv_instance_connect_port(host->instance, i, is_input ? in[n_in++] : out[n_out++]);
    }
    lilv_node_free(audio);
    lilv_node_free(input);
    lilv_instance_run(host->instance, n_frames);
}
