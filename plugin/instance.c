#include "instance.h"

#include "eq.h"
#include "settings.h"

#include <stdlib.h>
#include <string.h>

_Static_assert(TARE_MAX_PORTS <= UINT8_MAX, "an index must fit into a byte");

struct TareInstance {
    TareEq* eq;
    uint32_t n_channels;
    uint32_t n_ports;
    uint32_t clip_port, headroom_port;
    uint32_t n_inputs;
    uint8_t inputs[TARE_MAX_PORTS]; ///< indices of the controls that the host sets
    TareControls controls;
    float* ports[TARE_MAX_PORTS];
    float seen[TARE_MAX_PORTS]; ///< the value of each control at the last block
    float own[TARE_MAX_PORTS];  ///< stands for what the host has not connected
};

TareInstance* tare_instance_new(double sample_rate_hz, uint32_t n_channels)
{
    TareInstance* instance = calloc(1, sizeof *instance);
    if (!instance)
        return NULL;
    instance->eq = tare_eq_new(sample_rate_hz, n_channels);
    if (!instance->eq) {
        free(instance);
        return NULL;
    }
    const TareBandSet nothing = {.n_bands = 0};
    instance->controls = tare_settings_from_set(&nothing);
    instance->n_channels = n_channels;
    instance->n_ports = tare_n_ports(n_channels);
    instance->clip_port = tare_port_index(n_channels, TARE_PORT_CLIP, 0);
    instance->headroom_port = tare_port_index(n_channels, TARE_PORT_HEADROOM, 0);
    for (uint32_t i = 0; i < instance->n_ports; ++i) {
        const TarePort port = tare_port(n_channels, i);
        instance->own[i] = instance->seen[i] = port.def;
        tare_instance_connect(instance, i, NULL);
        if (!tare_port_is_audio(port.role) && !tare_port_is_output(port.role))
            instance->inputs[instance->n_inputs++] = (uint8_t)i;
    }
    return instance;
}

void tare_instance_free(TareInstance* instance)
{
    if (!instance)
        return;
    tare_eq_free(instance->eq);
    free(instance);
}

void tare_instance_activate(TareInstance* instance)
{
    tare_eq_reset(instance->eq);
}

void tare_instance_connect(TareInstance* instance, uint32_t index, void* data)
{
    if (index >= instance->n_ports)
        return;
    const bool is_audio = index < 2 * instance->n_channels;
    if (!data && !is_audio)
        instance->own[index] = instance->seen[index];
    instance->ports[index] = data || is_audio ? data : &instance->own[index];
}

static uint32_t bits_of(float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/** Compares bits, so that a value that is not a number is no change for ever. Without a branch for
    each port: every block asks, and hardly anything ever changes. */
static bool has_changed(const TareInstance* instance)
{
    uint32_t difference = 0;
    for (uint32_t k = 0; k < instance->n_inputs; ++k) {
        const uint32_t i = instance->inputs[k];
        difference |= bits_of(*instance->ports[i]) ^ bits_of(instance->seen[i]);
    }
    return difference != 0;
}

static void read_controls(TareInstance* instance)
{
    for (uint32_t k = 0; k < instance->n_inputs; ++k) {
        const uint32_t i = instance->inputs[k];
        const float value = *instance->ports[i];
        if (bits_of(value) == bits_of(instance->seen[i]))
            continue;
        const TarePort port = tare_port(instance->n_channels, i);
        tare_settings_set_port(&instance->controls, &port, value);
        instance->seen[i] = value;
    }
    tare_eq_set_controls(instance->eq, &instance->controls);
}

void tare_instance_run(TareInstance* instance, uint32_t n_frames)
{
    const uint32_t n_channels = instance->n_channels;
    const float* in[TARE_MAX_CHANNELS];
    float* out[TARE_MAX_CHANNELS];
    for (uint32_t c = 0; c < n_channels; ++c) {
        in[c] = instance->ports[c];
        out[c] = instance->ports[n_channels + c];
        if (!in[c] || !out[c])
            return;
    }
    if (has_changed(instance))
        read_controls(instance);
    tare_eq_process(instance->eq, in, out, n_frames);
    *instance->ports[instance->clip_port] = (float)tare_eq_clip(instance->eq);
    *instance->ports[instance->headroom_port] = (float)tare_eq_headroom_db(instance->eq);
}
