#include "instance.h"

#include "eq.h"
#include "settings.h"

#include <stdlib.h>
#include <string.h>

struct TareInstance {
    TareEq* eq;
    uint32_t n_channels;
    uint32_t n_ports;
    TareControls controls;
    void* ports[TARE_MAX_PORTS];
    float seen[TARE_MAX_PORTS]; ///< the value of each control at the last block
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
    for (uint32_t i = 0; i < instance->n_ports; ++i)
        instance->seen[i] = tare_port(n_channels, i).def;
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
    if (index < instance->n_ports)
        instance->ports[index] = data;
}

/** Compares bits, so that a value that is not a number is no change for ever. */
static bool is_same(const float* a, const float* b)
{
    return !memcmp(a, b, sizeof *a);
}

static void read_controls(TareInstance* instance)
{
    const uint32_t n_audio = 2 * instance->n_channels;
    for (uint32_t i = n_audio; i < instance->n_ports; ++i) {
        const float* value = instance->ports[i];
        if (!value || is_same(value, &instance->seen[i]))
            continue;
        const TarePort port = tare_port(instance->n_channels, i);
        tare_settings_set_port(&instance->controls, &port, *value);
        instance->seen[i] = *value;
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
    read_controls(instance);
    tare_eq_process(instance->eq, in, out, n_frames);
}
