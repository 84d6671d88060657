#include "instance.h"

#include "settings.h"
#include "tare/eq.h"
#include "watch.h"

#include <stdlib.h>

struct TareInstance {
    TareEq* eq;
    uint32_t n_channels;
    uint32_t n_ports;
    TareControls controls;
    float* sound[2 * TARE_MAX_CHANNELS];  ///< ports of sound by their index: in, then out
    float *preamp_used, *headroom, *clip; ///< without a connection: `unheard`
    float unheard;
    TareWatch watch; ///< all ports that the host sets, by their index
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
    instance->n_ports = tare_ports_count(n_channels);
    tare_watch_init(&instance->watch, instance->n_ports);
    for (uint32_t i = 0; i < instance->n_ports; ++i) {
        instance->watch.seen[i] = tare_port(n_channels, i).def;
        tare_instance_connect(instance, i, NULL);
    }
    tare_eq_set_controls(instance->eq, &instance->controls);
    return instance;
}

void tare_instance_free(TareInstance* instance)
{
    if (!instance)
        return;
    tare_eq_free(instance->eq);
    free(instance);
}

/** Few hosts do this while sound is on. */
static __attribute__((noinline)) void connect_control(TareInstance* instance, uint32_t index,
                                                      float* value)
{
    float* const told = value ? value : &instance->unheard;
    const TarePortRole role = tare_port(instance->n_channels, index).role;
    if (role == TARE_PORT_PREAMP_USED)
        instance->preamp_used = told;
    else if (role == TARE_PORT_HEADROOM)
        instance->headroom = told;
    else if (role == TARE_PORT_CLIP)
        instance->clip = told;
    else
        tare_watch_place(&instance->watch, index, value);
}

void tare_instance_connect(TareInstance* instance, uint32_t index, void* data)
{
    if (index < 2 * instance->n_channels)
        instance->sound[index] = data;
    else if (index < instance->n_ports)
        connect_control(instance, index, data);
}

static void set_control(TareInstance* instance, uint32_t index, float value)
{
    const TarePort port = tare_port(instance->n_channels, index);
    tare_settings_set_port(&instance->controls, &port, value);
}

static void read_controls(TareInstance* instance)
{
    float value;
    for (uint32_t i = 0; i < instance->n_ports; ++i)
        if (tare_watch_take(&instance->watch, i, &value))
            set_control(instance, i, value);
    tare_eq_set_controls(instance->eq, &instance->controls);
}

/* Hosts owe valid memory to run() only: what was connected before the plugin was last active may be
   gone when it is activated again, and is looked at no sooner than run(). */
void tare_instance_activate(TareInstance* instance)
{
    float value;
    tare_eq_reset(instance->eq);
    for (uint32_t i = 0; i < instance->n_ports; ++i)
        if (tare_watch_take_fresh(&instance->watch, i, &value))
            set_control(instance, i, value);
    tare_eq_set_controls(instance->eq, &instance->controls);
    tare_eq_prepare(instance->eq);
}

void tare_instance_run(TareInstance* instance, uint32_t n_frames)
{
    const uint32_t n_channels = instance->n_channels;
    const float* in[TARE_MAX_CHANNELS];
    float* out[TARE_MAX_CHANNELS];
    for (uint32_t c = 0; c < n_channels; ++c) {
        in[c] = instance->sound[c];
        out[c] = instance->sound[n_channels + c];
        if (!in[c] || !out[c])
            return;
    }
    if (tare_watch_has_news(&instance->watch))
        read_controls(instance);
    tare_eq_process(instance->eq, in, out, n_frames);
    *instance->preamp_used = (float)tare_eq_preamp_db(instance->eq);
    *instance->headroom = (float)tare_eq_headroom_db(instance->eq);
    *instance->clip = (float)tare_eq_clip(instance->eq);
}
