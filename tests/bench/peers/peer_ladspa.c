#include "bench/peers/peer.h"

#include <dlfcn.h>
#include <ladspa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { max_ports = 128, max_channels = 2 };

typedef struct {
    const LADSPA_Descriptor* descriptor;
    uint32_t n_copies;
    LADSPA_Handle handles[2];
    uint32_t n_in, n_out;
    unsigned long in[max_channels], out[max_channels];
    float controls[max_ports];
} Plugin;

static const LADSPA_Descriptor* find_plugin(const char* library, const char* label)
{
    const char* folder = getenv("LADSPA_PATH");
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder ? folder : "/usr/lib/ladspa", library);
    void* object = dlopen(path, RTLD_NOW);
    if (!object)
        return NULL;
    LADSPA_Descriptor_Function descriptor_of;
    *(void**)&descriptor_of = dlsym(object, "ladspa_descriptor");
    const LADSPA_Descriptor* descriptor = NULL;
    for (unsigned long i = 0; descriptor_of && (descriptor = descriptor_of(i)); ++i)
        if (!strcmp(descriptor->Label, label))
            return descriptor;
    return NULL;
}

static void connect_copy(Plugin* plugin, uint32_t copy)
{
    const LADSPA_Descriptor* descriptor = plugin->descriptor;
    for (unsigned long i = 0; i < descriptor->PortCount; ++i) {
        const LADSPA_PortDescriptor port = descriptor->PortDescriptors[i];
        if (LADSPA_IS_PORT_CONTROL(port))
            descriptor->connect_port(plugin->handles[copy], i, &plugin->controls[i]);
        else if (copy == 0 && LADSPA_IS_PORT_INPUT(port) && plugin->n_in < max_channels)
            plugin->in[plugin->n_in++] = i;
        else if (copy == 0 && LADSPA_IS_PORT_OUTPUT(port) && plugin->n_out < max_channels)
            plugin->out[plugin->n_out++] = i;
    }
}

static void run(Peer* peer, float* const in[2], float* const out[2], uint32_t n_frames)
{
    Plugin* plugin = peer->data;
    for (uint32_t copy = 0; copy < plugin->n_copies; ++copy) {
        const LADSPA_Handle handle = plugin->handles[copy];
        for (uint32_t c = 0; c < plugin->n_in; ++c)
            plugin->descriptor->connect_port(handle, plugin->in[c], in[copy + c]);
        for (uint32_t c = 0; c < plugin->n_out; ++c)
            plugin->descriptor->connect_port(handle, plugin->out[c], out[copy + c]);
        plugin->descriptor->run(handle, n_frames);
    }
}

bool peer_open_ladspa(Peer* peer, const char* library, const char* label,
                      const PeerSetting* settings, uint32_t n_settings)
{
    Plugin* plugin = calloc(1, sizeof *plugin);
    if (!plugin)
        return false;
    plugin->descriptor = find_plugin(library, label);
    if (!plugin->descriptor || plugin->descriptor->PortCount > max_ports) {
        free(plugin);
        return false;
    }
    for (uint32_t k = 0; k < n_settings; ++k)
        plugin->controls[strtoul(settings[k].port, NULL, 10) % max_ports] = settings[k].value;
    plugin->n_copies = 1;
    for (uint32_t copy = 0; copy < plugin->n_copies; ++copy) {
        plugin->handles[copy] = plugin->descriptor->instantiate(plugin->descriptor, PEER_RATE_HZ);
        if (!plugin->handles[copy]) {
            free(plugin);
            return false;
        }
        connect_copy(plugin, copy);
        plugin->n_copies = plugin->n_in == 1 ? 2 : 1;
        if (plugin->descriptor->activate)
            plugin->descriptor->activate(plugin->handles[copy]);
    }
    *peer = (Peer){.run = run, .data = plugin};
    return true;
}
